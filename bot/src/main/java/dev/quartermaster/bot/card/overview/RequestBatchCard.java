package dev.quartermaster.bot.card.overview;

import dev.quartermaster.actions.request.Request;
import dev.quartermaster.bot.card.Blocks;
import dev.quartermaster.bot.slack.outbox.Message;
import dev.quartermaster.bot.slack.text.Mrkdwn;
import dev.quartermaster.intents.people.People;
import java.util.List;

/** Many requests that came at once, as one message. */
public final class RequestBatchCard {
    private static final int MOST = 10;

    private RequestBatchCard() {}

    /** @param waiting those still to be decided by whoever reads it. @param all that were gathered here */
    public static Message of(List<Request> waiting, int all, String channel, People people) {
        String title = waiting.isEmpty()
                ? "Of " + all + " more requests that came at once, none waits for you any more."
                : waiting.size() + (waiting.size() == 1 ? " more request waits" : " more requests wait")
                        + " for your yes. Many came at once, so they stand together.";
        Blocks blocks = new Blocks().section(Mrkdwn.ours(title));
        waiting.stream().limit(MOST).forEach(request -> blocks.section(ListCard.line(request, people)));
        if (!waiting.isEmpty()) {
            blocks.context(Mrkdwn.ours(waiting.size() > MOST ? "and " + (waiting.size() - MOST) + " more. " : "")
                    .and("Each has its card with buttons in Home and in ")
                    .and(Mrkdwn.theirs("#" + channel))
                    .and("."));
        }
        return blocks.message(Mrkdwn.ours(title));
    }
}
