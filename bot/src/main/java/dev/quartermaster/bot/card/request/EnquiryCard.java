package dev.quartermaster.bot.card.request;

import dev.quartermaster.actions.request.Request;
import dev.quartermaster.actions.request.State;
import dev.quartermaster.actions.request.enquiry.Enquiries.Enquiry;
import dev.quartermaster.bot.card.ActionIds;
import dev.quartermaster.bot.card.Blocks;
import dev.quartermaster.bot.card.Wording;
import dev.quartermaster.bot.slack.outbox.Message;
import dev.quartermaster.bot.slack.text.Mrkdwn;
import dev.quartermaster.intents.people.People;
import java.util.List;

/** A question an approver asks back, and its answer, in each place where either is read. */
public final class EnquiryCard {
    private EnquiryCard() {}

    /** With a button to answer, while there is something to answer. */
    public static Message toAsker(Request request, Enquiry enquiry, People people) {
        Blocks blocks = new Blocks().section(question(request, enquiry, people));
        boolean open = request.state() == State.WAITING && enquiry.answer() == null;
        if (open) {
            blocks.buttons(List.of(Blocks.primary(
                    "Answer", ActionIds.ANSWER, new ActionIds.Asked(request.id(), enquiry.number()).value())));
            blocks.context(Mrkdwn.ours("They decide when they know; nothing is decided yet."));
        } else if (enquiry.answer() != null) {
            blocks.section(Mrkdwn.ours("You answered\n").and(Mrkdwn.quoted(enquiry.answer())));
        }
        return blocks.message(plain(request, enquiry, people));
    }

    public static Message underCard(Request request, Enquiry enquiry, People people) {
        Blocks blocks = new Blocks().section(question(request, enquiry, people));
        if (enquiry.answer() != null) {
            blocks.section(answer(request, enquiry, people));
        }
        return blocks.message(plain(request, enquiry, people));
    }

    /** To whoever asked. */
    public static Message answered(Request request, Enquiry enquiry, People people) {
        return new Blocks()
                .section(Mrkdwn.ours("About ")
                        .and(Mrkdwn.bold(request.summary()))
                        .and(" you asked\n")
                        .and(Mrkdwn.quoted(enquiry.text())))
                .section(answer(request, enquiry, people))
                .context(Mrkdwn.ours("The card above, with its buttons, is request `" + request.id() + "`."))
                .message(Mrkdwn.theirs(Wording.name(request.by(), people) + " answered: "
                        + Wording.brief(String.valueOf(enquiry.answer()))));
    }

    static Mrkdwn question(Request request, Enquiry enquiry, People people) {
        return Mrkdwn.bold(Wording.name(enquiry.by(), people))
                .and(" asks about ")
                .and(Mrkdwn.bold(request.summary()))
                .and("\n")
                .and(Mrkdwn.quoted(enquiry.text()));
    }

    private static Mrkdwn answer(Request request, Enquiry enquiry, People people) {
        return Mrkdwn.bold(Wording.name(request.by(), people))
                .and(" answers\n")
                .and(Mrkdwn.quoted(String.valueOf(enquiry.answer())));
    }

    private static Mrkdwn plain(Request request, Enquiry enquiry, People people) {
        return Mrkdwn.theirs(Wording.name(enquiry.by(), people) + " asks about " + request.summary() + ": "
                + Wording.brief(enquiry.text()));
    }
}
