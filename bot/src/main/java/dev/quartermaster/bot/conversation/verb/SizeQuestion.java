package dev.quartermaster.bot.conversation.verb;

import dev.quartermaster.actions.lease.Lease;
import dev.quartermaster.actions.request.RequestService;
import dev.quartermaster.actions.request.Resizing;
import dev.quartermaster.actions.time.DatabaseTime;
import dev.quartermaster.bot.card.Wording;
import dev.quartermaster.bot.conversation.dialogue.Disambiguation;
import dev.quartermaster.bot.conversation.dialogue.IncomingMessage;
import dev.quartermaster.bot.conversation.dialogue.QuestionCards;
import dev.quartermaster.bot.slack.outbox.Message;
import dev.quartermaster.bot.slack.outbox.Outbox;
import dev.quartermaster.intents.catalogue.Value;
import dev.quartermaster.intents.intent.Intent;
import dev.quartermaster.intents.intent.Target;
import dev.quartermaster.intents.policy.Judgement;
import dev.quartermaster.intents.policy.Verdict;
import dev.quartermaster.intents.reading.Reading.Option;
import dev.quartermaster.intents.reading.slash.CommandText;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/**
 * Asks about a size that was worked out and not said: what it is and what it would be, what that costs and does, and one
 * button that asks for it.
 */
@Component
class SizeQuestion {
    private final RequestService requests;
    private final QuestionCards questions;
    private final DatabaseTime time;
    private final Outbox outbox;

    SizeQuestion(RequestService requests, QuestionCards questions, DatabaseTime time, Outbox outbox) {
        this.requests = requests;
        this.questions = questions;
        this.time = time;
        this.outbox = outbox;
    }

    /** @param notes beside it, in sentences */
    void ask(
            IncomingMessage asking,
            Lease lease,
            SortedMap<String, Value> wanted,
            List<String> notes,
            IntentHandler.Read read) {
        Intent.Resize resize = new Intent.Resize(new Target.Id(lease.id().value()), wanted);
        Judgement judged = requests.preview(asking.person(), resize);
        Optional<Resizing> resizing = requests.resizing(asking.person(), resize);
        if (resizing.isEmpty() || judged.price() == null) {
            List<String> words = new ArrayList<>(reasons(judged));
            words.addAll(notes);
            outbox.say(asking.reply(), Message.said(String.join(" ", words)));
            return;
        }
        String changes = String.join(", ", resizing.get().changes(judged.intent()));
        List<String> facts = new ArrayList<>();
        facts.add(Wording.difference(resizing.get(), judged.price(), time.now()) + ".");
        if (!resizing.get().effect().isEmpty()) {
            facts.add(resizing.get().effect());
        }
        questions.confirm(
                asking,
                "Change the size of " + Disambiguation.name(lease) + ": " + changes + "?",
                read.shown(notes, facts),
                List.of(new Option("Yes", CommandText.of(resize))));
    }

    private static List<String> reasons(Judgement judged) {
        return judged.verdict() instanceof Verdict.Refused refused
                ? refused.reasons().stream().map(Verdict.Reason::words).collect(Collectors.toList())
                : List.of();
    }
}
