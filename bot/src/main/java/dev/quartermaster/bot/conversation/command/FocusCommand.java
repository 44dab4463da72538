package dev.quartermaster.bot.conversation.command;

import dev.quartermaster.actions.bundle.Bundles;
import dev.quartermaster.actions.ledger.focus.FocusExport;
import dev.quartermaster.bot.conversation.dialogue.IncomingMessage;
import dev.quartermaster.bot.conversation.spend.FocusShare;
import dev.quartermaster.bot.slack.outbox.Message;
import dev.quartermaster.bot.slack.outbox.Outbox;
import dev.quartermaster.intents.config.Bundle;
import dev.quartermaster.intents.intent.Period;
import dev.quartermaster.intents.people.Team;
import dev.quartermaster.intents.reading.text.Sentence;
import dev.quartermaster.intents.reading.time.TimeExpression.During;
import dev.quartermaster.intents.reading.time.TimeGrammar;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** {@code /qm focus growth october}: the file of a team's charges in the columns of FOCUS, and where it is fetched. */
@Component
class FocusCommand implements CommandHandler {
    private static final Set<String> FILLING =
            Set.of("a", "as", "csv", "export", "file", "for", "from", "in", "of", "team", "the");

    private final FocusShare charges;
    private final Bundles bundles;
    private final Outbox outbox;

    FocusCommand(FocusShare charges, Bundles bundles, Outbox outbox) {
        this.charges = charges;
        this.bundles = bundles;
        this.outbox = outbox;
    }

    @Override
    public List<String> words() {
        return List.of("focus");
    }

    @Override
    public String usage() {
        return "[<team>] [<month or days>]";
    }

    @Override
    public String about() {
        return "a team's charges as a file, in the columns of FOCUS " + FocusExport.VERSION;
    }

    @Override
    public void perform(IncomingMessage asking, String rest) {
        Bundle bundle = bundles.current();
        List<String> unknown = unknown(asking, rest, bundle);
        if (!unknown.isEmpty()) {
            outbox.say(
                    asking.reply(),
                    Message.said("I know no team and no time of these words: " + String.join(" ", unknown)
                            + ". Say it as in `/qm focus growth october`."));
            return;
        }
        Optional<Team> team = named(rest, bundle).or(() -> bundle.people().teamOf(asking.person()));
        if (team.isEmpty()) {
            outbox.say(asking.reply(), Message.said("You are in no team, so name one: `/qm focus growth october`."));
            return;
        }
        charges.share(asking, team.get().id(), period(asking, rest, bundle));
    }

    private static List<String> unknown(IncomingMessage asking, String rest, Bundle bundle) {
        String left = during(asking, rest, bundle)
                .map(said -> rest.replace(said.words().text(), " "))
                .orElse(rest);
        return words(left).stream()
                .filter(word -> !FILLING.contains(word))
                .filter(word -> named(word, bundle).isEmpty())
                .toList();
    }

    private static List<String> words(String rest) {
        return Stream.of(rest.toLowerCase(Locale.ROOT).split("[\\s,]+"))
                .filter(word -> !word.isEmpty())
                .toList();
    }

    private static Optional<Team> named(String rest, Bundle bundle) {
        List<String> words = words(rest);
        return bundle.people().teams().values().stream()
                .filter(team -> words.contains(team.id().value()))
                .findFirst();
    }

    /** This month so far, where none is said. */
    private static Period period(IncomingMessage asking, String rest, Bundle bundle) {
        LocalDate today = asking.at().atZone(bundle.organisation().zone()).toLocalDate();
        return during(asking, rest, bundle)
                .map(said -> new Period(said.first(), said.last().plusDays(1)))
                .orElseGet(() -> new Period(today.withDayOfMonth(1), today.plusDays(1)));
    }

    private static Optional<During> during(IncomingMessage asking, String rest, Bundle bundle) {
        return TimeGrammar.find(
                        Sentence.of(rest), asking.at(), bundle.organisation().zone())
                .stream()
                .filter(During.class::isInstance)
                .map(During.class::cast)
                .findFirst();
    }
}
