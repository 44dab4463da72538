package dev.quartermaster.bot.conversation.request.form;

import dev.quartermaster.actions.presence.RightsNow;
import dev.quartermaster.actions.request.RequestService;
import dev.quartermaster.actions.request.Resizing;
import dev.quartermaster.actions.time.DatabaseTime;
import dev.quartermaster.bot.card.Blocks;
import dev.quartermaster.bot.card.Wording;
import dev.quartermaster.bot.card.request.RequestModal;
import dev.quartermaster.bot.conversation.dialogue.ChargedMoney;
import dev.quartermaster.bot.conversation.request.form.RequestReading.Read;
import dev.quartermaster.bot.slack.SlackInteraction;
import dev.quartermaster.bot.slack.text.Mrkdwn;
import dev.quartermaster.intents.intent.Intent;
import dev.quartermaster.intents.intent.Term;
import dev.quartermaster.intents.people.PersonId;
import dev.quartermaster.intents.policy.Judgement;
import dev.quartermaster.intents.policy.Verdict;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What is said above the fields: what is missing or wrong, or term, price and who would be asked. Files nothing. */
@Component
class RequestOutlook {
    private final RequestService requests;
    private final RightsNow rights;
    private final TimeToReady ready;
    private final DatabaseTime time;

    RequestOutlook(RequestService requests, RightsNow rights, TimeToReady ready, DatabaseTime time) {
        this.requests = requests;
        this.rights = rights;
        this.ready = ready;
        this.time = time;
    }

    boolean refuses(PersonId asker, Intent intent) {
        return requests.preview(asker, intent).verdict() instanceof Verdict.Refused;
    }

    /** @param sent whether it was sent in, and not only filled in */
    Blocks of(SlackInteraction by, Read read, boolean sent) {
        return switch (read) {
            case Read.Incomplete(String field, String words) -> RequestModal.saying(Mrkdwn.said(words));
            case Read.Wrong(var faults) ->
                RequestModal.saying(Mrkdwn.ours(":warning: ").and(Mrkdwn.said(String.join("\n", faults.values()))));
            case Read.Meant(Intent intent) -> judged(by.by().person(), intent, sent);
        };
    }

    private Blocks judged(PersonId asker, Intent intent, boolean sent) {
        Judgement judgement = requests.preview(asker, intent);
        Optional<Mrkdwn> size = requests.resizing(asker, intent)
                .filter(resizing -> judgement.price() != null)
                .map(resizing -> size(resizing, judgement));
        return RequestModal.judged(
                judgement,
                rights.shown(),
                asker,
                ChargedMoney.seenBy(asker, judgement, rights.shown().people()),
                sent,
                size.orElseGet(() -> term(judgement)),
                size.isPresent() ? "" : ready.words(judgement.plan()));
    }

    private Mrkdwn size(Resizing resizing, Judgement judgement) {
        Mrkdwn money = Mrkdwn.ours("*Change* ")
                .and(Wording.difference(resizing, judgement.price(), time.now()))
                .and(", ")
                .and(Wording.moment(resizing.until()));
        return resizing.effect().isEmpty()
                ? money
                : money.and("\n*While it changes* ").and(Mrkdwn.said(resizing.effect()));
    }

    /** As it was understood, so that a word of it that was not is seen. */
    private static Mrkdwn term(Judgement judgement) {
        if (judgement.plan() == null) {
            return Mrkdwn.ours("");
        }
        Mrkdwn length = Mrkdwn.ours("*For* " + Wording.length(judgement.plan().term()));
        return switch (judgement.intent()) {
            case Intent.Launch launch -> length.and(when(launch.from(), launch.term()));
            case Intent.Grant grant -> length.and(when(grant.from(), grant.term()));
            default -> length.and(" in all");
        };
    }

    private static Mrkdwn when(@Nullable Instant from, Term term) {
        Mrkdwn start = from == null ? Mrkdwn.ours("") : Mrkdwn.ours(", from ").and(Wording.moment(from));
        return term instanceof Term.Until(Instant end) ? start.and(", until ").and(Wording.moment(end)) : start;
    }
}
