package dev.quartermaster.bot.conversation.verb;

import dev.quartermaster.actions.bundle.Bundles;
import dev.quartermaster.actions.lease.Lease;
import dev.quartermaster.actions.lease.Leases;
import dev.quartermaster.bot.card.overview.DataAccessCard;
import dev.quartermaster.bot.conversation.dialogue.IncomingMessage;
import dev.quartermaster.bot.slack.outbox.Message;
import dev.quartermaster.bot.slack.outbox.Outbox;
import dev.quartermaster.intents.catalogue.Catalogue;
import dev.quartermaster.intents.catalogue.Dataset;
import dev.quartermaster.intents.catalogue.DatasetName;
import dev.quartermaster.intents.people.People;
import dev.quartermaster.intents.people.PersonId;
import dev.quartermaster.intents.people.Team;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Answers who has access to a dataset: in full to whoever owns it or stands in for them and to platform leads, to a
 * manager about their own team; everybody else hears whom to ask.
 */
@Component
class AccessAnswer {
    private final Leases leases;
    private final Bundles bundles;
    private final Outbox outbox;

    AccessAnswer(Leases leases, Bundles bundles, Outbox outbox) {
        this.leases = leases;
        this.bundles = bundles;
        this.outbox = outbox;
    }

    /** @param name null: all that is theirs */
    void holders(IncomingMessage asking, @Nullable DatasetName name) {
        People people = bundles.current().people();
        Catalogue catalogue = bundles.current().catalogue();
        PersonId viewer = asking.person();
        List<Dataset> meant = name == null
                ? catalogue.datasets().values().stream()
                        .filter(dataset -> owns(viewer, dataset))
                        .sorted((one, other) -> one.name().compareTo(other.name()))
                        .toList()
                : catalogue.covered(name);
        if (meant.isEmpty()) {
            say(asking, "You own no data. Name what you mean, as in `/qm list access sales.orders`.");
            return;
        }
        List<DatasetName> whole = meant.stream()
                .filter(dataset -> people.isPlatformLead(viewer) || owns(viewer, dataset))
                .map(Dataset::name)
                .toList();
        List<Team> managed = people.teams().values().stream()
                .filter(team -> team.manager().equals(viewer))
                .toList();
        if (whole.isEmpty() && managed.isEmpty()) {
            say(asking, refused(meant, people));
            return;
        }
        List<DatasetName> names = meant.stream().map(Dataset::name).toList();
        List<DataAccessCard.Holder> holders = leases.reaching(names).stream()
                .flatMap(lease -> holders(lease, names))
                .filter(holder -> whole.contains(holder.data())
                        || managed.stream().anyMatch(team -> team.id().equals(holder.team())))
                .toList();
        String part = whole.containsAll(names) ? "" : partly(meant, whole, managed, people);
        String what = name == null ? "your data" : name.value();
        outbox.say(asking.privately(), DataAccessCard.of(what, holders, part, people));
    }

    private static boolean owns(PersonId person, Dataset dataset) {
        return person.equals(dataset.owner()) || person.equals(dataset.deputy());
    }

    private static Stream<DataAccessCard.Holder> holders(Lease lease, Collection<DatasetName> names) {
        return lease.giving().stream()
                .flatMap(part -> part.reaches().stream()
                        .filter(names::contains)
                        .sorted()
                        .map(data -> new DataAccessCard.Holder(
                                lease.owner(),
                                lease.team(),
                                data,
                                part.spec().getOrDefault("access", "read").toString(),
                                lease)));
    }

    private static String refused(List<Dataset> meant, People people) {
        return "Who has access to " + names(meant) + " is for those to see who answer for it. Ask "
                + owners(meant, people) + "; `/qm list` shows what you have yourself.";
    }

    private static String partly(List<Dataset> meant, List<DatasetName> whole, List<Team> managed, People people) {
        List<Dataset> others =
                meant.stream().filter(each -> !whole.contains(each.name())).toList();
        String theirs = managed.isEmpty()
                ? "nobody"
                : "only people of " + managed.stream().map(Team::title).collect(Collectors.joining(", "));
        return "Of " + names(others) + " " + theirs + " is shown to you; " + owners(others, people)
                + " sees everybody.";
    }

    private static String names(List<Dataset> datasets) {
        return datasets.stream().map(each -> each.name().value()).collect(Collectors.joining(", "));
    }

    private static String owners(List<Dataset> datasets, People people) {
        Set<PersonId> owners = new TreeSet<>();
        datasets.forEach(each -> {
            owners.add(each.owner());
            if (each.deputy() != null) {
                owners.add(each.deputy());
            }
        });
        return owners.stream().map(people::name).collect(Collectors.joining(" or "));
    }

    private void say(IncomingMessage asking, String words) {
        outbox.say(asking.privately(), Message.said(words));
    }
}
