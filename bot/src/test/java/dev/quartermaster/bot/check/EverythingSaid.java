package dev.quartermaster.bot.check;

import java.util.Map;
import java.util.TreeMap;

/** An organisation whose files say everything that such files can say, once. */
final class EverythingSaid {
    private static final String LAB = """
            apiVersion: quartermaster/v1
            kind: GoldenPath
            metadata: {name: lab, version: 1, title: Lab, owner: growth}
            about: A place to work.
            says: [give me a lab]
            synonyms: [bench]
            howTo: Open the link.
            parameters:
              - {name: cpu, about: Cores, type: integer, default: 2, min: 1, max: 8}
              - {name: memory, type: quantity, default: 2Gi, max: 8Gi}
              - {name: size, type: preset, of: [cpu, memory], options: {small: [1, 1Gi], large: [8, 8Gi]}}
              - {name: kind, type: choice, default: plain, options: [plain, fast]}
              - {name: image, type: image, default: registry.example.com/a:1, options: {r: registry.example.com/r:1}}
              - {name: what, type: text, required: true, max: 20}
              - {name: duration, type: duration, default: 8h, max: 14d}
            data: {classes: [synthetic], datasets: [synthetic.customers]}
            start: early
            parts:
              - name: home
                provider: kubernetes
                token: {secret: "${lease.id}", ssh: me@here}
                ready: size(objects) == 1
                local: {provider: notebook, memory: "${p.memory}"}
                manifests:
                  - {apiVersion: v1, kind: ConfigMap, metadata: {name: "${lease.id}"}, data: {a: "${p.what}"}}
              - {name: warehouse, provider: grant, datasets: [synthetic.*], access: read}
              - {name: code, provider: repository, template: data-science, called: lab, purpose: work}
              - {name: files, provider: bucket, bucket: lab, access: write, storage: 1Gi, share: team}
            price: {cpu: "${p.cpu}", memory: "${p.memory}", gpus: 0, storage: 1Gi, tokens: 5}
            links: [{title: Lab, url: "https://${lease.host}/", login: token}]
            idle: {after: 2h, evidence: connections == 0}
            """;

    static final Map<String, String> FILES = new TreeMap<>(Map.of(
            "organisation.yaml",
            """
            name: Example
            currency: EUR
            zone: Europe/London
            approvals:
              channel: approvals
              lapse: 3d
              remind: 4h
              escalate: 1d
              quiet: {from: "20:00", to: "08:00"}
              digest: "09:00"
            links: {host: "${lease}.example.com", query: "https://sql.example.com/{database}?user={login}"}
            images:
              registries: [registry.example.com/]
              instead: {sas: R}
              resolve: true
            namespaces: create
            teamNamespace: {quota: {pods: 10}, container: {cpu: 500m}}
            gpus: {label: nvidia.com/gpu.product, kinds: {a100: [NVIDIA-A100-SXM4-40GB]}}
            limits:
              messages: {burst: 5, hourly: 30}
              requests: {burst: 5, hourly: 30}
              clicks: {burst: 5, hourly: 30}
              calls: {burst: 5, hourly: 30}
              cards: 40
            """,
            "people.yaml",
            """
            people:
              - {id: ana, name: Ana, emails: [ana@example.com], role: intern, sponsor: mia, slack: [U012AB3CD]}
              - id: mia
                name: Mia
                emails: [mia@example.com]
                role: manager
                kind: person
              - {id: robot, name: Robot, role: service, kind: service, owner: mia}
            groups: {leads: [mia]}
            teams:
              - id: growth
                title: Growth
                members: [ana, mia, robot]
                manager: mia
                budget:
                  perMonth: 300
                  owner: mia
                  deputy: ana
                  costCentre: CC 1
                  atCap: stop
                  grace: 24h
                  perPerson: {ana: 20}
                  perPurpose: {churn: 10.50}
                channel: growth
                namespace: team-growth
            """,
            "data.yaml",
            """
            datasets:
              - {name: synthetic.customers, about: Nobody, class: synthetic, owner: mia, warehouse: main}
              - name: sales.orders
                about: Orders
                class: internal
                owner: mia
                deputy: ana
                warehouse: main
                standIn: synthetic.customers
                synonyms: [orders]
                masked: {email: mail}
              - {name: clear.orders, about: Orders, class: internal, owner: mia, warehouse: main, clearTextOf: sales.orders}
            """,
            "prices.yaml",
            """
            perHour:
              cpu: 0.05
              memory: 0.005
              gpu: {a100: 2.50}
            perMonth:
              storage: 0.05
            perDay: {tokens: 1}
            perThousandTokens: {in: 0.1, out: 0.2}
            """,
            "jobs.yaml",
            """
            provider: airflow
            jobs:
              - name: nightly-churn
                dag: nightly_churn
                title: Nightly churn
                about: Counts who left.
                says: [churn]
                owner: mia
                deputy: ana
                longest: 6h
            """,
            "golden-paths/lab.yaml",
            LAB,
            "policies/all.yaml",
            """
            apiVersion: quartermaster/v1
            kind: Policy
            metadata: {name: all, title: All, owner: growth}
            windows:
              - {name: mondays, days: [mon], from: "09:00", to: "10:00"}
              - {name: holidays, first: 2026-12-21, last: 2026-12-31}
            rules:
              - id: labs
                when: path.name == "lab"
                unless: during("holidays")
                paths: [lab]
                teams: [growth]
                then: allow
                because: Labs are free to all.
              - id: orders
                when: "true"
                datasets: [sales.orders]
                then: approve
                by: {any: [manager, "person:mia"]}
                needed: 1
                order: 1
                ping: digest
                covers: data
                beforehand: true
                because: Orders are asked for.
              - {id: over, when: budget.left < money(0), then: approve, by: manager, overrun: 150, because: Over.}
              - id: large
                when: p.cpu > 6
                then: refuse
                lift: manager
                instead: [{p: {cpu: 2}, duration: 1h}]
                value: ${string(p.cpu)} cores
                limit: 6 cores
                because: Too large.
              - {id: heard, when: "false", then: tell, by: manager, because: Heard.}
              - {id: glass, when: "false", then: break-glass, by: group:leads, longest: 4h, because: Fire.}
            tests:
              - ask:
                  by: ana
                  launch: lab
                  p: {cpu: 2, what: x}
                  for: 8h
                  used: 0
                  reserved: 0
                  atCap: warn
                  at: 2026-06-12T16:00:00Z
                  from: 2026-06-13T16:00:00Z
                  held: [{by: mia, launch: lab, gpus: 0, kind: a100}]
                  preapproved: [{team: growth, gpus: 2, kind: a100, until: 2026-06-12T16:00:00Z, by: group:leads}]
                  emergency: false
                expect:
                  verdict: allow
                  rules: [labs]
                  tell: []
              - ask: {by: ana, grant: sales.orders, access: read}
                expect: {verdict: refuse, by: [], instead: []}
            """));

    private EverythingSaid() {}

    /** A file with some of its text changed, once. */
    static String changed(String name, String text, String instead) {
        String file = FILES.get(name);
        int at = file.indexOf(text);
        if (at < 0) {
            throw new IllegalArgumentException(name + " has no " + text);
        }
        return file.substring(0, at) + instead + file.substring(at + text.length());
    }
}
