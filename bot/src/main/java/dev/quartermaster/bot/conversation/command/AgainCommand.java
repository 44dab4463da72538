package dev.quartermaster.bot.conversation.command;

import dev.quartermaster.actions.RequestId;
import dev.quartermaster.actions.request.OriginalWords;
import dev.quartermaster.actions.request.Request;
import dev.quartermaster.actions.request.RequestService;
import dev.quartermaster.actions.time.DatabaseTime;
import dev.quartermaster.bot.announce.CardPlacements;
import dev.quartermaster.bot.conversation.dialogue.IncomingMessage;
import dev.quartermaster.bot.conversation.dialogue.RequestFiling;
import dev.quartermaster.bot.slack.outbox.Message;
import dev.quartermaster.bot.slack.outbox.Outbox;
import dev.quartermaster.intents.intent.Intent;
import dev.quartermaster.intents.intent.Term;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * {@code /qm again req-…}: asks anew for what a former request of one's own asked for, for the same length of time from
 * now. No decision on the former one counts.
 */
@Component
public class AgainCommand implements CommandHandler {
    private final RequestService desk;
    private final RequestFiling filing;
    private final CardPlacements threads;
    private final DatabaseTime time;
    private final Outbox outbox;

    AgainCommand(RequestService desk, RequestFiling filing, CardPlacements threads, DatabaseTime time, Outbox outbox) {
        this.desk = desk;
        this.filing = filing;
        this.threads = threads;
        this.time = time;
        this.outbox = outbox;
    }

    @Override
    public List<String> words() {
        return List.of("again");
    }

    @Override
    public String usage() {
        return "<request>";
    }

    @Override
    public String about() {
        return "Ask once more for what you asked for before";
    }

    @Override
    public boolean takes(String rest) {
        return rest.matches(RequestId.PATTERN);
    }

    @Override
    public void perform(IncomingMessage asking, String rest) {
        Optional<Request> before = desk.find(new RequestId(rest))
                .filter(request -> request.askers().contains(asking.person()) && request.extending() == null);
        if (before.isEmpty()) {
            say(asking, "You did not ask for " + rest + ", so it cannot be repeated. `/qm list` shows what is yours.");
            return;
        }
        ask(asking, before.get());
    }

    public void ask(IncomingMessage asking, Request before) {
        Optional<Intent> intent = anew(before, time.now());
        if (intent.isEmpty()) {
            say(asking, "This cannot be asked for anew as it was. Say what you need.");
            return;
        }
        filing.submit(asking, intent.get(), OriginalWords.plainly(asking.words()))
                .ifPresent(answer -> {
                    switch (answer) {
                        case RequestService.Answer.Done(Request request) ->
                            threads.open(
                                    request.id(), new CardPlacements.Talk(asking.person(), asking.place(), "", ""));
                        case RequestService.Answer.Declined(String words) -> say(asking, words);
                        case RequestService.Answer.Stale(Request request, String words) -> say(asking, words);
                    }
                });
    }

    /** For the same length of time from now, where the moments said then have passed. */
    private static Optional<Intent> anew(Request before, Instant now) {
        if (!(before.judgement().intent() instanceof Intent.Acquisition wanted)) {
            return Optional.empty();
        }
        boolean later = wanted.from() != null && wanted.from().isAfter(now);
        return Optional.of(
                wanted.with(term(wanted.term(), before, now), wanted.grantee(), later ? wanted.from() : null));
    }

    private static Term term(Term said, Request before, Instant now) {
        return said instanceof Term.Until(Instant end)
                        && !end.isAfter(now)
                        && before.judgement().plan() != null
                ? new Term.For(before.judgement().plan().term())
                : said;
    }

    private void say(IncomingMessage asking, String words) {
        outbox.say(asking.reply(), Message.said(words));
    }
}
