package dev.quartermaster.intents.policy.facts;

import static dev.cel.common.types.SimpleType.BOOL;
import static dev.cel.common.types.SimpleType.DURATION;
import static dev.cel.common.types.SimpleType.INT;
import static dev.cel.common.types.SimpleType.STRING;
import static dev.cel.common.types.SimpleType.TIMESTAMP;
import static dev.quartermaster.intents.policy.facts.FactName.CENTS;

import dev.cel.common.types.CelType;
import dev.cel.common.types.ListType;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What is known about every question, whatever golden paths there are; {@link Facts} fills each of these in. */
final class FactNames {
    private static final CelType WORDS = ListType.create(STRING);
    private static final String GPUS = "GPUs";

    static final List<FactName> PERSON = List.of(
            new FactName("id", STRING, "whoever asks"),
            new FactName("name", STRING, "their name"),
            new FactName("role", STRING, "as people.yaml says: analyst, intern, manager, lead"),
            new FactName("sponsor", STRING, "who answers for an intern; empty for everybody else"),
            new FactName("groups", WORDS, "the groups they are in"));

    static final List<FactName> GRANTEE = List.of(
            new FactName("id", STRING, "whom it is for: the asker, unless they ask for somebody"),
            new FactName("name", STRING, "their name"),
            new FactName("role", STRING, "their role"),
            new FactName("sponsor", STRING, "who answers for an intern; empty for everybody else"),
            new FactName("team", STRING, "the team they are in; empty when in none"));

    static final List<FactName> TEAM = List.of(
            new FactName("id", STRING, "the asker's team, whose budget pays"),
            new FactName("title", STRING, "its name for people"),
            new FactName("manager", STRING, "its manager"));

    static final List<FactName> REQUEST = List.of(
            new FactName("kind", STRING, "launch, grant"),
            new FactName("extension", BOOL, "whether it is more of what was handed over already"),
            new FactName("access", STRING, "read or write for a grant; empty for a launch"),
            new FactName("grantee", STRING, "whom it is for, as grantee.id"),
            new FactName("start", TIMESTAMP, "when it would be handed over: now, or the day asked for"),
            new FactName("term", DURATION, "from hand-over to end, in all, extensions counted"),
            new FactName("gpus", INT, GPUS, "asked for, or priced, whichever is more"),
            new FactName("gpu_kind", STRING, "t4, a100, h100; a100 where none is said, empty without GPUs"),
            new FactName("images", WORDS, "the images it would run"),
            new FactName("foreign", WORDS, "those of them from outside the allowed registries"),
            new FactName("registries", WORDS, "the allowed registries"));

    static final List<FactName> PATH = List.of(
            new FactName("name", STRING, "the golden path; grant for access to data"),
            new FactName("title", STRING, "its name for people"),
            new FactName("owner", STRING, "who looks after it"),
            new FactName("version", INT, "of its file"),
            new FactName("compute", BOOL, "whether it makes pods"),
            new FactName("job", BOOL, "whether it is a job of jobs.yaml that is to be run"),
            new FactName("mine", BOOL, "whether whoever asks looks after it, or is its deputy"));

    static final List<FactName> DATASET = List.of(
            new FactName("name", STRING, "schema.table"),
            new FactName("schema", STRING, "the part before the dot"),
            new FactName("class", STRING, "synthetic, public, internal, confidential"),
            new FactName("owner", STRING, "who decides on it"));

    static final List<FactName> PRICE = List.of(
            new FactName("estimate", INT, CENTS, "for the whole term, the most it may cost"),
            new FactName("added", INT, CENTS, "what of it is not agreed yet"),
            new FactName("hour", INT, CENTS, "per hour"),
            new FactName("day", INT, CENTS, "per day"));

    /** Facts of the budget, all of the one month in which least would be left. */
    static final List<FactName> BUDGET = List.of(
            new FactName("month", INT, CENTS, "the team's budget for a month"),
            new FactName("used", INT, CENTS, "metered in that month"),
            new FactName("reserved", INT, CENTS, "promised in that month and not metered yet"),
            new FactName("before", INT, CENTS, "used and reserved"),
            new FactName("after", INT, CENTS, "the same with what is added"),
            new FactName("left", INT, CENTS, "what is left before"),
            new FactName("at_cap", STRING, "what the team wants when its month is used up: warn, ask, stop"),
            new FactName("over", WORDS, "whose share of it, or which purpose's, would be gone over in any month"));

    static final List<FactName> MINE = held("whoever it is for");
    static final List<FactName> OURS = held("the asker's team");

    static final Map<String, List<FactName>> GROUPS = groups();

    private FactNames() {}

    private static List<FactName> held(String who) {
        return List.of(
                new FactName("leases", INT, "leases", "open ones that " + who + " has or will have for certain"),
                new FactName("compute", INT, "leases", "those of them that make pods"),
                new FactName("path", INT, "leases", "those of them on the path asked for"),
                new FactName("gpus", INT, GPUS, "that " + who + " holds, of every kind"),
                new FactName("gpus_of_kind", INT, GPUS, "that " + who + " holds, of the kind asked for"));
    }

    private static Map<String, List<FactName>> groups() {
        Map<String, List<FactName>> groups = new LinkedHashMap<>();
        groups.put("person", PERSON);
        groups.put("grantee", GRANTEE);
        groups.put("team", TEAM);
        groups.put("request", REQUEST);
        groups.put("path", PATH);
        groups.put("dataset", DATASET);
        groups.put("price", PRICE);
        groups.put("budget", BUDGET);
        groups.put("mine", MINE);
        groups.put("ours", OURS);
        return Collections.unmodifiableMap(groups);
    }
}
