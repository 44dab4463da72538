package dev.quartermaster.actions.request.service;

import dev.quartermaster.actions.request.ApprovalTally;
import dev.quartermaster.actions.request.Request;
import dev.quartermaster.intents.people.People;
import dev.quartermaster.intents.people.PersonId;
import dev.quartermaster.intents.policy.Rights;
import dev.quartermaster.intents.policy.Stage;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Whose turn it is to say yes: who is asked personally, which is fewer than may decide. Asking nobody gives or takes a
 * right; everybody who may decide sees the card in the channel and in their Home.
 *
 * @param away who is not there to be asked
 */
public record ApproverRouting(Rights rights, Set<PersonId> away) {
    /** More copies than this in people's messages would be noise; the channel has the card for everybody. */
    static final int MOST = 10;

    /** How far a request is passed on when nobody answers. */
    public static final int OWNERS = 0;

    public static final int DEPUTIES = 1;
    public static final int LEADS = 2;

    /** Of those asked personally, whoever said yes already is not asked again. */
    public Set<PersonId> of(Request request, int escalated) {
        Set<PersonId> asked = new LinkedHashSet<>();
        asked(request).forEach(stage -> asked.addAll(limited(of(stage, request.askers(), escalated))));
        request.clicks().forEach(click -> asked.remove(click.by()));
        return asked;
    }

    /** Everybody a waiting request belongs to, whether or not they would be asked at once: who must hear if it goes without them. */
    public Set<PersonId> owners(Request request) {
        Set<PersonId> owners = new TreeSet<>();
        request.stages().forEach(stage -> owners.addAll(owners(stage, request.askers())));
        return owners;
    }

    /** Who may only help: they hear that nobody answers, and get no right by it. */
    public Set<PersonId> leads(Request request) {
        Set<PersonId> leads = new TreeSet<>(rights.people().group(People.PLATFORM_LEADS));
        leads.removeAll(request.askers());
        leads.removeIf(person -> rights.people().find(person).isEmpty() || away.contains(person));
        return leads;
    }

    /** Whether anything of it is asked for personally at all. */
    public static boolean personal(Request request) {
        return asked(request).stream().anyMatch(stage -> stage.pinged() != Stage.Ping.DIGEST);
    }

    /** Stages that still wait, those asked for first. */
    private static List<Stage> asked(Request request) {
        List<Stage> open = new ApprovalTally(request.stages(), request.clicks())
                .open().stream().map(request.stages()::get).toList();
        int order = open.stream().mapToInt(Stage::order).min().orElse(0);
        return open.stream().filter(stage -> stage.order() == order).toList();
    }

    private Set<PersonId> of(Stage stage, Set<PersonId> askers, int escalated) {
        return switch (stage.pinged()) {
            case DIGEST -> Set.of();
            case DECIDERS -> there(rights.of(stage.deciders(), askers));
            case OWNERS -> escalated >= DEPUTIES ? there(rights.of(stage.deciders(), askers)) : enough(stage, askers);
        };
    }

    /** Owners alone could never fill a stage that needs more people than there are of them. */
    private Set<PersonId> enough(Stage stage, Set<PersonId> askers) {
        Set<PersonId> owners = owners(stage, askers);
        return owners.size() < stage.needed() ? there(rights.of(stage.deciders(), askers)) : owners;
    }

    /** Owners who are there, covers of those who are not; where that is nobody, whoever may decide. */
    private Set<PersonId> owners(Stage stage, Set<PersonId> askers) {
        Set<PersonId> owners = ApprovalTally.firstHand(stage.deciders(), askers, rights);
        Set<PersonId> first = Stream.concat(
                        owners.stream().filter(owner -> !away.contains(owner)),
                        owners.stream()
                                .filter(away::contains)
                                .map(rights.covers()::get)
                                .filter(Objects::nonNull)
                                .filter(cover -> !askers.contains(cover) && !away.contains(cover)))
                .collect(Collectors.toCollection(TreeSet::new));
        return first.isEmpty() ? there(rights.of(stage.deciders(), askers)) : first;
    }

    /** Where everybody is away, they are asked all the same: somebody may look. */
    private Set<PersonId> there(Set<PersonId> persons) {
        Set<PersonId> there = new TreeSet<>(persons);
        there.removeAll(away);
        return there.isEmpty() ? persons : there;
    }

    private static Collection<PersonId> limited(Set<PersonId> persons) {
        return persons.stream().limit(MOST).toList();
    }
}
