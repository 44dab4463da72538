package dev.quartermaster.intents.intent;

import dev.quartermaster.intents.catalogue.DatasetName;
import dev.quartermaster.intents.catalogue.PathName;
import dev.quartermaster.intents.catalogue.Value;
import dev.quartermaster.intents.people.PersonId;
import dev.quartermaster.intents.people.TeamId;
import java.time.Instant;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * One thing that a person wants done or told, with everything that was said about it. Sealed: a new verb must break the
 * compile wherever it matters. Who wants it is not in here; that comes from the authenticated event.
 */
public sealed interface Intent {
    /** Something to have for a time, as rules judge it: an environment, or access to data. */
    sealed interface Acquisition {
        Term term();

        /** As written; empty when not said. */
        String purpose();

        /** Whom it is for; null: the asker. */
        @Nullable
        PersonId grantee();

        /** When it is to be handed over; null: as soon as it may be. */
        @Nullable
        Instant from();

        /** The same for another length of time. */
        Intent lasting(Term other);

        /** The same for that time and person, from that moment. */
        Intent with(Term other, @Nullable PersonId whom, @Nullable Instant start);
    }

    /**
     * @param parameters only what was said (never {@code duration}: that is the term); names and types are the path's,
     *     values may still lie outside its bounds, the verdict says so and offers the nearest
     * @param purpose as written; empty when not said
     * @param grantee whom it is for; null: the asker
     * @param from when it is to be handed over; null: as soon as it may be
     */
    record Launch(
            PathName path,
            SortedMap<String, Value> parameters,
            Term term,
            String purpose,
            @Nullable PersonId grantee,
            @Nullable Instant from)
            implements Intent, Acquisition {
        public Launch {
            parameters = Collections.unmodifiableSortedMap(new TreeMap<>(parameters));
        }

        /** One for the asker, as soon as it may be. */
        public Launch(PathName path, SortedMap<String, Value> parameters, Term term, String purpose) {
            this(path, parameters, term, purpose, null, null);
        }

        @Override
        public Launch lasting(Term other) {
            return with(other, grantee, from);
        }

        @Override
        public Launch with(Term other, @Nullable PersonId whom, @Nullable Instant start) {
            return new Launch(path, parameters, other, purpose, whom, start);
        }

        /** The same with other parameters. */
        public Launch with(SortedMap<String, Value> others) {
            return new Launch(path, others, term, purpose, grantee, from);
        }

        public Launch with(String name, Value value) {
            SortedMap<String, Value> changed = new TreeMap<>(parameters);
            changed.put(name, value);
            return new Launch(path, changed, term, purpose, grantee, from);
        }
    }

    /** Access to data. @param grantee null: the asker. @param from null: as soon as it may be */
    record Grant(
            DatasetName dataset,
            Access access,
            Term term,
            String purpose,
            @Nullable PersonId grantee,
            @Nullable Instant from)
            implements Intent, Acquisition {
        /** One from as soon as it may be. */
        public Grant(DatasetName dataset, Access access, Term term, String purpose, @Nullable PersonId grantee) {
            this(dataset, access, term, purpose, grantee, null);
        }

        @Override
        public Grant lasting(Term other) {
            return with(other, grantee, from);
        }

        @Override
        public Grant with(Term other, @Nullable PersonId whom, @Nullable Instant start) {
            return new Grant(dataset, access, other, purpose, whom, start);
        }
    }

    /** Longer: by a length, or up to a moment. */
    record Extend(Target target, Term term) implements Intent {}

    /** @param parameters what it is to have in all, or how much more or less; nothing: what it had before its last change */
    record Resize(Target target, SortedMap<String, Value> parameters) implements Intent {}

    /** Something done with one thing, with nothing else to be said of it. */
    sealed interface OnTarget {
        Target target();
    }

    record Stop(Target target) implements Intent, OnTarget {}

    record Resume(Target target) implements Intent, OnTarget {}

    record Withdraw(Target target) implements Intent, OnTarget {}

    record Transfer(Target target, PersonId to) implements Intent {}

    /**
     * What is there.
     *
     * @param target which one; of all or of what waits it says nothing
     * @param team whether a whole team's, not only the asker's
     * @param named which team's; null: the asker's own
     */
    record Show(
            What what,
            Target target,
            boolean team,
            @Nullable TeamId named) implements Intent {
        public enum What {
            ALL,
            ONE,
            /** What waits for a yes: the asker's decision, and theirs that waits for others. */
            WAITING
        }

        /** The asker's own, or their own team's. */
        public Show(What what, Target target, boolean team) {
            this(what, target, team, null);
        }
    }

    /** Who has access to data, until when. @param dataset null: to all that the asker owns */
    record Holders(@Nullable DatasetName dataset) implements Intent {}

    /** What was spent. @param team null: the asker's. @param period null: this month so far */
    record Spend(@Nullable TeamId team, @Nullable Period period) implements Intent {}

    /** Only ever from the slash grammar, a button or unmistakable words in the thread of one waiting request. */
    record Decide(Target request, Choice choice, String reason) implements Intent {
        public enum Choice {
            APPROVE,
            DENY
        }
    }

    record Run(String job) implements Intent {}

    record Find(String query) implements Intent {}

    /** @param refused whether it is about something that was refused or denied: then the last of those is meant */
    record Why(Target target, boolean refused) implements Intent {
        public Why(Target target) {
            this(target, false);
        }
    }

    /** @param topic a verb, a path, or empty for the whole */
    record Help(String topic) implements Intent {}
}
