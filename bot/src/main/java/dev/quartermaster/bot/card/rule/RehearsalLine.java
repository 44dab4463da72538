package dev.quartermaster.bot.card.rule;

import dev.quartermaster.bot.card.Wording;
import dev.quartermaster.bot.slack.text.Mrkdwn;
import dev.quartermaster.intents.intent.Intent;
import dev.quartermaster.intents.people.People;
import dev.quartermaster.intents.policy.Judgement;
import dev.quartermaster.intents.policy.Rehearsal;
import dev.quartermaster.intents.policy.Verdict;
import java.util.Locale;

/** One past request that other rules would decide otherwise, on one line; without its price, which is its team's. */
final class RehearsalLine {
    private RehearsalLine() {}

    static Mrkdwn of(Rehearsal.Changed changed, People people) {
        return Mrkdwn.ours("• ")
                .and(Mrkdwn.theirs(Wording.name(changed.asked().by(), people)))
                .and(", ")
                .and(Wording.moment(changed.asked().now()))
                .and(": ")
                .and(Wording.shown(what(changed.asked().intent())))
                .and(" — " + came(changed.before()) + ", would be ")
                .and(came(changed.after()));
    }

    private static String what(Intent intent) {
        if (intent instanceof Intent.Launch launch) {
            StringBuilder said = new StringBuilder(launch.path().value());
            launch.parameters()
                    .forEach((name, value) ->
                            said.append(' ').append(name).append(' ').append(value.text()));
            return said.toString();
        }
        return intent instanceof Intent.Grant grant
                ? grant.access().name().toLowerCase(Locale.ROOT) + " on " + grant.dataset()
                : "a request";
    }

    private static String came(Judgement judgement) {
        return switch (judgement.verdict()) {
            case Verdict.Allowed allowed -> "allowed";
            case Verdict.NeedsApproval needs -> "for approval";
            case Verdict.Refused refused -> "refused";
        };
    }
}
