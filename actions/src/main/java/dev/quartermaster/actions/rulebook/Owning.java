package dev.quartermaster.actions.rulebook;

import dev.quartermaster.actions.bundle.Bundles;
import dev.quartermaster.actions.presence.RightsNow;
import dev.quartermaster.intents.people.People;
import dev.quartermaster.intents.people.PersonId;
import dev.quartermaster.intents.rulebook.RuleSheet;
import dev.quartermaster.intents.rulebook.Rulebook;
import java.util.Collection;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Who owns what a change touches, and how those who do not are told. */
@Component
class Owning {
    private final Bundles bundles;
    private final RightsNow rights;

    Owning(Bundles bundles, RightsNow rights) {
        this.bundles = bundles;
        this.rights = rights;
    }

    /** Owners by the files in force, never by the text proposed: that could name its own judge. */
    Set<PersonId> deciders(RuleChange change, People people) {
        Rulebook book = Rulebook.of(bundles.current().files());
        Set<String> owners = change.files().keySet().stream()
                .map(file -> book.sheet(file).map(RuleSheet::owner).orElse(""))
                .collect(Collectors.toCollection(TreeSet::new));
        return new Owners(rights.of(people)).decidingAll(owners, change.by());
    }

    /** Nobody else is there: whom to ask. */
    String nobody(RuleChange change) {
        People people = bundles.current().people();
        Set<PersonId> leads = new TreeSet<>(people.group(People.PLATFORM_LEADS));
        leads.remove(change.by());
        return "Nobody but you could say yes: " + change.owner() + " owns the file, and nobody decides on a change of"
                + " their own. Ask " + (leads.isEmpty() ? "the platform team" : names(leads))
                + " to name another owner in it, or to write the change for you to approve.";
    }

    String notYours(RuleChange change) {
        return "That is for the owner of the file to decide (" + change.owner() + ").";
    }

    String late(RuleChange change) {
        PersonId by = change.decidedBy();
        String who = by == null ? "" : " by " + name(by);
        return switch (change.state()) {
            case DRAFT, WAITING -> "It waits for a decision.";
            case APPROVED -> "It was approved" + who + " already.";
            case DENIED -> "It was denied" + who + " already.";
            case WITHDRAWN -> "It was taken back.";
            case STALE -> "It is out of date: " + change.remark();
            case LAPSED -> "Its time is up; nobody decided. `/qm change " + change.rule() + "` writes it again.";
        };
    }

    private String names(Collection<PersonId> persons) {
        return persons.stream().map(this::name).collect(Collectors.joining(" or "));
    }

    private String name(PersonId person) {
        return bundles.current().people().name(person);
    }
}
