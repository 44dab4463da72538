package dev.quartermaster.bot.conversation;

import dev.quartermaster.actions.bundle.Bundles;
import dev.quartermaster.actions.lease.Leases;
import dev.quartermaster.actions.provider.kubernetes.need.ClusterSurvey;
import dev.quartermaster.actions.request.RequestService;
import dev.quartermaster.bot.conversation.command.CommandHandlers;
import dev.quartermaster.bot.conversation.dialogue.IncomingMessage;
import dev.quartermaster.intents.catalogue.PathName;
import dev.quartermaster.intents.guide.Guide;
import dev.quartermaster.intents.guide.Measures;
import dev.quartermaster.intents.intent.Intent;
import dev.quartermaster.intents.people.People;
import dev.quartermaster.intents.people.PersonId;
import dev.quartermaster.intents.policy.Judgement;
import dev.quartermaster.intents.reading.Reading;
import dev.quartermaster.intents.reading.Verb;
import java.time.Duration;
import java.util.List;
import org.springframework.stereotype.Component;

/**
 * Answers help and questions about the catalogue: from the files in force, from the rules as they would judge now, and
 * from how long earlier hand-overs took.
 */
@Component
class CatalogueAnswers implements Measures {
    private static final int LAST = 20;

    private final RequestService desk;
    private final Leases leases;
    private final Bundles bundles;
    private final CommandHandlers commands;
    private final ClusterSurvey survey;

    CatalogueAnswers(
            RequestService desk, Leases leases, Bundles bundles, CommandHandlers commands, ClusterSurvey survey) {
        this.desk = desk;
        this.leases = leases;
        this.bundles = bundles;
        this.commands = commands;
        this.survey = survey;
    }

    /** The reader's own answer, where the question is none that these answer. */
    String answer(IncomingMessage asking, Reading.Answer read) {
        if (asking.words().strip().matches("(?i)(?:--|—)?\\s*help")) {
            return read.text() + "\nBesides:\n" + commands.help() + unavailable(asking.person());
        }
        boolean help = read.evidence().candidates().stream().anyMatch(candidate -> candidate.verb() == Verb.HELP);
        return help
                ? new Guide(bundles.current(), this)
                        .answer(asking.person(), asking.words())
                        .orElse(read.text())
                : read.text();
    }

    /** For those who can mend it. */
    private String unavailable(PersonId asker) {
        People people = bundles.current().people();
        List<String> lines = people.group(People.PLATFORM_LEADS).contains(asker)
                ? survey.unavailable(people.teams().values())
                : List.of();
        return lines.isEmpty() ? "" : "\nNot available here:\n" + String.join("\n", lines);
    }

    @Override
    public Judgement judged(PersonId by, Intent intent) {
        return desk.preview(by, intent);
    }

    @Override
    public List<Duration> handedOver(PathName path) {
        return leases.handedOver(path, LAST);
    }
}
