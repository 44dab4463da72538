package dev.quartermaster.intents.config;

import dev.quartermaster.intents.catalogue.GoldenPath;
import dev.quartermaster.intents.catalogue.Job;
import dev.quartermaster.intents.catalogue.Parameter;
import dev.quartermaster.intents.catalogue.PathName;
import dev.quartermaster.intents.catalogue.Value;
import dev.quartermaster.intents.part.PartType;
import dev.quartermaster.intents.part.PartTypes;
import dev.quartermaster.intents.part.Shape;
import dev.quartermaster.intents.people.PersonId;
import dev.quartermaster.intents.yaml.Fields;
import dev.quartermaster.intents.yaml.Node;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads {@code jobs.yaml}: which jobs may be run, by which provider, and who says yes. What is not listed cannot be run. */
final class JobsFile {
    static final String NAME = "jobs.yaml";
    private static final Duration SHORTEST = Duration.ofMinutes(1);
    private static final Duration LONGEST = Duration.ofDays(7);
    private static final Duration USUAL = Duration.ofDays(1);

    private static final String DAG = "[A-Za-z0-9_.-]{1,250}";
    private static final Shape.Entries JOB = Shape.map()
            .with("name", GoldenPathFile.NAME)
            .with("dag", Shape.form(DAG))
            .with("title", Shape.text())
            .with("about", Shape.text())
            .perhaps("says", Shape.list(Shape.text()))
            .with("owner", Shape.text())
            .perhaps("deputy", Shape.text())
            .perhaps("longest", NameFormats.SPAN);

    private final Declared declared;
    private final PartTypes types;
    private final Set<PathName> paths;
    private final Unique names = new Unique("The job");

    /** @param kinds what jobs may be run by */
    static Shape.Entries shape(List<String> kinds) {
        return Shape.map()
                .with("provider", Shape.words(kinds.toArray(String[]::new)))
                .with("jobs", Shape.list(JOB));
    }

    /** @param paths names that are taken */
    JobsFile(Declared declared, PartTypes types, Set<PathName> paths) {
        this.declared = declared;
        this.types = types;
        this.paths = paths;
    }

    Map<PathName, Job> read(Node root) {
        Fields fields = shape(types.kinds()).open(root);
        Optional<PartType> type =
                fields.required("provider").oneOf(types.kinds()).flatMap(types::find);
        Map<PathName, Job> found = new HashMap<>();
        fields.required("jobs").list().forEach(each -> job(each, type).ifPresent(one -> found.put(one.name(), one)));
        return found;
    }

    private Optional<Job> job(Node node, Optional<PartType> type) {
        Fields fields = JOB.open(node);
        Optional<PathName> name =
                fields.required("name").as(JobsFile::name).filter(one -> names.first(one.value(), fields.key("name")));
        name.filter(paths::contains)
                .ifPresent(taken -> fields.key("name")
                        .problem("There is a golden path called " + taken + ".", "Call the job something else."));
        Optional<String> dag = fields.required("dag").as(JobsFile::dag);
        Optional<String> title = fields.required("title").text();
        Optional<String> about = fields.required("about").text();
        List<String> says = fields.optional("says").map(Node::texts).orElse(List.of());
        Optional<String> owner = declared.owner(fields.required("owner"));
        Optional<PersonId> deputy = fields.optional("deputy").flatMap(declared::person);
        Duration longest = fields.optional("longest")
                .flatMap(each -> each.as(text -> Value.Span.within(text, SHORTEST, LONGEST, "6h")))
                .map(Value.Span::length)
                .orElse(USUAL);
        return fields.build(() -> new Job(
                new GoldenPath(
                        name.orElseThrow(),
                        1,
                        title.orElseThrow(),
                        owner.orElseThrow(),
                        about.orElseThrow(),
                        List.of(),
                        List.of(),
                        "",
                        List.of(duration(longest)),
                        new GoldenPath.Data(Set.of(), List.of()),
                        type.map(each -> part(each, dag.orElseThrow())).stream().toList(),
                        Map.of(),
                        List.of(),
                        null,
                        GoldenPath.Start.TOGETHER),
                deputy.orElse(null),
                says));
    }

    private static GoldenPath.PartTemplate part(PartType type, String dag) {
        return new GoldenPath.PartTemplate("run", type, Map.of("dag", dag), null);
    }

    /** The parameter that bounds how long a run is followed. */
    private static Parameter duration(Duration longest) {
        Value length = new Value.Span(longest);
        return new Parameter(
                "duration",
                Parameter.Type.DURATION,
                "For how long at most",
                length,
                new Value.Span(SHORTEST),
                length,
                List.of(),
                Map.of(),
                false);
    }

    private static PathName name(String text) {
        try {
            return new PathName(text);
        } catch (IllegalArgumentException none) {
            throw new IllegalArgumentException(
                    "\"" + text + "\" cannot be a job's name (lower case letters, digits and -, at most 40)", none);
        }
    }

    /** As Airflow takes them; nothing that an address or an expression would read. */
    private static String dag(String text) {
        if (!text.matches(DAG) || text.matches("\\.+")) {
            throw new IllegalArgumentException("\"" + text + "\" is not a DAG's id (letters, digits, _, - and .)");
        }
        return text;
    }
}
