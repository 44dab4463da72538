package dev.quartermaster.bot.conversation.spend;

import dev.quartermaster.actions.bundle.Bundles;
import dev.quartermaster.actions.ledger.Ledger;
import dev.quartermaster.actions.ledger.SpendReport;
import dev.quartermaster.bot.card.spend.ChartPicture;
import dev.quartermaster.bot.card.spend.SpendChart;
import dev.quartermaster.bot.card.spend.SpendCsv;
import dev.quartermaster.bot.card.spend.SpendView;
import dev.quartermaster.bot.card.spend.SpendView.Kind;
import dev.quartermaster.bot.conversation.dialogue.IncomingMessage;
import dev.quartermaster.bot.conversation.dialogue.LeaseTitles;
import dev.quartermaster.bot.slack.outbox.Message;
import dev.quartermaster.bot.slack.outbox.Outbox;
import dev.quartermaster.bot.slack.outbox.OutboxFile;
import dev.quartermaster.intents.intent.Period;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Below an answer about spend: the same as a picture, where one helps, and as a file of comma-separated values. */
@Component
class SpendFiles {
    private final Ledger ledger;
    private final Bundles bundles;
    private final LeaseTitles titles;
    private final Outbox outbox;

    SpendFiles(Ledger ledger, Bundles bundles, LeaseTitles titles, Outbox outbox) {
        this.ledger = ledger;
        this.bundles = bundles;
        this.titles = titles;
        this.outbox = outbox;
    }

    /** @param report in cents, of what the view looks at alone */
    void share(IncomingMessage asking, SpendView view, SpendReport report) {
        boolean shared = view.row() > 0;
        if (shared || report.items().isEmpty()) {
            return;
        }
        Period days = report.period();
        String name = "spend-" + report.team() + "-" + days.from() + "-to-"
                + days.to().minusDays(1);
        List<OutboxFile> files = new ArrayList<>();
        chart(asking, view, report)
                .ifPresent(chart -> ChartPicture.of(chart)
                        .ifPresent(picture ->
                                files.add(new OutboxFile(name + ".png", chart.title(), chart.alt(), picture))));
        files.add(new OutboxFile(name + ".csv", "Spend of " + report.team() + " as CSV", "", SpendCsv.of(report)));
        outbox.share(
                asking.privately(),
                files,
                Message.said((files.size() > 1 ? "The chart and the CSV file" : "The CSV file")
                        + " could not be put into Slack. The same figures, as JSON: `GET /api/spend?team="
                        + report.team()
                        + "&from=" + days.from() + "&to=" + days.to() + "`"));
    }

    private Optional<SpendChart> chart(IncomingMessage asking, SpendView view, SpendReport report) {
        return view.kind() == Kind.BUDGET
                ? Optional.of(SpendChart.burnDown(
                        report.team().value(),
                        report.budget(),
                        ledger.daily(asking.person(), report.team(), report.period())))
                : SpendChart.bars(report, view, titles::of, bundles.current().people());
    }
}
