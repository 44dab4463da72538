package dev.quartermaster.bot.conversation.spend;

import dev.quartermaster.actions.ledger.focus.FocusExport;
import dev.quartermaster.bot.conversation.dialogue.IncomingMessage;
import dev.quartermaster.bot.slack.outbox.Message;
import dev.quartermaster.bot.slack.outbox.Outbox;
import dev.quartermaster.bot.slack.outbox.OutboxFile;
import dev.quartermaster.intents.intent.Period;
import dev.quartermaster.intents.people.TeamId;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Sends the file of a team's charges in the columns of FOCUS to whoever may see them, and says where it is fetched. */
@Component
public class FocusShare {
    private final FocusExport export;
    private final Outbox outbox;
    private final String address;

    FocusShare(FocusExport export, Outbox outbox, @Value("${quartermaster.url}") String address) {
        this.export = export;
        this.outbox = outbox;
        this.address = address;
    }

    public void share(IncomingMessage asking, TeamId team, Period period) {
        if (period.from().plusMonths(FocusExport.MOST_MONTHS - 1).isBefore(period.to())) {
            outbox.say(
                    asking.reply(),
                    Message.said(
                            "One file holds fewer than " + FocusExport.MOST_MONTHS + " months: say a shorter time."));
            return;
        }
        switch (export.of(asking.person(), team, period)) {
            case FocusExport.Answer.Export(var file) -> {
                byte[] content = content(file);
                boolean fits = content.length <= OutboxFile.LARGEST;
                outbox.say(asking.privately(), Message.said(fetched(team, period, fits)));
                if (fits) {
                    share(asking, team, period, content);
                }
            }
            case FocusExport.Answer.NotYours(String words) -> outbox.say(asking.reply(), Message.said(words));
        }
    }

    private void share(IncomingMessage asking, TeamId team, Period period, byte[] content) {
        String name = "focus-" + FocusExport.VERSION + "-" + team + "-" + period.from() + "-" + period.to() + ".csv";
        String title = "Charges of " + team + " in the columns of FOCUS " + FocusExport.VERSION;
        outbox.share(
                asking.privately(),
                List.of(new OutboxFile(name, title, "", content)),
                Message.said("The file could not be put into Slack. It is fetched as said above."));
    }

    private static byte[] content(FocusExport.File file) {
        StringBuilder text = new StringBuilder();
        try {
            file.writeTo(text);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    private String fetched(TeamId team, Period period, boolean below) {
        return "What " + team + " was charged from " + period.from() + " to "
                + period.to().minusDays(1)
                + ", as comma-separated values in the columns of FOCUS " + FocusExport.VERSION
                + (below ? ", is below, and is" : ", is too large for Slack and is")
                + " fetched with your API token:\n`curl -OJ -H \"Authorization: Bearer $TOKEN\" \"" + address
                + "/api/focus?team=" + team + "&from=" + period.from() + "&to=" + period.to()
                + "\"`\nThe platform team finds the file of each month that is over on the server, in the folder `focus`.";
    }
}
