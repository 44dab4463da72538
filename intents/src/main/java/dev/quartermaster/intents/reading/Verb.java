package dev.quartermaster.intents.reading;

import static dev.quartermaster.intents.reading.KnownSlot.*;

import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
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
            PATH,
            Takes.PARAMETERS,
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
            SCHEDULE),
    GRANT(Risk.COSTS, DATASET, Takes.SLOTS, DATASET, UNKNOWN_DATASET, ACCESS, FOR, UNTIL, FROM, GRANTEE, PURPOSE),
    EXTEND(Risk.COSTS, TARGET, Takes.SLOTS, FOR, UNTIL, TARGET),
    RESIZE(Risk.COSTS, TARGET, Takes.PARAMETERS, SIZE, CPU, MEMORY_GB, GPUS, GPU_KIND, WORKERS, TARGET),
    STOP(Risk.DESTROYS, TARGET, Takes.SLOTS, TARGET),
    RESUME(Risk.COSTS, TARGET, Takes.SLOTS, TARGET),
    WITHDRAW(Risk.REVERSIBLE, TARGET, Takes.SLOTS, TARGET),
    TRANSFER(Risk.COSTS, TARGET, Takes.SLOTS, TARGET, GRANTEE),
    LIST(Risk.LOOKS, TEAM, Takes.SLOTS, WHAT, TEAM),
    STATUS(Risk.LOOKS, TARGET, Takes.SLOTS, TARGET),
    SPEND(Risk.LOOKS, TEAM, Takes.SLOTS, TEAM, PERSON, PERIOD, BY, TOP, RESOURCE, PROJECT),
    APPROVE(Risk.DECIDES, TARGET, Takes.SLOTS, TARGET, DATASET, REASON),
    DENY(Risk.DECIDES, TARGET, Takes.SLOTS, TARGET, DATASET, REASON),
    RUN(Risk.COSTS, JOB, Takes.SLOTS, JOB),
    FIND(Risk.LOOKS, QUERY, Takes.SLOTS, QUERY),
    WHY(Risk.LOOKS, TARGET, Takes.SLOTS, TARGET, REFUSED),
    HELP(Risk.LOOKS, QUERY, Takes.SLOTS, QUERY),
    SMALLTALK(Risk.NOTHING, null, Takes.SLOTS),
    OUTOFSCOPE(Risk.NOTHING, null, Takes.SLOTS);

    /** The most that can come of it. */
    public enum Risk {
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

    private enum Takes {
        SLOTS,
        /** Besides its slots those of golden paths' own parameters. */
        PARAMETERS
    }

    private final Risk risk;
    private final @Nullable KnownSlot subject;
    private final boolean parameters;
    private final Set<KnownSlot> slots;

    Verb(Risk risk, @Nullable KnownSlot subject, Takes takes, KnownSlot... slots) {
        this.risk = risk;
        this.subject = subject;
        this.parameters = takes == Takes.PARAMETERS;
        this.slots = new LinkedHashSet<>(Arrays.asList(slots));
    }

    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<Verb> called(String word) {
        return Stream.of(values()).filter(verb -> verb.word().equals(word)).findFirst();
    }

    public static List<Verb> which(Predicate<Verb> which) {
        return Stream.of(values()).filter(which).toList();
    }

    public Risk risk() {
        return risk;
    }

    /** What it is about; empty where it is about nothing of ours. */
    public Optional<KnownSlot> subject() {
        return Optional.ofNullable(subject);
    }

    /** Those that sentences fill; a command may take fewer. */
    public List<KnownSlot> slots() {
        return List.copyOf(slots);
    }

    public boolean takes(KnownSlot slot) {
        return slots.contains(slot);
    }

    /** Whether golden paths' own parameters are slots of it as well. */
    public boolean parameters() {
        return parameters;
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
        return subject == PATH || subject == DATASET;
    }

    /** Whether it is about something that its asker has or waits for. */
    public boolean onWhatIs() {
        return subject == TARGET && !decides();
    }
}
