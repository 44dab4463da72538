package dev.quartermaster.bot.card.request;

import com.slack.api.model.block.element.ButtonElement;
import dev.quartermaster.actions.request.Request;
import dev.quartermaster.actions.request.emergency.BreakGlass.Review;
import dev.quartermaster.actions.request.emergency.BreakGlass.Used;
import dev.quartermaster.bot.card.ActionIds;
import dev.quartermaster.bot.card.Blocks;
import dev.quartermaster.bot.card.Wording;
import dev.quartermaster.bot.slack.outbox.Message;
import dev.quartermaster.bot.slack.text.Mrkdwn;
import dev.quartermaster.intents.people.People;
import dev.quartermaster.intents.people.PersonId;
import java.util.Collection;
import java.util.List;

/**
 * A break-glass: the loud message when it happens, and its review with two buttons. The same in a channel and in a DM,
 * so it shows the request's own price and no other money.
 */
public final class BreakGlassCard {
    private static final int MOST_REASON = 1000;

    private BreakGlassCard() {}

    /** @param owners whose yes it went without */
    public static Message loud(Request request, Used used, Collection<PersonId> owners, People people) {
        String title = "Break-glass: had without a yes";
        Blocks blocks = what(new Blocks().header(":rotating_light: " + title), request, used, people);
        blocks.context(Mrkdwn.ours("It went without the yes of ")
                .and(Wording.allOf(owners, people))
                .and(". Who could have said it is asked to review it afterwards. Request `" + request.id() + "`"));
        return blocks.message(line(title, request, people));
    }

    /** With its buttons until somebody reviewed it; then with what they said. */
    public static Message review(Request request, Used used, People people) {
        Review review = used.review();
        String title = review == null ? "Review needed: break-glass" : "Reviewed: break-glass";
        Blocks blocks = what(new Blocks().header(title), request, used, people);
        if (review == null) {
            blocks.section(Mrkdwn.ours("Was that in order? Until somebody says so it stands in everybody's digest."));
            blocks.buttons(buttons(request));
        } else {
            blocks.section(said(review, people));
        }
        blocks.context(Mrkdwn.ours("Request `" + request.id() + "`"));
        return blocks.message(line(title, request, people));
    }

    /** One line for digests and Home: red until somebody reviewed it. */
    public static Mrkdwn overdue(Request request, Used used, People people) {
        return Mrkdwn.ours(":red_circle: ")
                .and(Mrkdwn.bold(request.summary()))
                .and(", had without a yes by ")
                .and(Mrkdwn.theirs(Wording.name(used.by(), people)))
                .and(" ")
                .and(Wording.moment(used.at()))
                .and(", and nobody has reviewed it yet.");
    }

    /** What was said of it. */
    public static Mrkdwn said(Review review, People people) {
        Mrkdwn said = Mrkdwn.ours(review.inOrder() ? ":white_check_mark: " : ":no_entry: ")
                .and(Mrkdwn.theirs(Wording.name(review.by(), people)))
                .and(review.inOrder() ? " found it in order " : " found it *not in order* ")
                .and(Wording.moment(review.at()));
        return review.note().isBlank()
                ? said.and(".")
                : said.and(": ").and(Mrkdwn.theirs(Wording.brief(review.note())));
    }

    private static Blocks what(Blocks blocks, Request request, Used used, People people) {
        blocks.section(Mrkdwn.bold(Wording.name(used.by(), people))
                .and(" (")
                .and(Mrkdwn.theirs(request.team().value()))
                .and(") took ")
                .and(Mrkdwn.bold(request.summary()))
                .and(" ")
                .and(Wording.moment(used.at()))
                .and("."));
        return blocks.fields(Wording.facts(request, Wording::price))
                .section(Mrkdwn.ours("*Why*\n")
                        .and(Mrkdwn.quoted(
                                used.reason().isBlank() ? "(erased)" : Blocks.cut(used.reason(), MOST_REASON))));
    }

    private static List<ButtonElement> buttons(Request request) {
        String id = request.id().value();
        return List.of(
                Blocks.primary("In order", ActionIds.REVIEW_IN_ORDER, id),
                Blocks.danger("Not in order", ActionIds.REVIEW_NOT_IN_ORDER, id));
    }

    private static Mrkdwn line(String title, Request request, People people) {
        return Mrkdwn.ours(title + ": ")
                .and(Mrkdwn.theirs(Wording.name(request.by(), people) + ", " + request.summary()));
    }
}
