package dev.quartermaster.bot.card.request;

import dev.quartermaster.actions.lease.Lease;
import dev.quartermaster.bot.slack.text.Mrkdwn;
import dev.quartermaster.intents.part.PartType;
import dev.quartermaster.intents.part.PartTypes;
import dev.quartermaster.intents.plan.Link;
import java.util.Optional;

/** The links of a live lease, and the references of those of its parts that have a title for theirs and
 * are no such link themselves. */
final class LeaseLinks {
    private LeaseLinks() {}

    /** One line for each link; empty: it has none. */
    static Mrkdwn of(Lease lease, PartTypes types) {
        Mrkdwn links = Mrkdwn.ours("");
        for (Link link : lease.links()) {
            links = links.and(links.value().isEmpty() ? "" : "\n").and(line(link));
        }
        for (Lease.PartState part : lease.parts()) {
            String title =
                    types.find(part.provider()).map(PartType::referenceTitle).orElse("");
            boolean there = lease.links().stream().anyMatch(link -> link.url().equals(part.ref()));
            if (!title.isEmpty() && !part.ref().isBlank() && !there) {
                links = links.and(links.value().isEmpty() ? "" : "\n").and(line(new Link(title, part.ref(), "none")));
            }
        }
        return links;
    }

    /** Which of them lead to what runs on this machine in place of what a cluster would run; a line each. */
    static Mrkdwn here(Lease lease, PartTypes types) {
        Mrkdwn here = Mrkdwn.ours("");
        for (Lease.PartState part : lease.parts()) {
            Optional<String> words = types.standsIn(part.provider());
            for (Link link : lease.links()) {
                if (words.isPresent() && link.url().equals(part.ref())) {
                    here = here.and("\n").and(Mrkdwn.bold(link.title())).and(" is " + words.get() + ".");
                }
            }
        }
        return here;
    }

    /** A link that is no web address (a clone URL) is shown as text: Slack would not open it. */
    private static Mrkdwn line(Link link) {
        return link.url().matches("https?://[^\\s|<>]+")
                ? Mrkdwn.ours("• ").and(Mrkdwn.link(link.url(), link.title()))
                : Mrkdwn.ours("• ")
                        .and(Mrkdwn.bold(link.title()))
                        .and(": ")
                        .and(Mrkdwn.said("`" + link.url().replace("`", "") + "`"));
    }
}
