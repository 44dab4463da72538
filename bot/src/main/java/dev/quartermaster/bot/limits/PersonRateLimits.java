package dev.quartermaster.bot.limits;

import dev.quartermaster.actions.bundle.Bundles;
import dev.quartermaster.bot.limits.TokenBuckets.Answer.Spent;
import dev.quartermaster.bot.slack.Speaker;
import dev.quartermaster.bot.slack.outbox.Message;
import dev.quartermaster.bot.slack.outbox.MessageKey;
import dev.quartermaster.bot.slack.outbox.Outbox;
import dev.quartermaster.bot.slack.outbox.Recipient;
import dev.quartermaster.intents.people.PersonLimits;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.function.Function;
import org.springframework.stereotype.Component;

/**
 * How much one person may send: messages, clicks and requests, each with a rate from the organisation's file. Who sends
 * more is told when to go on, once for each flood.
 */
@Component
public class PersonRateLimits {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm");
    /** Of what was refused, how often the number in the message is brought up to date. */
    private static final int COUNTED = 25;

    private final TokenBuckets allowances;
    private final Bundles bundles;
    private final Outbox outbox;

    PersonRateLimits(TokenBuckets allowances, Bundles bundles, Outbox outbox) {
        this.allowances = allowances;
        this.bundles = bundles;
        this.outbox = outbox;
    }

    public enum Kind {
        MESSAGES("messages", PersonLimits::messages, "read", "message"),
        REQUESTS("requests", PersonLimits::requests, "filed", "request"),
        CLICKS("clicks", PersonLimits::clicks, "carried out", "click");

        private final String word;
        private final Function<PersonLimits, PersonLimits.Rate> rate;
        private final String done;
        private final String one;

        Kind(String word, Function<PersonLimits, PersonLimits.Rate> rate, String done, String one) {
            this.word = word;
            this.rate = rate;
            this.done = done;
            this.one = one;
        }
    }

    /** Joins the caller's transaction. @return false: they were told */
    public boolean may(Speaker by, Kind kind) {
        PersonLimits.Rate rate =
                kind.rate.apply(bundles.current().organisation().limits());
        return switch (allowances.take(by.person(), kind.word, rate)) {
            case TokenBuckets.Answer.Taken taken -> true;
            case Spent spent -> {
                if (spent.refused() == 1 || spent.refused() % COUNTED == 0) {
                    tell(by, kind, spent);
                }
                yield false;
            }
        };
    }

    private void tell(Speaker by, Kind kind, Spent spent) {
        MessageKey key = new MessageKey(
                "paced:" + kind.word + ":" + by.person() + ":" + spent.since().getEpochSecond());
        outbox.post(key, new Recipient.Person(by.person()), Message.said(words(kind, spent, by.zone())));
    }

    private static String words(Kind kind, Spent spent, ZoneId zone) {
        String what = spent.refused() == 1 ? "Your last " + kind.one + " was" : spent.refused() + " were";
        return "That is more than I take from one person at once. " + what + " not " + kind.done + ". Send the next "
                + kind.one + " at " + time(spent.again().plusSeconds(59), zone) + " or later.";
    }

    private static String time(Instant moment, ZoneId zone) {
        return TIME.format(moment.atZone(zone));
    }
}
