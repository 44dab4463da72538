package dev.quartermaster.bot.card.overview;

import dev.quartermaster.actions.lease.Lease;
import dev.quartermaster.bot.card.Blocks;
import dev.quartermaster.bot.card.Wording;
import dev.quartermaster.bot.slack.outbox.Message;
import dev.quartermaster.bot.slack.text.Mrkdwn;
import dev.quartermaster.intents.catalogue.DatasetName;
import dev.quartermaster.intents.people.People;
import dev.quartermaster.intents.people.PersonId;
import dev.quartermaster.intents.people.TeamId;
import java.util.List;

/** A list of who has which access to a dataset, and until when. */
public final class DataAccessCard {
    private static final int MOST = 40;

    private DataAccessCard() {}

    /** One person's access by one lease. @param access {@code read} or {@code write} */
    public record Holder(PersonId person, TeamId team, DatasetName data, String access, Lease lease) {}

    /** @param what was asked about. @param part what is not shown and who would see it; empty: all of it is shown */
    public static Message of(String what, List<Holder> holders, String part, People people) {
        long persons = holders.stream().map(Holder::person).distinct().count();
        String title = "Access to " + what + ": " + persons + (persons == 1 ? " person" : " people");
        Blocks blocks = new Blocks().header(title);
        if (holders.isEmpty()) {
            blocks.section(Mrkdwn.ours("Nobody has access right now."));
        }
        holders.stream().limit(MOST).forEach(holder -> blocks.section(line(holder, people)));
        if (holders.size() > MOST) {
            blocks.context(Mrkdwn.ours("and " + (holders.size() - MOST) + " more."));
        }
        if (!part.isEmpty()) {
            blocks.context(Mrkdwn.theirs(part));
        }
        return blocks.message(Mrkdwn.theirs(title));
    }

    private static Mrkdwn line(Holder holder, People people) {
        Lease lease = holder.lease();
        Mrkdwn line = Mrkdwn.bold(Wording.name(holder.person(), people))
                .and(" · ")
                .and(Mrkdwn.theirs(holder.access() + " on " + holder.data()))
                .and(lease.state() == Lease.State.ENDING ? " · being taken back, ended " : " · until ")
                .and(Wording.moment(lease.until()))
                .and(" · `" + lease.id() + "`");
        return lease.purpose().isBlank() ? line : line.and(" · ").and(Mrkdwn.theirs(Wording.brief(lease.purpose())));
    }
}
