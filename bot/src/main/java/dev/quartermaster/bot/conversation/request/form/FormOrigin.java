package dev.quartermaster.bot.conversation.request.form;

import dev.quartermaster.bot.slack.SlackInteraction.Card;
import dev.quartermaster.intents.reading.Verb;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a form carries and brings back: the verb it is of, and the card whose button opened it.
 *
 * @param card null: none
 */
record FormOrigin(Verb verb, @Nullable Card card) {
    private static final Pattern DATA = Pattern.compile("([a-z]{1,20})\\|([A-Z0-9]{0,40})\\|([0-9.]{0,40})");

    static boolean formed(Verb verb) {
        return verb == Verb.LAUNCH || verb == Verb.GRANT || verb == Verb.EXTEND || verb == Verb.RESIZE;
    }

    static Optional<FormOrigin> parse(String data) {
        Matcher parts = DATA.matcher(data);
        if (!parts.matches()) {
            return Optional.empty();
        }
        Card card = parts.group(2).isEmpty() ? null : new Card(parts.group(2), parts.group(3), null);
        return Stream.of(Verb.values())
                .filter(FormOrigin::formed)
                .filter(verb -> verb.word().equals(parts.group(1)))
                .map(verb -> new FormOrigin(verb, card))
                .findFirst();
    }

    String data() {
        return verb.word() + "|" + (card == null ? "|" : card.channel() + "|" + card.ts());
    }
}
