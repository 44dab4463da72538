package dev.quartermaster.intents.reading;

import dev.quartermaster.intents.catalogue.Catalogue;
import dev.quartermaster.intents.catalogue.DatasetName;
import dev.quartermaster.intents.catalogue.PathName;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The slots that sentences and commands fill: the one place that knows what each of them is. Which verb takes which is the
 * verb's to say ({@link Verb#slots()}). Their order is the one they are told to a model in.
 */
public enum KnownSlot implements SlotName {
    PATH("path", Kind.NAME, KnownSlot::paths),
    DATASET("dataset", Kind.NAME, KnownSlot::datasets),
    ACCESS("access", Kind.CHOICE, List.of("read", "write")),
    /** What a sum is split by. */
    BY(
            "by",
            Kind.CHOICE,
            List.of(
                    "person",
                    "project",
                    "path",
                    "team",
                    "dataset",
                    "day",
                    "week",
                    "month",
                    "resource",
                    "environment",
                    "purpose")),
    /** How many of the same. */
    COUNT("count", Kind.AMOUNT),
    TOP("top", Kind.AMOUNT),
    /** Something that is there already: its id, or what people call it. */
    TARGET("target", Kind.NAME, Trait.WORDED),
    /** An ISO length. */
    FOR(
            "for",
            Kind.TIME,
            new Option("duration", CommandValue.LENGTH, "for how long, such as 8h, 3d or 2w"),
            Trait.SHARED),
    /** An end: a local day, or a moment. */
    UNTIL(
            "until",
            Kind.TIME,
            new Option("until", CommandValue.END, "its end, such as 2026-04-15 or \"Friday 5pm\""),
            Trait.SHARED),
    /** A start: a local day, or a moment. */
    FROM(
            "from",
            Kind.TIME,
            new Option(
                    "from",
                    CommandValue.START,
                    "when it is to start, such as 2026-04-15 or \"Monday 9:00\"; at once when left out"),
            Trait.SHARED),
    /** Days of the past, or several stretches of them. */
    PERIOD(
            "period",
            Kind.TIME,
            new Option("period", CommandValue.PERIOD, "such as 2026-02 or \"last month\"; this month when left out"),
            Trait.WORDED),
    PURPOSE(
            "purpose",
            Kind.TEXT,
            new Option("purpose", CommandValue.TEXT, "what it is for; approvers read it"),
            Trait.WORDED,
            Trait.SHARED),
    NAME("name", Kind.TEXT, "name", "a name", Trait.WORDED),
    IMAGE("image", Kind.CODE, "image", "an image", Trait.WORDED),
    PROJECT("project", Kind.TEXT, Trait.WORDED, Trait.SHARED),
    TEAM("team", Kind.NAME, Trait.SHARED),
    PERSON("person", Kind.NAME),
    /** Whose it becomes. */
    GRANTEE(
            "grantee",
            Kind.NAME,
            new Option("to", CommandValue.PERSON, "whose it becomes, where you answer for them; yours when left out"),
            Trait.SHARED),
    /** How a model says that it found a dataset which nobody told it of. */
    UNKNOWN_DATASET("unknown_dataset", Kind.NAME),
    /** What is to be listed. */
    WHAT("what", Kind.TEXT, Trait.WORDED),
    RESOURCE("resource", Kind.CHOICE),
    JOB("job", Kind.TEXT, Trait.WORDED),
    QUERY("query", Kind.TEXT, Trait.WORDED),
    /** Said with a decision. */
    REASON("reason", Kind.TEXT, new Option("reason", CommandValue.TEXT, "said to the asker"), Trait.WORDED, Trait.OURS),
    SCHEDULE("schedule", Kind.CODE, "schedule", "a schedule", Trait.WORDED, Trait.OURS),
    /** A file to run. */
    SCRIPT("script", Kind.CODE, "script", null, Trait.WORDED, Trait.OURS),
    /** An address to clone from. */
    REPOSITORY("repository", Kind.CODE, "repository", null, Trait.WORDED, Trait.OURS),
    REFUSED("refused", Kind.CHOICE, Trait.OURS),

    GPUS("gpus", Kind.AMOUNT, "gpus", "GPUs"),
    WORKERS("workers", Kind.AMOUNT, "workers", "workers"),
    CPU("cpu", Kind.AMOUNT, "cpu", "cores"),
    MEMORY_GB("memory_gb", Kind.AMOUNT, "memory", "memory or storage"),
    GPU_KIND("gpu_kind", Kind.CHOICE, "gpu_kind", "a kind of GPU"),
    SIZE("size", Kind.CHOICE, "size", "sizes"),

    /** An account that is nobody's: found in sentences, and in no slot of that name. */
    SERVICE("service", Kind.NAME, Trait.OURS),
    /** A table that the catalogue does not know: found in sentences only, so that a parameter may be called that. */
    TABLE("table", Kind.NAME, Trait.OURS, Trait.FREE);

    /** What its value is, and so how it is read, compared and corrected. */
    public enum Kind {
        /** In ISO form, local to who speaks. */
        TIME,
        /** A whole number. */
        AMOUNT,
        /** One word of a few. */
        CHOICE,
        /** Of something or somebody that the catalogue, the people or the records know; may be several. */
        NAME,
        /** Words as written; two readers may cut them differently and mean the same. */
        TEXT,
        /** Text with a grammar of its own. */
        CODE
    }

    /**
     * {@code --name value} of a command.
     *
     * @param about for the help
     */
    public record Option(String name, CommandValue value, String about) {}

    private enum Trait {
        /** Its words may hold a time or a number that means nothing by itself. */
        WORDED,
        /** Said once for several launches it is that of each. */
        SHARED,
        /** Said by our own readers and commands, never by a model. */
        OURS,
        /** A golden path may have a parameter of that name. */
        FREE
    }

    private static final Map<String, KnownSlot> CALLED = Stream.of(values())
            .filter(slot -> !slot.traits.contains(Trait.FREE))
            .collect(Collectors.toUnmodifiableMap(KnownSlot::text, slot -> slot));

    private final String text;
    private final Kind kind;
    private final @Nullable Option option;
    private final @Nullable String parameter;
    private final @Nullable String words;
    private final @Nullable Function<Catalogue, List<String>> options;
    private final Set<Trait> traits;

    KnownSlot(
            String text,
            Kind kind,
            @Nullable Option option,
            @Nullable String parameter,
            @Nullable String words,
            @Nullable Function<Catalogue, List<String>> options,
            Trait... traits) {
        this.text = text;
        this.kind = kind;
        this.option = option;
        this.parameter = parameter;
        this.words = words;
        this.options = options;
        this.traits = EnumSet.noneOf(Trait.class);
        this.traits.addAll(Arrays.asList(traits));
    }

    KnownSlot(String text, Kind kind, Trait... traits) {
        this(text, kind, null, null, null, null, traits);
    }

    /** Commands take it as an option. */
    KnownSlot(String text, Kind kind, Option option, Trait... traits) {
        this(text, kind, option, null, null, null, traits);
    }

    /**
     * A parameter that sentences are searched for, on whatever path; {@code words} for a path that has no such choice, null
     * where that is worth no word.
     */
    KnownSlot(String text, Kind kind, @Nullable String parameter, @Nullable String words, Trait... traits) {
        this(text, kind, null, parameter, words, null, traits);
    }

    KnownSlot(String text, Kind kind, Function<Catalogue, List<String>> options) {
        this(text, kind, null, null, null, options);
    }

    KnownSlot(String text, Kind kind, List<String> options) {
        this(text, kind, null, null, null, catalogue -> options);
    }

    static Optional<KnownSlot> called(String text) {
        return Optional.ofNullable(CALLED.get(text));
    }

    /** Whether a parameter of that name has to be told apart from what commands and readings mean by it. */
    static boolean taken(String name) {
        return CALLED.containsKey(name)
                || CALLED.values().stream().anyMatch(slot -> slot.called().equals(name));
    }

    @Override
    public String text() {
        return text;
    }

    @Override
    public Optional<String> parameter() {
        return Optional.ofNullable(parameter);
    }

    public Kind kind() {
        return kind;
    }

    /** How a command takes it beside its places; empty where it stands in a place, or no command takes it. */
    public Optional<Option> option() {
        return Optional.ofNullable(option);
    }

    /** What it is called in a command. */
    public String called() {
        return option == null ? text : option.name();
    }

    /** What a path gives no choice of that has no such parameter; empty where a launch is not asked for with it. */
    Optional<String> words() {
        return Optional.ofNullable(words);
    }

    /** What may be said for it in one catalogue; empty where it is not one of a list, and no path's parameter says it. */
    public List<String> options(Catalogue catalogue) {
        return options == null ? List.of() : options.apply(catalogue);
    }

    /** Whether a model may fill it with one of a list ({@link #options}), whatever the golden paths are. */
    public boolean listed() {
        return options != null;
    }

    /** Whether a model has a word for it. */
    public boolean told() {
        return !traits.contains(Trait.OURS);
    }

    /** Whether its words may hold a time or a number that means nothing by itself. */
    public boolean worded() {
        return traits.contains(Trait.WORDED);
    }

    /** Whether said once for several launches it is that of each. */
    public boolean shared() {
        return traits.contains(Trait.SHARED);
    }

    /** How many or how much of something a launch is made with. */
    public boolean counted() {
        return kind == Kind.AMOUNT && parameter != null;
    }

    /** How large something is, in whatever way that is said. */
    public boolean sized() {
        return counted() || kind == Kind.CHOICE && parameter != null;
    }

    @Override
    public String toString() {
        return text;
    }

    private static List<String> paths(Catalogue catalogue) {
        return catalogue.paths().keySet().stream().sorted().map(PathName::value).toList();
    }

    /** Each by its name, then whole schemas as {@code schema.*}. */
    private static List<String> datasets(Catalogue catalogue) {
        var names = catalogue.datasets().keySet().stream().sorted().toList();
        var schemas = names.stream().map(name -> name.schema() + ".*").distinct();
        return Stream.concat(names.stream().map(DatasetName::value), schemas).toList();
    }
}
