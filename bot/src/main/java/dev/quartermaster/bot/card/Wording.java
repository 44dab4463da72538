package dev.quartermaster.bot.card;

import dev.quartermaster.actions.lease.Lease;
import dev.quartermaster.actions.request.Request;
import dev.quartermaster.actions.request.Resizing;
import dev.quartermaster.bot.slack.text.Mrkdwn;
import dev.quartermaster.intents.catalogue.DatasetName;
import dev.quartermaster.intents.catalogue.Value;
import dev.quartermaster.intents.money.Money;
import dev.quartermaster.intents.people.People;
import dev.quartermaster.intents.people.PersonId;
import dev.quartermaster.intents.plan.Plan;
import dev.quartermaster.intents.plan.Price;
import dev.quartermaster.intents.policy.Deciders;
import dev.quartermaster.intents.policy.Rights;
import dev.quartermaster.intents.policy.SentenceParts;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** How durations, moments, names and lists of people read on every card. */
public final class Wording {
    private static final DateTimeFormatter UTC =
            DateTimeFormatter.ofPattern("EEE d MMM HH:mm 'UTC'", Locale.UK).withZone(ZoneOffset.UTC);

    private Wording() {}

    public static String length(Duration length) {
        return new Value.Span(length).words();
    }

    /** How long a lease is there in all: as it was asked for, or as it has become since. */
    public static Duration length(Lease lease) {
        Duration asked = lease.plan().term();
        Duration now = lease.from() == null ? asked : Duration.between(lease.from(), lease.until());
        return now.compareTo(asked) > 0 ? now : asked;
    }

    /** What was asked for, with the length that it has now. */
    public static String title(Request request, @Nullable Lease lease) {
        @Nullable Plan plan = request.judgement().plan();
        if (lease == null || plan == null || request.extending() != null) {
            return request.summary();
        }
        String asked = ", " + length(plan.term());
        return request.summary().endsWith(asked)
                ? request.summary().substring(0, request.summary().length() - asked.length()) + ", "
                        + length(length(lease))
                : request.summary();
    }

    /** What a reading says, for people: its lengths of time come as ISO 8601 ({@code PT72H}), and they read "3 days". */
    public static String value(Object said) {
        return Value.Span.iso(said.toString()).map(Value.Span::words).orElseGet(said::toString);
    }

    /** A value among words: as code where Slack would take stars for marks of bold, as in {@code 0 9 * * 1-5}. */
    public static Mrkdwn shown(String value) {
        return value.indexOf('*') >= 0 ? Mrkdwn.code(value) : Mrkdwn.theirs(value);
    }

    /**
     * A moment, in the zone of whoever looks.
     *
     * <p>Source: Slack, "Formatting text with mrkdwn", date formatting.
     */
    public static Mrkdwn moment(Instant at) {
        return Mrkdwn.ours("<!date^" + at.getEpochSecond() + "^{date_short_pretty} {time}|" + UTC.format(at) + ">");
    }

    /** {@code Omar Haddad or Pat Lindqvist}. */
    public static Mrkdwn anyOf(Collection<PersonId> persons, People people) {
        String names = SentenceParts.list(
                persons.stream().map(each -> name(each, people)).toList(), "or");
        return names.isBlank() ? Mrkdwn.ours("nobody who is here") : Mrkdwn.bold(names);
    }

    /** Who may decide, and who of them only in somebody's place: {@code Mia Lindqvist (away) or Omar Haddad for Mia Lindqvist}. */
    public static Mrkdwn deciders(Deciders deciders, Set<PersonId> askers, Rights rights) {
        String names = SentenceParts.list(
                rights.of(deciders, askers).stream()
                        .map(person -> decider(person, deciders, askers, rights))
                        .toList(),
                "or");
        return names.isBlank() ? Mrkdwn.ours("nobody who is here") : Mrkdwn.bold(names);
    }

    /** The name of somebody who may decide, with whom they stand in for, or that they are away. */
    public static String decider(PersonId person, Deciders deciders, Set<PersonId> askers, Rights rights) {
        PersonId absent = rights.standIns(deciders, askers).get(person);
        String name = name(person, rights.people());
        return absent == null
                ? name + (rights.covers().containsKey(person) ? " (away)" : "")
                : name + " for " + name(absent, rights.people());
    }

    /** {@code Omar Haddad and Pat Lindqvist}. */
    public static Mrkdwn allOf(Collection<PersonId> persons, People people) {
        String names = SentenceParts.list(
                persons.stream().map(each -> name(each, people)).toList(), "and");
        return names.isBlank() ? Mrkdwn.ours("nobody who is here") : Mrkdwn.bold(names);
    }

    public static String name(PersonId person, People people) {
        return people.name(person);
    }

    public static Mrkdwn data(Collection<DatasetName> datasets) {
        return datasets.isEmpty()
                ? Mrkdwn.ours("no data")
                : Mrkdwn.ours(SentenceParts.list(
                        datasets.stream()
                                .sorted()
                                .map(each -> "`" + each.value() + "`")
                                .toList(),
                        "and"));
    }

    /** What it costs, as people compare it: a rate only where it runs for longer than a day. */
    public static String price(Price price) {
        if (price.ceiling().amount().signum() == 0) {
            return "nothing";
        }
        boolean days = price.term().compareTo(Duration.ofDays(1)) > 0;
        return price.ceiling() + " in all" + (days ? ", " + price.perDay() + " a day" : "");
    }

    /** Cost in all and a day, for whoever decides and compares. */
    public static String priceAndRate(Price price) {
        return price.ceiling().amount().signum() == 0
                ? "nothing"
                : price.ceiling() + " in all, " + price.perDay() + " a day";
    }

    /** Of another size: {@code 0.11 EUR → 0.24 EUR an hour, 0.91 EUR more until its end}. */
    public static String difference(Resizing resizing, Price price, Instant now) {
        Money more = resizing.difference(price.perHour(), now);
        String until = more.amount().signum() >= 0
                ? more + " more"
                : resizing.perHour().minus(resizing.perHour()).minus(more) + " less";
        return resizing.perHour() + " → " + price.perHour() + " an hour, " + until + " until its end";
    }

    /** Of a card: what it costs, how long it is for, and which data it opens. */
    public static List<Mrkdwn> facts(Request request, Function<Price, String> pricing) {
        List<Mrkdwn> facts = new ArrayList<>();
        @Nullable Plan plan = request.judgement().plan();
        @Nullable Price price = request.judgement().price();
        Resizing resizing = request.resizing();
        if (price != null) {
            facts.add(Mrkdwn.ours("*Price*\n"
                    + (resizing == null ? pricing.apply(price) : difference(resizing, price, request.at()))));
        }
        if (resizing != null) {
            facts.add(Mrkdwn.ours("*Until*\n").and(moment(resizing.until())));
        } else if (plan != null) {
            facts.add(Mrkdwn.ours("*For*\n" + length(plan.term())));
        }
        if (plan != null) {
            facts.add(Mrkdwn.ours("*Reaches*\n").and(data(plan.reaches())));
        }
        return facts;
    }

    /** The first 160 characters of people's words, for a line among others. */
    public static String brief(String words) {
        return Blocks.cut(words.strip(), 160);
    }
}
