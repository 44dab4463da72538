package dev.quartermaster.bot.card.request;

import com.slack.api.model.block.element.ButtonElement;
import dev.quartermaster.actions.preapproval.PreapprovalRequest;
import dev.quartermaster.bot.card.Blocks;
import dev.quartermaster.bot.card.Wording;
import dev.quartermaster.bot.slack.outbox.Message;
import dev.quartermaster.bot.slack.text.Mrkdwn;
import dev.quartermaster.intents.people.People;
import dev.quartermaster.intents.people.PersonId;
import java.util.Collection;
import java.util.List;

/** A preapproval: what exactly may be started without asking, until when, by whose approval. */
public final class PreapprovalCard {
    public static final String YES = "beforehand-yes";
    public static final String NO = "beforehand-no";
    public static final String STOP = "beforehand-stop";

    private PreapprovalCard() {}

    /** @param may who may decide on it right now */
    public static Message of(PreapprovalRequest asked, Collection<PersonId> may, People people) {
        boolean waits = asked.state() == PreapprovalRequest.State.WAITING;
        Blocks blocks = new Blocks()
                .header(title(asked))
                .section(Mrkdwn.bold(Wording.name(asked.by(), people))
                        .and(waits ? " asks that until " : " asked that until ")
                        .and(Wording.moment(asked.window().until()))
                        .and(" ")
                        .and(Mrkdwn.bold(asked.words()))
                        .and(" those who decide on it here. Money and data are asked for as ever."));
        if (waits) {
            String many = asked.needed() == 1 ? "May decide: " : asked.needed() + " different people are needed: ";
            blocks.section(Mrkdwn.ours(many).and(Wording.anyOf(may, people)));
            blocks.buttons(List.of(
                    Blocks.primary("Agree beforehand", YES, asked.id()), Blocks.danger("Deny", NO, asked.id())));
        } else if (asked.state() == PreapprovalRequest.State.AGREED) {
            blocks.buttons(List.of(stop(asked)));
        }
        blocks.context(Mrkdwn.ours("`" + asked.id() + "` · every use is named on its request's card"));
        return blocks.message(Mrkdwn.ours(title(asked) + ": ").and(Mrkdwn.theirs(asked.words())));
    }

    public static Message list(List<PreapprovalRequest> all, People people) {
        Blocks blocks = new Blocks().header("Agreed on beforehand, or asked for");
        for (PreapprovalRequest each : all) {
            Mrkdwn line = Mrkdwn.bold(each.words())
                    .and("\nuntil ")
                    .and(Wording.moment(each.window().until()))
                    .and(each.state() == PreapprovalRequest.State.AGREED ? " · agreed by " : " · waiting; asked by ")
                    .and(
                            each.state() == PreapprovalRequest.State.AGREED
                                    ? Wording.anyOf(each.yeses(), people)
                                    : Mrkdwn.theirs(Wording.name(each.by(), people)));
            blocks.section(line, stop(each));
        }
        return blocks.message(Mrkdwn.ours(all.size() + " agreed on beforehand or asked for"));
    }

    private static ButtonElement stop(PreapprovalRequest asked) {
        return Blocks.confirmed(
                Blocks.danger("Stop", STOP + ":" + asked.id(), asked.id()),
                "Stop this?",
                "From now on " + asked.window().team() + " has to ask again.");
    }

    private static String title(PreapprovalRequest asked) {
        return switch (asked.state()) {
            case WAITING -> "Agree beforehand?";
            case AGREED -> "Agreed beforehand";
            case DENIED -> "Not agreed beforehand";
            case STOPPED -> "No longer agreed beforehand";
        };
    }
}
