package dev.quartermaster.actions.lease;

import dev.quartermaster.actions.provider.Credentials;
import dev.quartermaster.intents.catalogue.DatasetName;
import dev.quartermaster.intents.catalogue.PathName;
import dev.quartermaster.intents.people.PersonId;
import dev.quartermaster.intents.people.TeamId;
import dev.quartermaster.intents.plan.LeaseId;
import dev.quartermaster.intents.plan.PartName;
import dev.quartermaster.intents.plan.Plan;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What is handed out, read; and the one private thing about it. */
public interface Leases {
    Optional<Lease> find(LeaseId lease);

    /** Theirs, and what they asked for on somebody's behalf; newest first. */
    List<Lease> of(PersonId person);

    /** Of those, what is being made, live or stopped. */
    List<Lease> open(PersonId person);

    List<Lease> ofTeam(TeamId team);

    /** Of those, what is being made, live or stopped. */
    List<Lease> open(TeamId team);

    /** Which of them there are. */
    Set<LeaseId> existing(Collection<LeaseId> leases);

    List<Lease> all(int limit);

    /** What opens any of this data to somebody now: ready and not yet taken back. Newest first, all of them. */
    List<Lease> reaching(Collection<DatasetName> data);

    /** How long the last hand-overs of a path took, from the last yes until all of it was ready; newest first. */
    List<Duration> handedOver(PathName path, int limit);

    /** Likewise, of the same path in the same size: with the same numbers and amounts. */
    List<Duration> handedOver(Plan like, int limit);

    /**
     * The credentials of a part, to its owner, as often as they ask while it is live: whoever lost them, or never saw the
     * form, must not have lost what they were given. That they are shown is recorded first.
     *
     * @return empty when not the owner's, not live, the part has none, or they cannot be had right now
     */
    Optional<Credentials> reveal(LeaseId lease, PartName part, PersonId by);

    /** The last lines that its parts wrote, oldest first, for its owner alone: they may hold anything, and are kept nowhere. */
    List<String> lastLines(LeaseId lease, int most);

    /** Parts of a live lease that have credentials to show. */
    List<Showable> showable(LeaseId lease);

    /** Of what is live among them the first, as many as asked for, of which something can be made larger or smaller. */
    List<Lease> resizable(Collection<Lease> leases, int most);

    /** Why nothing of it can be made larger or smaller, with what to do instead; empty: something of it can. */
    Optional<String> fixed(LeaseId lease);

    /** @param before whether its credentials were shown before */
    record Showable(PartName part, boolean before) {}
}
