package dev.quartermaster.bot.conversation.spend;

import dev.quartermaster.actions.bundle.Bundles;
import dev.quartermaster.actions.ledger.Ledger;
import dev.quartermaster.actions.ledger.SpendGroup.Key;
import dev.quartermaster.actions.ledger.SpendReport;
import dev.quartermaster.actions.time.DatabaseTime;
import dev.quartermaster.bot.card.spend.SpendCard;
import dev.quartermaster.bot.card.spend.SpendView;
import dev.quartermaster.bot.conversation.dialogue.IncomingMessage;
import dev.quartermaster.bot.conversation.dialogue.LeaseTitles;
import dev.quartermaster.bot.slack.outbox.Message;
import dev.quartermaster.bot.slack.outbox.Outbox;
import dev.quartermaster.intents.config.Bundle;
import dev.quartermaster.intents.intent.Intent;
import dev.quartermaster.intents.intent.Period;
import dev.quartermaster.intents.people.PersonId;
import dev.quartermaster.intents.people.Team;
import dev.quartermaster.intents.people.TeamId;
import dev.quartermaster.intents.reading.Candidate;
import dev.quartermaster.intents.reading.KnownSlot;
import dev.quartermaster.intents.reading.Slot;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Answers what a team spent, in the way it was asked for, where nobody else reads; whose it may see is the ledger's to say. */
@Component
public class SpendAnswer {
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMMM yyyy", Locale.UK);

    private final Ledger ledger;
    private final Bundles bundles;
    private final DatabaseTime time;
    private final LeaseTitles titles;
    private final SpendViewQueries memory;
    private final SpendFiles files;
    private final FocusShare charges;
    private final Outbox outbox;

    SpendAnswer(
            Ledger ledger,
            Bundles bundles,
            DatabaseTime time,
            LeaseTitles titles,
            SpendViewQueries memory,
            SpendFiles files,
            FocusShare charges,
            Outbox outbox) {
        this.charges = charges;
        this.files = files;
        this.ledger = ledger;
        this.bundles = bundles;
        this.time = time;
        this.titles = titles;
        this.memory = memory;
        this.outbox = outbox;
    }

    /** Whether these words only want what was just told in another way. */
    public boolean follows(String words) {
        return SpendQuestion.follows(words);
    }

    /** Whether these words ask about spend, whatever a reader takes them for. */
    public boolean plainly(String words) {
        return SpendQuestion.plainly(words);
    }

    /** Whether these words say nothing else. */
    public boolean alone(String words) {
        return SpendQuestion.alone(words);
    }

    /** @param read what a reader made of the words; null: it was typed as a command */
    public void spend(IncomingMessage asking, Intent.Spend spend, @Nullable Candidate read) {
        SpendQuestion question = SpendQuestion.of(asking.words());
        Optional<SpendView> before = follows(asking.words()) ? memory.last(asking) : Optional.empty();
        List<PersonId> persons = persons(asking, read);
        Optional<TeamId> team = (named(read) ? Optional.<SpendView>empty() : before)
                .map(SpendView::team)
                .or(() -> team(asking, spend, persons));
        if (team.isEmpty()) {
            say(asking, "You are in no team, so name one: `/qm spend growth`.");
            return;
        }
        LocalDate today = today();
        Period period =
                spend.period() == null && before.isPresent() ? before.get().period() : period(spend.period(), today);
        if (period.from().isAfter(today)) {
            say(
                    asking,
                    DAY.format(period.from()) + " is yet to come, so nothing was spent then. Ask _what will we have"
                            + " spent by the end of the month_ for a forecast, or for days up to today.");
            return;
        }
        if (question.focus()) {
            LocalDate tomorrow = today.plusDays(1);
            charges.share(
                    asking, team.get(), period.to().isAfter(tomorrow) ? new Period(period.from(), tomorrow) : period);
            return;
        }
        SpendView asked = before.filter(view -> view.team().equals(team.get()))
                .map(view -> view.in(period))
                .orElseGet(() -> SpendView.of(team.get(), period));
        answer(asking, new Asked(question, asked, before.isPresent(), spend.period() != null, persons));
    }

    /**
     * A question about one team's spend.
     *
     * @param again whether it wants what was told before in another way
     * @param dated whether it says of which days
     */
    private record Asked(
            SpendQuestion question, SpendView view, boolean again, boolean dated, List<PersonId> persons) {}

    private void answer(IncomingMessage asking, Asked asked) {
        boolean budget = asked.question().budget();
        Period days = budget ? month(today()) : asked.view().period();
        switch (ledger.spend(asking.person(), asked.view().team(), days)) {
            case Ledger.Answer.NotYours(String words) -> say(asking, words);
            case Ledger.Answer.Report(var report) -> {
                SpendSubject subject = new SpendSubject(bundles.current());
                SortedMap<Key, List<String>> only = new TreeMap<>(asked.view().only());
                SortedMap<Key, List<String>> said = subject.only(asking.words(), report);
                only.putAll(said);
                if (!asked.persons().isEmpty()) {
                    only.put(
                            Key.PERSON,
                            asked.persons().stream().map(PersonId::value).toList());
                }
                Optional<String> unknown =
                        asked.again() || budget ? Optional.empty() : subject.unknown(asking.words(), only);
                if (unknown.isPresent()) {
                    say(asking, unknown.get());
                    return;
                }
                Key split = asked.question().split() == null && asked.again()
                        ? asked.view().split()
                        : asked.question().split();
                boolean whole = said.containsKey(Key.LEASE) && !asked.dated() && !asked.again();
                show(
                        asking,
                        new SpendView(
                                asked.question().kind(),
                                asked.view().team(),
                                whole ? always(asking, report) : days,
                                budget ? new TreeMap<>() : only,
                                budget ? null : split,
                                asked.question().top(),
                                0),
                        asked.question());
            }
        }
    }

    /** As a button says: all of it is judged for whoever clicked. */
    void show(IncomingMessage asking, SpendView view) {
        show(asking, view, SpendQuestion.of(""));
    }

    private void show(IncomingMessage asking, SpendView view, SpendQuestion question) {
        switch (ledger.spend(asking.person(), view.team(), view.period())) {
            case Ledger.Answer.NotYours(String words) -> say(asking, words);
            case Ledger.Answer.Report(var report) -> {
                memory.keep(asking, view);
                switch (view.kind()) {
                    case SPENT, BUDGET -> {
                        SpendReport seen = view.seen(report).inCents();
                        outbox.say(asking.privately(), told(asking, view, seen, question));
                        files.share(asking, view, seen);
                    }
                    case CHANGED -> changed(asking, view);
                    case ESTIMATES ->
                        outbox.say(
                                asking.privately(),
                                SpendCard.estimates(
                                        view,
                                        ledger.estimates(asking.person(), view.team(), view.period())
                                                .orElse(List.of())));
                }
                if (asking.place() != null && !asking.direct()) {
                    say(asking, "What is spent is told where nobody else reads: I sent it to you in a direct message.");
                }
            }
        }
    }

    /** The days up to today, and as many before them. */
    private void changed(IncomingMessage asking, SpendView view) {
        LocalDate from = view.period().from();
        LocalDate tomorrow = today().plusDays(1);
        LocalDate to = view.period().to().isAfter(tomorrow) && tomorrow.isAfter(from)
                ? tomorrow
                : view.period().to();
        Period now = new Period(from, to);
        Period before = new Period(from.minusDays(ChronoUnit.DAYS.between(from, to)), from);
        if (ledger.spend(asking.person(), view.team(), now) instanceof Ledger.Answer.Report(var one)
                && ledger.spend(asking.person(), view.team(), before) instanceof Ledger.Answer.Report(var other)) {
            outbox.say(
                    asking.privately(),
                    SpendCard.changed(
                            view,
                            view.seen(other).inCents(),
                            view.seen(one).inCents(),
                            titles::of,
                            bundles.current().people()));
        }
    }

    private Message told(IncomingMessage asking, SpendView view, SpendReport report, SpendQuestion question) {
        boolean most = question.most() && view.split() != null;
        return SpendCard.of(
                new SpendCard.Told(view, report, most, since(asking, report), notes(question)),
                titles::of,
                bundles.current().people());
    }

    private static List<String> notes(SpendQuestion question) {
        return question.unused()
                ? List.of(
                        "Whether what runs is used is not measured, so this is all that was charged. What stood still and was"
                                + " charged all the same stands in the digest on Monday.")
                : List.of();
    }

    private @Nullable LocalDate since(IncomingMessage asking, SpendReport report) {
        return report.items().isEmpty()
                ? ledger.since(asking.person(), report.team()).orElse(null)
                : null;
    }

    /** From the first day of the team's on: what one thing cost is what it cost in all. */
    private Period always(IncomingMessage asking, SpendReport report) {
        LocalDate first = ledger.since(asking.person(), report.team())
                .orElse(report.period().from());
        return new Period(
                first.isBefore(report.period().from()) ? first : report.period().from(),
                report.period().to());
    }

    /** Whether the words name a team, so that what was told before is of another. */
    private static boolean named(@Nullable Candidate read) {
        Slot team = read == null ? null : read.slots().get(KnownSlot.TEAM);
        return team != null && !team.words().isBlank();
    }

    private List<PersonId> persons(IncomingMessage asking, @Nullable Candidate read) {
        Slot person = read == null ? null : read.slots().get(KnownSlot.PERSON);
        if (person == null) {
            return List.of();
        }
        if (person.value().equals("me")) {
            return List.of(asking.person());
        }
        return new SpendSubject(bundles.current()).persons(asking.words());
    }

    /** The team that is named, that of whoever is named, or the asker's. */
    private Optional<TeamId> team(IncomingMessage asking, Intent.Spend spend, List<PersonId> persons) {
        Bundle bundle = bundles.current();
        return Optional.ofNullable(spend.team())
                .or(() -> persons.stream()
                        .findFirst()
                        .flatMap(bundle.people()::teamOf)
                        .map(Team::id))
                .or(() -> bundle.people().teamOf(asking.person()).map(Team::id));
    }

    LocalDate today() {
        return time.now().atZone(bundles.current().organisation().zone()).toLocalDate();
    }

    /** This month so far is this month: what is still to come of it is then what its budget has reserved. */
    private static Period period(@Nullable Period said, LocalDate today) {
        Period month = month(today);
        boolean soFar = said == null
                || said.from().equals(month.from())
                        && said.to().isAfter(today)
                        && !said.to().isAfter(month.to());
        return soFar ? month : said;
    }

    private static Period month(LocalDate today) {
        LocalDate first = today.withDayOfMonth(1);
        return new Period(first, first.plusMonths(1));
    }

    private void say(IncomingMessage asking, String words) {
        outbox.say(asking.reply(), Message.said(words));
    }
}
