package dev.quartermaster.bot.card.request;

import dev.quartermaster.bot.card.Wording;
import dev.quartermaster.bot.slack.text.Mrkdwn;
import dev.quartermaster.intents.people.PersonId;
import dev.quartermaster.intents.policy.Rights;
import dev.quartermaster.intents.policy.Stage;
import dev.quartermaster.intents.policy.Verdict;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What is said of a verdict before anybody is asked. */
final class JudgementLines {
    private JudgementLines() {}

    /** One line for each stage: who would be asked. */
    static Mrkdwn deciders(List<Stage> stages, Rights rights, PersonId asker) {
        return lines(stages.stream()
                .map(stage -> Mrkdwn.ours(stage.needed() == 1 ? "Would be asked: " : stage.needed() + " of: ")
                        .and(Wording.anyOf(rights.of(stage.deciders(), asker), rights.people()))));
    }

    /** One line for each reason. */
    static Mrkdwn reasons(Verdict.Refused refused) {
        return lines(refused.reasons().stream().map(reason -> Mrkdwn.ours("• ").and(Mrkdwn.theirs(reason.words()))));
    }

    private static Mrkdwn lines(Stream<Mrkdwn> lines) {
        return lines.collect(Collectors.reducing(
                Mrkdwn.ours(""),
                (text, line) -> text.and(text.value().isEmpty() ? "" : "\n").and(line)));
    }
}
