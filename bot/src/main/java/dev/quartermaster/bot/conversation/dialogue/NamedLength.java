package dev.quartermaster.bot.conversation.dialogue;

import dev.quartermaster.actions.lease.Lease;
import dev.quartermaster.actions.request.Request;
import dev.quartermaster.intents.plan.Plan;
import dev.quartermaster.intents.reading.text.Sentence;
import dev.quartermaster.intents.reading.time.TimeExpression.Lasting;
import dev.quartermaster.intents.reading.time.TimeGrammar;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The length by which a thing is told from others: "3 day notebook".
 *
 * @param length null: none is named
 * @param rest the words without it
 */
record NamedLength(@Nullable Duration length, String rest) {
    static NamedLength in(String words) {
        Optional<Lasting> named = TimeGrammar.find(Sentence.of(words), Instant.EPOCH, ZoneOffset.UTC).stream()
                .filter(Lasting.class::isInstance)
                .map(Lasting.class::cast)
                .findFirst();
        return named.map(lasting -> new NamedLength(
                        lasting.length(),
                        words.substring(0, lasting.words().start()) + " "
                                + words.substring(lasting.words().end())))
                .orElseGet(() -> new NamedLength(null, words));
    }

    /** As long as it was asked for, or as long as it has become. */
    boolean fits(Lease lease) {
        Instant from = lease.from();
        return length == null
                || lease.plan().term().equals(length)
                || from != null && Duration.between(from, lease.until()).equals(length);
    }

    boolean fits(Request request) {
        Plan plan = request.judgement().plan();
        return length == null || plan != null && plan.term().equals(length);
    }
}
