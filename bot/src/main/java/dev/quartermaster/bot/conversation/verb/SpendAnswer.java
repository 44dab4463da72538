package dev.quartermaster.bot.conversation.verb;

import dev.quartermaster.actions.bundle.Bundles;
import dev.quartermaster.actions.ledger.Ledger;
import dev.quartermaster.actions.ledger.SpendReport;
import dev.quartermaster.actions.time.DatabaseTime;
import dev.quartermaster.bot.card.overview.MonthsBudget;
import dev.quartermaster.bot.card.overview.SpendCard;
import dev.quartermaster.bot.card.overview.SpendSplitCard;
import dev.quartermaster.bot.conversation.dialogue.IncomingMessage;
import dev.quartermaster.bot.conversation.dialogue.LeaseTitles;
import dev.quartermaster.bot.slack.outbox.Message;
import dev.quartermaster.bot.slack.outbox.Outbox;
import dev.quartermaster.intents.config.Bundle;
import dev.quartermaster.intents.intent.Intent;
import dev.quartermaster.intents.intent.Period;
import dev.quartermaster.intents.people.Team;
import dev.quartermaster.intents.people.TeamId;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Answers what a team spent, in the way it was asked for, where nobody else reads; whose it may see is the ledger's to say. */
@Component
public class SpendAnswer {
    private final Ledger ledger;
    private final Bundles bundles;
    private final DatabaseTime time;
    private final LeaseTitles titles;
    private final Outbox outbox;

    SpendAnswer(Ledger ledger, Bundles bundles, DatabaseTime time, LeaseTitles titles, Outbox outbox) {
        this.ledger = ledger;
        this.bundles = bundles;
        this.time = time;
        this.titles = titles;
        this.outbox = outbox;
    }

    /** Whether these words only want what was just told in another way. */
    public boolean follows(String words) {
        return SpendQuestion.of(words).follows(words);
    }

    /** Whether these words ask about spend, whatever a reader takes them for. */
    public boolean plainly(String words) {
        return SpendQuestion.of(words).plainly(words);
    }

    public void spend(IncomingMessage asking, Intent.Spend spend) {
        Bundle bundle = bundles.current();
        Optional<TeamId> team = Optional.ofNullable(spend.team())
                .or(() -> bundle.people().teamOf(asking.person()).map(Team::id));
        if (team.isEmpty()) {
            outbox.say(asking.reply(), Message.said("You are in no team, so name one: `/qm spend growth`."));
            return;
        }
        LocalDate today = time.now().atZone(bundle.organisation().zone()).toLocalDate();
        SpendQuestion question = SpendQuestion.of(asking.words());
        Period period = question.forecast() ? month(today) : period(spend.period(), today);
        switch (ledger.spend(asking.person(), team.get(), period)) {
            case Ledger.Answer.Report(var report) ->
                outbox.say(asking.privately(), told(report.inCents(), question, today));
            case Ledger.Answer.NotYours(String words) -> outbox.say(asking.reply(), Message.said(words));
        }
    }

    private Message told(SpendReport report, SpendQuestion question, LocalDate today) {
        Bundle bundle = bundles.current();
        if (question.forecast()) {
            return SpendSplitCard.forecast(report.team().value(), budget(report, today));
        }
        if (question.csv()) {
            return SpendSplitCard.csv(
                    report,
                    "GET /api/spend?team=" + report.team() + "&from="
                            + report.period().from() + "&to=" + report.period().to());
        }
        if (question.split() != null) {
            return SpendSplitCard.of(report, question.split(), question.most(), bundle.people());
        }
        boolean now = report.period().equals(month(today));
        return SpendCard.of(report, now ? budget(report, today) : null, titles::of, bundle.people());
    }

    private MonthsBudget budget(SpendReport report, LocalDate today) {
        return MonthsBudget.of(ledger.budget(report.team()), YearMonth.from(today));
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
}
