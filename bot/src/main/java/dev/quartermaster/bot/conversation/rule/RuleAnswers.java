package dev.quartermaster.bot.conversation.rule;

import dev.quartermaster.actions.bundle.Bundles;
import dev.quartermaster.bot.card.rule.RuleCards;
import dev.quartermaster.bot.conversation.dialogue.IncomingMessage;
import dev.quartermaster.bot.slack.outbox.Message;
import dev.quartermaster.bot.slack.outbox.Outbox;
import dev.quartermaster.intents.config.Bundle;
import dev.quartermaster.intents.people.Person;
import dev.quartermaster.intents.people.Team;
import dev.quartermaster.intents.rulebook.RuleSheet;
import dev.quartermaster.intents.rulebook.RuleText;
import dev.quartermaster.intents.rulebook.Rulebook;
import dev.quartermaster.intents.yaml.NearestWord;
import java.util.Locale;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Shows all rules, or one of them with the buttons that rehearse and change it. */
@Component
class RuleAnswers {
    private final Bundles bundles;
    private final Outbox outbox;

    RuleAnswers(Bundles bundles, Outbox outbox) {
        this.bundles = bundles;
        this.outbox = outbox;
    }

    boolean knows(String id) {
        return book().rule(name(id)).isPresent();
    }

    void all(IncomingMessage asking) {
        Rulebook book = book();
        outbox.say(
                asking.privately(),
                RuleCards.all(book, book.sheets().stream().map(this::owner).toList()));
    }

    /** The rule, or what it may have been meant to be. */
    void one(IncomingMessage asking, String id) {
        Rulebook book = book();
        Optional<RuleText> rule = book.rule(name(id));
        if (rule.isPresent()) {
            RuleSheet sheet = book.sheet(rule.get().file()).orElseThrow();
            outbox.say(asking.privately(), RuleCards.one(rule.get(), sheet, owner(sheet)));
            return;
        }
        String near = NearestWord.nearest(
                        name(id), book.rules().stream().map(RuleText::id).toList())
                .map(each -> " Did you mean `/qm rules " + each + "`?")
                .orElse(" `/qm rules` shows those there are.");
        outbox.say(asking.privately(), Message.said("There is no rule called " + id + "." + near));
    }

    private Rulebook book() {
        return Rulebook.of(bundles.current().files());
    }

    private static String name(String id) {
        return id.strip().toLowerCase(Locale.ROOT);
    }

    /** The owner's name where it is a person's or a team's; otherwise the group's as written. */
    private String owner(RuleSheet sheet) {
        Bundle bundle = bundles.current();
        Optional<String> person = bundle.people().persons().values().stream()
                .filter(each -> each.id().value().equals(sheet.owner()))
                .map(Person::name)
                .findFirst();
        Optional<String> team = bundle.people().teams().values().stream()
                .filter(each -> each.id().value().equals(sheet.owner()))
                .map(Team::title)
                .map(title -> "the team " + title)
                .findFirst();
        return person.or(() -> team).orElse(sheet.owner());
    }
}
