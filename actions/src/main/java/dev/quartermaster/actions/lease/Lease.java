package dev.quartermaster.actions.lease;

import dev.quartermaster.actions.RequestId;
import dev.quartermaster.intents.money.Money;
import dev.quartermaster.intents.people.PersonId;
import dev.quartermaster.intents.people.TeamId;
import dev.quartermaster.intents.plan.LeaseId;
import dev.quartermaster.intents.plan.Link;
import dev.quartermaster.intents.plan.Part;
import dev.quartermaster.intents.plan.PartName;
import dev.quartermaster.intents.plan.Plan;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What was handed out.
 *
 * @param from the hand-over: its clock starts here; null until then
 * @param until the end, agreed or expected
 * @param links only those of parts that are ready
 * @param spent metered so far
 */
public record Lease(
        LeaseId id,
        RequestId request,
        PersonId owner,
        TeamId team,
        String purpose,
        Plan plan,
        State state,
        @Nullable Instant from,
        Instant until,
        List<PartState> parts,
        List<Link> links,
        Money perHour,
        Money spent) {
    public Lease {
        parts = List.copyOf(parts);
        links = List.copyOf(links);
    }

    public Lease withLinks(List<Link> other) {
        return new Lease(id, request, owner, team, purpose, plan, state, from, until, parts, other, perHour, spent);
    }

    /** What should be known of parts that can be used, each by its name; mostly nothing. */
    public List<String> remarks() {
        return parts.stream()
                .filter(part -> part.state() == PartState.Progress.READY
                        && !part.words().isBlank())
                .map(part -> part.name() + ": " + part.words())
                .toList();
    }

    /** What gives access now; a part that is being taken back does until it is gone. */
    public List<Part> giving() {
        return plan.parts().stream().filter(part -> gives(part.name())).toList();
    }

    private boolean gives(PartName part) {
        return parts.stream().filter(each -> each.name().equals(part)).anyMatch(each -> switch (each.state()) {
            case READY, ENDING -> true;
            case WAITING, WANTED, MAKING, GONE, FAILED -> false;
        });
    }

    public enum State {
        PROVIDING,
        LIVE,
        STOPPED,
        ENDING,
        ENDED,
        /** Ended because its work has succeeded. */
        DONE,
        FAILED;

        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }

        /** Neither over nor on its way out. */
        public boolean open() {
            return switch (this) {
                case PROVIDING, LIVE, STOPPED -> true;
                case ENDING, ENDED, DONE, FAILED -> false;
            };
        }
    }

    /** @param ref what its provider calls it, for people to find it; empty until made. @param words progress or trouble */
    public record PartState(PartName name, String provider, String ref, Progress state, String words) {
        public enum Progress {
            /** For a yes: nothing of it is made before. */
            WAITING,
            WANTED,
            MAKING,
            READY,
            ENDING,
            GONE,
            FAILED;

            public String word() {
                return name().toLowerCase(Locale.ROOT);
            }
        }
    }
}
