package dev.quartermaster.bot.conversation;

import dev.quartermaster.actions.request.Request;
import dev.quartermaster.bot.conversation.dialogue.IncomingMessage;
import dev.quartermaster.bot.conversation.dialogue.QuestionCards;
import dev.quartermaster.bot.conversation.dialogue.ReadingLine;
import dev.quartermaster.bot.conversation.verb.DecisionsInWords;
import dev.quartermaster.bot.conversation.verb.IntentHandler;
import dev.quartermaster.bot.conversation.verb.ReplacementQuestion;
import dev.quartermaster.bot.conversation.verb.SeveralRequests;
import dev.quartermaster.bot.conversation.verb.SeveralRequests.Part;
import dev.quartermaster.bot.slack.outbox.Message;
import dev.quartermaster.bot.slack.outbox.Outbox;
import dev.quartermaster.bot.slack.text.Mrkdwn;
import dev.quartermaster.intents.intent.Intent;
import dev.quartermaster.intents.reading.Candidate;
import dev.quartermaster.intents.reading.Context;
import dev.quartermaster.intents.reading.DecisionWords;
import dev.quartermaster.intents.reading.Evidence;
import dev.quartermaster.intents.reading.Reading;
import dev.quartermaster.intents.reading.Verb;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.Locale;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What a reading comes to: it is performed, asked about or answered; several requests that are not done stand in one message. */
@Component
class ReadingHandler {
    private final IntentHandler performer;
    private final SeveralRequests several;
    private final QuestionCards questions;
    private final ReplacementQuestion replacing;
    private final DecisionsInWords decisions;
    private final CatalogueAnswers helping;
    private final TopicAnswers topics;
    private final AskedCommands forms;
    private final Outbox outbox;
    private final MeterRegistry metrics;

    ReadingHandler(
            IntentHandler performer,
            SeveralRequests several,
            QuestionCards questions,
            ReplacementQuestion replacing,
            DecisionsInWords decisions,
            CatalogueAnswers helping,
            TopicAnswers topics,
            AskedCommands forms,
            Outbox outbox,
            MeterRegistry metrics) {
        this.performer = performer;
        this.several = several;
        this.questions = questions;
        this.replacing = replacing;
        this.decisions = decisions;
        this.helping = helping;
        this.topics = topics;
        this.forms = forms;
        this.outbox = outbox;
        this.metrics = metrics;
    }

    /** @param changing the request of before that this is a change of; null: it is one of its own */
    void respond(IncomingMessage asking, Reading reading, Context context, @Nullable Request changing) {
        counted(reading);
        boolean lined = changing == null
                && several.showIfSeveral(
                        asking,
                        parts(asking, reading, true).toList(),
                        reading.evidence().remark());
        respond(asking, reading, context, changing, lined);
    }

    private void counted(Reading reading) {
        String outcome = switch (reading) {
            case Reading.Understood understood -> "understood";
            case Reading.Ask ask -> "asked-back";
            case Reading.Answer answer -> "answered";
            case Reading.NotOurs notOurs -> "not-ours";
        };
        String by = reading.evidence().by().name().toLowerCase(Locale.ROOT);
        metrics.counter("quartermaster.readings", "outcome", outcome, "by", by).increment();
    }

    /**
     * What of it has a line where several requests stand in one message, in the order in which it was read.
     *
     * @param last whether what was read last is in it
     */
    private Stream<Part> parts(IncomingMessage asking, Reading reading, boolean last) {
        if (reading.evidence().by() == Evidence.By.SLASH) {
            return Stream.empty();
        }
        return switch (reading) {
            case Reading.Understood understood ->
                IntStream.range(0, understood.intents().size())
                        .filter(number ->
                                SeveralRequests.lined(understood.intents().get(number)))
                        .mapToObj(number -> new Part.Meant(
                                understood.intents().get(number),
                                understood.from().get(number),
                                last && number == 0 && first(understood)));
            case Reading.Ask ask ->
                Stream.concat(
                        ask.besides().stream().flatMap(besides -> parts(asking, besides, false)),
                        lined(ask)
                                ? Stream.of(new Part.Asked(
                                        ask.about(),
                                        ask.question(),
                                        forms.options(asking, ask),
                                        forms.form(asking, ask),
                                        ask.left(),
                                        last))
                                : Stream.empty());
            case Reading.Answer answer -> Stream.empty();
            case Reading.NotOurs notOurs -> Stream.empty();
        };
    }

    /** Whether its first is what was read last: what is said next may be a change of it. */
    private static boolean first(Reading.Understood understood) {
        Candidate candidate = understood.from().getFirst().candidate();
        return candidate != null
                && understood
                        .last()
                        .filter(last -> last.verb() == candidate.verb())
                        .isPresent();
    }

    private static boolean lined(Reading.Ask ask) {
        return ask.about() != null && ask.about().verb().hasForm();
    }

    private void respond(
            IncomingMessage asking, Reading reading, Context context, @Nullable Request changing, boolean lined) {
        switch (reading) {
            case Reading.Understood understood -> perform(asking, understood, changing, lined);
            case Reading.Ask ask -> {
                // Shown first: a word answers what was asked last.
                for (int number = 0; number < ask.besides().size(); number++) {
                    respond(asking.beside(number), ask.besides().get(number), context, changing, lined);
                }
                if (!lined || !lined(ask)) {
                    ask(asking, ask, changing);
                }
            }
            case Reading.Answer answer
            when answer.topic() != null -> topics.answer(asking, answer.topic(), answer.text());
            case Reading.Answer answer
            when decision(answer) || DecisionWords.agrees(asking.words()) && decisions.theirs(asking, context) ->
                decisions.again(asking, context);
            case Reading.Answer answer ->
                outbox.say(asking.reply(), Message.said(remarked(helping.answer(asking, answer), answer)));
            case Reading.NotOurs notOurs -> outbox.say(asking.reply(), Message.said(remarked(notOurs.why(), notOurs)));
        }
    }

    private void ask(IncomingMessage asking, Reading.Ask ask, @Nullable Request changing) {
        String question = remarked(ask.question(), ask);
        if (changing == null || !ask.changes()) {
            questions.ask(asking, question, forms.options(asking, ask), forms.form(asking, ask), ask.left());
        } else {
            replacing.choose(asking, changing, question, ask.options(), forms.form(asking, ask), ask.left());
        }
    }

    /** @param lined whether those that are asked for and judged have their lines already */
    private void perform(
            IncomingMessage asking, Reading.Understood understood, @Nullable Request changing, boolean lined) {
        if (!lined && !understood.evidence().remark().isEmpty()) {
            outbox.say(asking.reply(), Message.said(understood.evidence().remark()));
        }
        for (int number = 0; number < understood.intents().size(); number++) {
            Intent intent = understood.intents().get(number);
            if (!lined || !SeveralRequests.lined(intent)) {
                Reading.From from = understood.from().get(number);
                Mrkdwn line = from.candidate() == null
                        ? Mrkdwn.ours("")
                        : ReadingLine.line(from.candidate(), understood.evidence());
                performer.perform(
                        asking.part(number),
                        intent,
                        new IntentHandler.Read(line, understood.evidence(), from, from.changes() ? changing : null));
            }
        }
        if (!understood.said().isEmpty()) {
            outbox.say(asking.reply(), Message.said(String.join("\n\n", understood.said())));
        }
    }

    /** Words that sound like a decision and are none that counts. */
    private static boolean decision(Reading.Answer answer) {
        return answer.evidence().candidates().stream()
                .anyMatch(candidate -> candidate.verb() == Verb.APPROVE || candidate.verb() == Verb.DENY);
    }

    private static String remarked(String words, Reading reading) {
        String remark = reading.evidence().remark();
        return remark.isEmpty() ? words : words + "\n" + remark;
    }
}
