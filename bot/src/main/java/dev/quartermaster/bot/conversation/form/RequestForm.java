package dev.quartermaster.bot.conversation.form;

import dev.quartermaster.actions.presence.RightsNow;
import dev.quartermaster.actions.request.Request;
import dev.quartermaster.actions.request.RequestService;
import dev.quartermaster.bot.announce.StoredCommands;
import dev.quartermaster.bot.card.ActionIds;
import dev.quartermaster.bot.card.Blocks;
import dev.quartermaster.bot.card.Modal;
import dev.quartermaster.bot.card.request.RequestModal;
import dev.quartermaster.bot.conversation.dialogue.ClickReplies;
import dev.quartermaster.bot.conversation.dialogue.QuestionCards;
import dev.quartermaster.bot.conversation.form.RequestReading.Read;
import dev.quartermaster.bot.slack.Conversation;
import dev.quartermaster.bot.slack.Form;
import dev.quartermaster.bot.slack.SlackInteraction;
import dev.quartermaster.bot.slack.SlackInteraction.Card;
import dev.quartermaster.bot.slack.SlackInteraction.Clicked;
import dev.quartermaster.bot.slack.SlackInteraction.Commanded;
import dev.quartermaster.bot.slack.SlackInteraction.Submitted;
import dev.quartermaster.bot.slack.outbox.Message;
import dev.quartermaster.bot.slack.outbox.Outbox;
import dev.quartermaster.bot.slack.outbox.Recipient;
import dev.quartermaster.bot.slack.text.Mrkdwn;
import dev.quartermaster.intents.catalogue.GoldenPath;
import dev.quartermaster.intents.intent.Intent;
import dev.quartermaster.intents.people.People;
import dev.quartermaster.intents.people.PersonId;
import dev.quartermaster.intents.policy.Judgement;
import dev.quartermaster.intents.policy.PersonRights;
import dev.quartermaster.intents.policy.Verdict;
import dev.quartermaster.intents.reading.Reader.Known;
import dev.quartermaster.intents.reading.slash.CommandText;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * The form of a launch, of access to data or of an extension. Opening and filling it in only reads; sent in, it is the
 * command that means the same, typed by whoever sent it.
 */
@Component
class RequestForm implements Form {
    private static final Pattern ACTIONS = Pattern.compile(ActionIds.FORM + ".*|" + ActionIds.FILL);
    private static final Pattern DATA = Pattern.compile("(launch|grant|extend)\\|([A-Z0-9]{0,40})\\|([0-9.]{0,40})");

    private final RequestReading reading;
    private final RequestFields fields;
    private final RequestService desk;
    private final RightsNow rights;
    private final StoredCommands stored;
    private final QuestionCards questions;
    private final Conversation conversation;
    private final TimeToReady ready;
    private final ClickReplies replies;
    private final Outbox outbox;

    RequestForm(
            RequestReading reading,
            RequestFields fields,
            RequestService desk,
            RightsNow rights,
            StoredCommands stored,
            QuestionCards questions,
            Conversation conversation,
            TimeToReady ready,
            ClickReplies replies,
            Outbox outbox) {
        this.reading = reading;
        this.fields = fields;
        this.desk = desk;
        this.rights = rights;
        this.stored = stored;
        this.questions = questions;
        this.conversation = conversation;
        this.ready = ready;
        this.replies = replies;
        this.outbox = outbox;
    }

    @Override
    public Pattern actions() {
        return ACTIONS;
    }

    @Override
    public String id() {
        return RequestModal.ID;
    }

    @Override
    public Optional<String> typed(String command) {
        return reading.opened(command);
    }

    @Override
    public Optional<String> open(Clicked clicked) {
        return stored.command(clicked.value())
                .flatMap(command -> reading.draft(clicked, command))
                .map(draft -> drawn(
                        draft, outlook(clicked, draft, false), clicked.by().person(), data(draft, clicked.on())));
    }

    @Override
    public void clicked(Clicked clicked) {
        replies.tell(clicked, "That button is too old to be sure what it means. `/qm start` opens an empty form.");
    }

    @Override
    public Optional<String> changed(Submitted soFar) {
        return draft(soFar)
                .map(draft ->
                        drawn(draft, outlook(soFar, draft, false), soFar.by().person(), soFar.data()));
    }

    @Override
    public List<SelectOption> choices(String block, String written) {
        return fields.choices(block, written, reading.known());
    }

    @Override
    public Map<String, String> validate(Submitted submitted) {
        RequestDraft draft = draft(submitted).orElse(null);
        if (draft == null) {
            return Map.of(RequestDraft.PATH, "Open the form again.");
        }
        List<RequestModal.Field> drawn = fields.of(draft, submitted.by().person(), reading.known());
        Map<String, String> errors = new LinkedHashMap<>();
        switch (reading.read(submitted, draft)) {
            case Read.Wrong(var faults) ->
                faults.forEach((field, words) ->
                        errors.put(RequestFields.block(draft, field, drawn), Blocks.cut(words, 1000)));
            case Read.Incomplete(String words) -> errors.put(drawn.getFirst().block(), words);
            case Read.Meant meant -> {}
        }
        return errors;
    }

    /** What would be refused is not asked for: it says why, and what was typed can be changed. */
    @Override
    public Optional<String> instead(Submitted submitted) {
        return draft(submitted)
                .filter(draft -> reading.read(submitted, draft) instanceof Read.Meant(Intent intent)
                        && desk.preview(submitted.by().person(), intent).verdict() instanceof Verdict.Refused)
                .map(draft -> drawn(
                        draft, outlook(submitted, draft, true), submitted.by().person(), submitted.data()));
    }

    @Override
    public void submitted(Submitted submitted) {
        Optional<Read> read = draft(submitted).map(draft -> reading.read(submitted, draft));
        if (read.isPresent() && read.get() instanceof Read.Meant(Intent intent)) {
            String command = CommandText.of(intent);
            card(submitted).ifPresent(card -> questions.answered(submitted.by().person(), card, command));
            conversation.commanded(new Commanded(submitted.key(), submitted.by(), submitted.at(), "", "-- " + command));
        } else {
            // Files or data changed in the second between the form's answer and now.
            outbox.say(
                    new Recipient.Person(submitted.by().person()),
                    Message.text("What you sent in does not fit any more. Open the form again: `/qm start`."));
        }
    }

    private String drawn(RequestDraft draft, Blocks outlook, PersonId asker, String data) {
        Known known = reading.known();
        List<RequestModal.Field> shown = fields.of(draft, asker, known);
        if (shown.isEmpty()) {
            return Modal.saying(
                    RequestModal.ID,
                    title(draft),
                    "Nothing of yours is running, so there is nothing to keep longer. `/qm list` shows what you have.");
        }
        Mrkdwn about =
                draft.path(known).map(GoldenPath::about).map(Mrkdwn::theirs).orElse(Mrkdwn.ours(""));
        return RequestModal.of(new RequestModal.Shown(title(draft), about, shown, outlook, data));
    }

    private static String title(RequestDraft draft) {
        return switch (draft.verb()) {
            case LAUNCH -> "Start something";
            case GRANT -> "Get access to data";
            default -> "Keep it longer";
        };
    }

    /** @param sent whether it was sent in, and not only filled in */
    private Blocks outlook(SlackInteraction by, RequestDraft draft, boolean sent) {
        return switch (reading.read(by, draft)) {
            case Read.Incomplete(String words) -> RequestModal.saying(Mrkdwn.said(words));
            case Read.Wrong(var faults) ->
                RequestModal.saying(Mrkdwn.ours(":warning: ").and(Mrkdwn.said(String.join("\n", faults.values()))));
            case Read.Meant(Intent intent) -> {
                Judgement judgement = desk.preview(by.by().person(), intent);
                yield RequestModal.judged(
                        judgement,
                        rights.shown(),
                        by.by().person(),
                        seesMoney(by.by().person(), judgement),
                        sent,
                        ready.words(judgement.plan()));
            }
        };
    }

    /** It is charged to the team of whom it is for. */
    private boolean seesMoney(PersonId asker, Judgement judgement) {
        People people = rights.shown().people();
        return people.teamOf(Request.grantee(judgement.intent()).orElse(asker))
                .filter(team -> new PersonRights(people).maySeeSpend(asker, team.id()))
                .isPresent();
    }

    /** Which verb it is of, and the card whose button opened it. */
    private static String data(RequestDraft draft, @Nullable Card on) {
        return draft.verb().word() + "|" + (on == null ? "|" : on.channel() + "|" + on.ts());
    }

    private static Optional<RequestDraft> draft(Submitted submitted) {
        Matcher data = DATA.matcher(submitted.data());
        return data.matches()
                ? RequestReading.VERBS.stream()
                        .filter(verb -> verb.word().equals(data.group(1)))
                        .findFirst()
                        .map(verb -> RequestFields.draft(verb, submitted.values()))
                : Optional.empty();
    }

    private static Optional<Card> card(Submitted submitted) {
        Matcher data = DATA.matcher(submitted.data());
        return data.matches() && !data.group(2).isEmpty()
                ? Optional.of(new Card(data.group(2), data.group(3), null))
                : Optional.empty();
    }
}
