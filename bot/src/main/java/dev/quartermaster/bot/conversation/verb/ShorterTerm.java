package dev.quartermaster.bot.conversation.verb;

import dev.quartermaster.actions.request.Request;
import dev.quartermaster.bot.conversation.dialogue.IncomingMessage;
import dev.quartermaster.intents.catalogue.Value;
import dev.quartermaster.intents.plan.Plan;
import dev.quartermaster.intents.reading.text.Sentence;
import dev.quartermaster.intents.reading.time.TimeExpression;
import dev.quartermaster.intents.reading.time.TimeGrammar;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** "Yes, but only for a week": how long would do, in the words of whoever decides. */
final class ShorterTerm {
    private ShorterTerm() {}

    /** As it is typed into the form for less; empty where no shorter time is said, or several are. */
    static String in(IncomingMessage asking, Request request) {
        Plan plan = request.judgement().plan();
        Instant start = Optional.ofNullable(request.from()).orElse(asking.at());
        var said = TimeGrammar.find(
                Sentence.of(asking.words()), asking.at(), asking.by().zone());
        return plan == null || said.size() != 1
                ? ""
                : length(said.getFirst(), start, asking)
                        .filter(length -> length.isPositive() && length.compareTo(plan.term()) < 0)
                        .map(length -> new Value.Span(length).text())
                        .filter(text -> text.matches("\\d{1,6}[mhd]"))
                        .orElse("");
    }

    private static Optional<Duration> length(TimeExpression said, Instant start, IncomingMessage asking) {
        return switch (said) {
            case TimeExpression.Lasting lasting -> Optional.of(lasting.length());
            case TimeExpression.Until until ->
                Optional.of(Duration.ofHours(
                        Duration.between(start, until.instant(asking.by().zone()))
                                .toHours()));
            case TimeExpression.By by -> Optional.empty();
            case TimeExpression.From from -> Optional.empty();
            case TimeExpression.During during -> Optional.empty();
        };
    }
}
