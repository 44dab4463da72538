package dev.quartermaster.intents.reading;

import static dev.quartermaster.intents.reading.Field.optional;
import static dev.quartermaster.intents.reading.Field.required;
import static dev.quartermaster.intents.reading.KnownSlot.*;

import dev.quartermaster.intents.intent.Intent;
import dev.quartermaster.intents.intent.Target;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The intents' words in the contract with the outside (design: section 8): what is at stake with each, what it is about,
 * and the slots that sentences fill of it, in the order in which they are shown.
 */
public enum Verb {
    LAUNCH(
            Risk.COSTS,
            CommandForm.of(
                    1,
                    "Launch a golden path",
                    "launch ray-cluster --workers 2 --duration 3d --purpose \"churn model\"",
                    required(PATH, CommandValue.PATH, "a golden path")),
            Takes.of(
                            PATH,
                            PATH,
                            SIZE,
                            CPU,
                            MEMORY_GB,
                            GPUS,
                            GPU_KIND,
                            WORKERS,
                            COUNT,
                            FOR,
                            UNTIL,
                            FROM,
                            IMAGE,
                            NAME,
                            PROJECT,
                            TEAM,
                            GRANTEE,
                            PURPOSE,
                            SCHEDULE,
                            SCRIPT,
                            REPOSITORY)
                    .andParameters()),
    GRANT(
            Risk.COSTS,
            CommandForm.of(
                    2,
                    "Ask for access to data",
                    "grant sales.orders read --duration 2w --purpose \"churn study\"",
                    required(DATASET, CommandValue.DATASET, "schema.table or schema.*"),
                    optional(ACCESS, CommandValue.ACCESS, "read, or write; read when left out")),
            Takes.of(DATASET, DATASET, UNKNOWN_DATASET, ACCESS, FOR, UNTIL, FROM, GRANTEE, PURPOSE)),
    EXTEND(
            Risk.COSTS,
            CommandForm.of(
                    6,
                    "Keep something longer",
                    "extend lease-17 2d",
                    Field.TARGET,
                    optional(FOR, CommandValue.LENGTH, "how much longer, such as 4h or 2d")
                            .called("by")),
            Takes.of(TARGET, FOR, UNTIL, TARGET)),
    RESIZE(
            Risk.COSTS,
            CommandForm.of(6, "Change the size of what runs", "resize lease-17 --cpu 4 --memory 16Gi", Field.TARGET),
            Takes.of(TARGET, SIZE, CPU, MEMORY_GB, GPUS, GPU_KIND, WORKERS, TARGET)
                    .andParameters()),
    STOP(Risk.DESTROYS, CommandForm.of(5, "End something of yours", "stop lease-17", Field.TARGET), Intent.Stop::new),
    RESUME(
            Risk.COSTS,
            CommandForm.of(7, "Start again what was stopped", "resume lease-17", Field.TARGET),
            Intent.Resume::new),
    WITHDRAW(
            Risk.REVERSIBLE,
            CommandForm.of(8, "Take back a request of yours", "withdraw req-17", Field.TARGET),
            Intent.Withdraw::new),
    TRANSFER(
            Risk.COSTS,
            CommandForm.unlisted("Hand something to somebody else", "transfer lease-17 --to mia", Field.TARGET),
            Takes.of(TARGET, TARGET, GRANTEE)),
    LIST(
            Risk.LOOKS,
            CommandForm.of(
                    3,
                    "What you have and what you asked for, a team's, what waits, or who has access to data",
                    "list waiting",
                    optional(TEAM, CommandValue.SCOPE, "the word team for your own, or a team's name"),
                    optional(WHAT, CommandValue.LISTED, "waiting: what waits for a yes; access: who has it"),
                    optional(DATASET, CommandValue.DATASET, "to what data, for who has access to it")),
            Takes.of(TEAM, WHAT, TEAM)),
    STATUS(
            Risk.LOOKS,
            CommandForm.of(4, "How it stands with one thing", "status req-17", Field.TARGET),
            Takes.only(TARGET)),
    SPEND(
            Risk.LOOKS,
            CommandForm.of(
                    9,
                    "What was used and what it cost",
                    "spend growth --period 2026-02",
                    optional(TEAM, CommandValue.TEAM, "a team; yours when left out")),
            Takes.of(TEAM, TEAM, PERSON, PERIOD, BY, TOP, RESOURCE, PROJECT)),
    APPROVE(
            Risk.DECIDES,
            CommandForm.of(11, "Say yes to a request you may decide on", "approve req-17", Field.REQUEST),
            Takes.of(TARGET, TARGET, DATASET, REASON)),
    DENY(
            Risk.DECIDES,
            CommandForm.of(
                    12,
                    "Say no to a request you may decide on",
                    "deny req-17 --reason \"use the sandbox\"",
                    Field.REQUEST),
            Takes.of(TARGET, TARGET, DATASET, REASON)),
    RUN(
            Risk.COSTS,
            CommandForm.of(
                    14,
                    "Run a job that is listed",
                    "run nightly-churn",
                    required(JOB, CommandValue.TEXT, "the job's name")),
            Takes.only(JOB)),
    FIND(
            Risk.LOOKS,
            CommandForm.unlisted(
                    "Find data or something to launch",
                    "find returns",
                    required(QUERY, CommandValue.TEXT, "what you look for")),
            Takes.only(QUERY)),
    WHY(
            Risk.LOOKS,
            CommandForm.of(
                    10,
                    "Why something was decided as it was",
                    "why req-17",
                    Field.TARGET,
                    optional(REFUSED, CommandValue.REFUSED, "the last one that was refused")),
            Takes.of(TARGET, TARGET, REFUSED)),
    HELP(
            Risk.LOOKS,
            CommandForm.of(
                    13,
                    "What can be asked for and how",
                    "help launch",
                    optional(QUERY, CommandValue.TOPIC, "a command or a golden path")
                            .called("topic")),
            Takes.only(QUERY)),
    SMALLTALK(Risk.NOTHING, null, Takes.NOTHING),
    OUTOFSCOPE(Risk.NOTHING, null, Takes.NOTHING);

    /** The most that can come of it. */
    private enum Risk {
        /** It asks for nothing of ours. */
        NOTHING,
        /** It only tells. */
        LOOKS,
        /** Who did it can do it the other way again. */
        REVERSIBLE,
        /** It costs money or widens somebody's rights. */
        COSTS,
        /** What it ends may be lost. */
        DESTROYS,
        /** It decides on what somebody else wants; no model has a word for it. */
        DECIDES
    }

    /**
     * The slots that sentences fill.
     *
     * @param subject what it is about; null: nothing of ours
     * @param parameters whether golden paths' own parameters are slots of it as well
     */
    private record Takes(@Nullable KnownSlot subject, List<KnownSlot> slots, boolean parameters) {
        static final Takes NOTHING = new Takes(null, List.of(), false);

        static Takes only(KnownSlot subject) {
            return new Takes(subject, List.of(subject), false);
        }

        static Takes of(KnownSlot subject, KnownSlot... slots) {
            return new Takes(subject, List.of(slots), false);
        }

        Takes andParameters() {
            return new Takes(subject, slots, true);
        }
    }

    private final Risk risk;
    private final @Nullable CommandForm command;
    private final @Nullable Function<Target, Intent> intent;
    private final Takes takes;

    /** Its intent says more than what it is done with. */
    Verb(Risk risk, @Nullable CommandForm command, Takes takes) {
        this(risk, command, null, takes);
    }

    /** All there is to it is what it is done with. */
    Verb(Risk risk, CommandForm command, Function<Target, Intent> intent) {
        this(risk, command, intent, Takes.only(TARGET));
    }

    Verb(Risk risk, @Nullable CommandForm command, @Nullable Function<Target, Intent> intent, Takes takes) {
        this.risk = risk;
        this.command = command;
        this.intent = intent;
        this.takes = takes;
    }

    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<Verb> called(String word) {
        return Stream.of(values()).filter(verb -> verb.word().equals(word)).findFirst();
    }

    /** The verb a command begins with. */
    public static Optional<Verb> leading(String command) {
        return called(command.strip().split("\\s+", 2)[0]);
    }

    /** Whether there is a form that says it: what it is done with, how large, how long. */
    public boolean hasForm() {
        return switch (this) {
            case LAUNCH, GRANT, EXTEND, RESIZE -> true;
            default -> false;
        };
    }

    /** What is meant by it, where that is something done with one thing and nothing else. */
    Optional<Intent> on(Target target) {
        return Optional.ofNullable(intent).map(made -> made.apply(target));
    }

    public static Verb of(Intent.OnTarget intent) {
        return Stream.of(values())
                .filter(verb -> verb.on(intent.target()).filter(intent::equals).isPresent())
                .findFirst()
                .orElseThrow();
    }

    public static List<Verb> which(Predicate<Verb> which) {
        return Stream.of(values()).filter(which).toList();
    }

    /** Whether a slot says which of all things something is done with. */
    public static boolean names(SlotName slot) {
        return which(Verb::acts).stream()
                .flatMap(verb -> verb.subject().stream())
                .anyMatch(slot::equals);
    }

    /** How it is typed; empty where it is only said. */
    public Optional<CommandForm> command() {
        return Optional.ofNullable(command);
    }

    /** What it is about; empty where it is about nothing of ours. */
    public Optional<KnownSlot> subject() {
        return Optional.ofNullable(takes.subject());
    }

    /** Those that sentences fill; a command may take fewer. */
    public List<KnownSlot> slots() {
        return takes.slots();
    }

    public boolean takes(KnownSlot slot) {
        return takes.slots().contains(slot);
    }

    /** Whether golden paths' own parameters are slots of it as well. */
    public boolean parameters() {
        return takes.parameters();
    }

    /** Whether it does something that its own asker answers for. */
    public boolean acts() {
        return switch (risk) {
            case REVERSIBLE, COSTS, DESTROYS -> true;
            case NOTHING, LOOKS, DECIDES -> false;
        };
    }

    /** Whether it decides on what somebody asked for. */
    public boolean decides() {
        return risk == Risk.DECIDES;
    }

    /** Whether anything comes of it that a look does not have. */
    public boolean changes() {
        return acts() || decides();
    }

    public boolean looks() {
        return risk == Risk.LOOKS;
    }

    /** Whether it asks for something of ours at all. */
    public boolean ours() {
        return risk != Risk.NOTHING;
    }

    /** Whether it wants something that is not there yet. */
    public boolean opens() {
        return takes.subject() == PATH || takes.subject() == DATASET;
    }

    /** Whether it is about something that its asker has or waits for. */
    public boolean onWhatIs() {
        return takes.subject() == TARGET && !decides();
    }
}
