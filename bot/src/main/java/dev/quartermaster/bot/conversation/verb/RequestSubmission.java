package dev.quartermaster.bot.conversation.verb;

import dev.quartermaster.actions.request.Request;
import dev.quartermaster.actions.request.RequestService;
import dev.quartermaster.bot.announce.CardPlacements;
import dev.quartermaster.bot.conversation.dialogue.IncomingMessage;
import dev.quartermaster.bot.conversation.dialogue.ReadingMemory;
import dev.quartermaster.bot.conversation.dialogue.RequestFiling;
import dev.quartermaster.bot.slack.outbox.Message;
import dev.quartermaster.bot.slack.outbox.Outbox;
import dev.quartermaster.bot.slack.text.Mrkdwn;
import dev.quartermaster.intents.intent.Intent;
import dev.quartermaster.intents.reading.Candidate;
import org.springframework.stereotype.Component;

/** Files what was read, and keeps where its card is to stand and which reading it came from. */
@Component
class RequestSubmission {
    private final RequestFiling filing;
    private final CardPlacements threads;
    private final ReadingMemory memory;
    private final Outbox outbox;

    RequestSubmission(RequestFiling filing, CardPlacements threads, ReadingMemory memory, Outbox outbox) {
        this.filing = filing;
        this.threads = threads;
        this.memory = memory;
        this.outbox = outbox;
    }

    void submit(IncomingMessage asking, Intent intent, IntentHandler.Read read) {
        Mrkdwn understood = read.line();
        filing.waiting(asking, intent).ifPresent(request -> remember(asking, request, read));
        filing.submit(asking, intent, ReadingProvenance.of(asking.words(), read))
                .ifPresent(answer -> {
                    switch (answer) {
                        case RequestService.Answer.Done(Request request) -> {
                            remember(asking, request, read);
                            threads.open(
                                    request.id(),
                                    new CardPlacements.Talk(asking.person(), asking.place(), understood.value(), ""));
                        }
                        case RequestService.Answer.Declined(String words) -> say(asking, words);
                        case RequestService.Answer.Stale(Request request, String words) -> say(asking, words);
                    }
                });
    }

    /** What is said next may be a change of it, where it is what was read last. */
    private void remember(IncomingMessage asking, Request request, IntentHandler.Read read) {
        Candidate candidate = read.from().candidate();
        boolean first = !asking.key().value().contains("#")
                && candidate != null
                && candidate.verb() == read.evidence().candidates().getFirst().verb();
        if (first) {
            memory.filed(asking, request.id());
        }
    }

    private void say(IncomingMessage asking, String words) {
        outbox.say(asking.reply(), Message.said(words));
    }
}
