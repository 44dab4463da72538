package dev.quartermaster.bot.conversation.request.form;

import dev.quartermaster.actions.RequestId;
import dev.quartermaster.bot.card.ActionIds;
import dev.quartermaster.bot.slack.SlackInteraction.Card;
import dev.quartermaster.bot.slack.SlackInteraction.Clicked;
import dev.quartermaster.bot.slack.text.Mrkdwn;
import dev.quartermaster.intents.reading.Verb;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a form carries and brings back.
 *
 * @param card whose button opened it; null: none
 * @param line of the card, where each of its requests has one; 0 where it has no lines
 * @param instead what still waits and is taken back for it; null: nothing is
 * @param left what was said and is not filled in, one sentence a line; may be empty
 */
record FormOrigin(
        Verb verb, @Nullable Card card, int line, @Nullable RequestId instead, String left) {
    private static final Pattern DATA = Pattern.compile(
            "([a-z]{1,20})\\|([A-Z0-9]{0,40})\\|([0-9.]{0,40})\\|([0-9]{1,2})\\|((?:" + RequestId.PATTERN
                    + ")?)\\|(.*)",
            Pattern.DOTALL);
    private static final Pattern LINE = Pattern.compile(ActionIds.FORM + "([0-9]{1,2})");

    /** Of a form that a button opens. */
    static FormOrigin of(Verb verb, Clicked clicked, @Nullable RequestId instead, String left) {
        return new FormOrigin(verb, clicked.on(), line(clicked), instead, left);
    }

    /** Of the card, by the button that was pressed. */
    static int line(Clicked clicked) {
        Matcher line = LINE.matcher(clicked.action());
        return line.matches() ? Integer.parseInt(line.group(1)) : 0;
    }

    static Optional<FormOrigin> parse(String data) {
        Matcher parts = DATA.matcher(data);
        if (!parts.matches()) {
            return Optional.empty();
        }
        Card card = parts.group(2).isEmpty() ? null : new Card(parts.group(2), parts.group(3), null);
        return Stream.of(Verb.values())
                .filter(Verb::hasForm)
                .filter(verb -> verb.word().equals(parts.group(1)))
                .map(verb -> new FormOrigin(
                        verb,
                        card,
                        Integer.parseInt(parts.group(4)),
                        RequestId.of(parts.group(5)).orElse(null),
                        parts.group(6)))
                .findFirst();
    }

    /** What it takes the place of, and what of the words is not in it. */
    Stream<Mrkdwn> lines() {
        Stream<Mrkdwn> replaced = Stream.ofNullable(instead)
                .map(waiting -> Mrkdwn.ours("Sent in, it takes the place of `" + waiting + "`, which still waits."));
        return Stream.concat(replaced, left.lines().map(Mrkdwn::said));
    }

    String data() {
        return String.join(
                "|",
                verb.word(),
                card == null ? "" : card.channel(),
                card == null ? "" : card.ts(),
                "" + line,
                instead == null ? "" : instead.value(),
                left);
    }
}
