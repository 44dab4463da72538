package dev.quartermaster.bot.check;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A small organisation in a folder, with one golden path, for what is wrong with one that can be read. */
final class LabFolder {
    static final String LAB = """
            apiVersion: quartermaster/v1
            kind: GoldenPath
            metadata: {name: lab, version: 1, title: Lab, owner: growth}
            about: A place to work.
            says: [give me a lab with 4 cores]
            synonyms: [bench]
            parameters:
              - {name: cpu, type: integer, default: 2, min: 1, max: 8}
              - {name: kind, type: choice, default: plain, options: [plain, fast]}
              - {name: title, type: text, default: none, max: 80}
              - {name: duration, type: duration, default: 8h, max: 14d}
            data: {classes: [synthetic]}
            parts:
              - name: home
                provider: kubernetes
                ready: objects.exists(o, o.kind == "Deployment" && has(o.status) && o.status.readyReplicas >= 1)
                manifests:
                  - apiVersion: v1
                    kind: ConfigMap
                    metadata: {name: "${lease.id}"}
                    data: {title: "${p.title}"}
                  - when: ${p.kind == "fast"}
                    apiVersion: v1
                    kind: Service
                    metadata: {name: "${lease.id}-fast"}
                    spec: {ports: [{port: 80}]}
                  - apiVersion: apps/v1
                    kind: Deployment
                    metadata: {name: "${lease.id}"}
                    spec:
                      replicas: 1
                      selector: {matchLabels: {quartermaster.dev/lease: "${lease.id}"}}
                      template:
                        metadata: {labels: {quartermaster.dev/lease: "${lease.id}"}}
                        spec:
                          automountServiceAccountToken: false
                          securityContext: {runAsNonRoot: true, seccompProfile: {type: RuntimeDefault}}
                          containers:
                            - name: main
                              image: registry.example.com/lab:1
                              resources: {limits: {cpu: "${string(p.cpu)}", memory: 1Gi}}
                              securityContext: {allowPrivilegeEscalation: false, capabilities: {drop: [ALL]}}
            price: {cpu: "${p.cpu}"}
            links: [{title: Lab, url: "https://${lease.host}/", login: token}]
            """;

    private static final Map<String, String> OTHERS = Map.of(
            "organisation.yaml", """
            name: Example
            currency: EUR
            zone: Europe/London
            approvals: {channel: approvals, lapse: 3d}
            links: {host: "${lease}.example.com"}
            images: {registries: [registry.example.com/]}
            namespaces: create
            """,
            "people.yaml", """
            people:
              - {id: ana, name: Ana, emails: [ana@example.com], role: analyst}
              - {id: mia, name: Mia, emails: [mia@example.com], role: manager}
            groups: {leads: [mia]}
            teams:
              - id: growth
                title: Growth
                members: [ana, mia]
                manager: mia
                budget: {perMonth: 300, owner: mia}
                channel: growth
                namespace: team-growth
            """,
            "data.yaml", "datasets: []\n",
            "prices.yaml", "perHour: {cpu: 0.05, memory: 0.005, gpu: {a100: 2.50}}\nperMonth: {storage: 0.05}\n",
            "policies/all.yaml", """
            apiVersion: quartermaster/v1
            kind: Policy
            metadata: {name: all, title: All, owner: growth}
            rules:
              - {id: labs, when: path.name == "lab", then: allow, because: Labs are free to all.}
            tests:
              - {ask: {by: ana, launch: lab}, expect: {verdict: allow}}
            """);

    private final Path folder;
    private String printed = "";

    LabFolder(Path folder) {
        this.folder = folder;
        OTHERS.forEach(this::with);
        with("golden-paths/lab.yaml", LAB);
    }

    LabFolder with(String file, String text) {
        try {
            Path at = folder.resolve(file);
            Files.createDirectories(at.getParent());
            Files.writeString(at, text);
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The lab with some of its text changed. */
    LabFolder lab(String text, String instead) {
        if (!LAB.contains(text)) {
            throw new IllegalArgumentException("The lab has no " + text);
        }
        return with("golden-paths/lab.yaml", LAB.replace(text, instead));
    }

    LabFolder other(String file, String text, String instead) {
        return with(file, OTHERS.get(file).replace(text, instead));
    }

    /** The exit code. @param typed after the folder */
    int check(String... typed) {
        var out = new ByteArrayOutputStream();
        var words = new ArrayList<>(List.of(folder.toString()));
        words.addAll(List.of(typed));
        int code = new CheckCommand(Map.of(), new PrintStream(out, true, StandardCharsets.UTF_8)).run(words);
        printed = out.toString(StandardCharsets.UTF_8);
        return code;
    }

    String printed() {
        return printed;
    }
}
