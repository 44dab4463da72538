package dev.quartermaster.bot.conversation.request.form;

import dev.quartermaster.bot.announce.StoredCommands;
import dev.quartermaster.bot.card.ActionIds;
import dev.quartermaster.bot.card.Blocks;
import dev.quartermaster.bot.card.Modal;
import dev.quartermaster.bot.card.request.RequestModal;
import dev.quartermaster.bot.conversation.command.ReplaceCommand;
import dev.quartermaster.bot.conversation.command.ReplaceCommand.Replacing;
import dev.quartermaster.bot.conversation.dialogue.ClickReplies;
import dev.quartermaster.bot.conversation.dialogue.QuestionForms;
import dev.quartermaster.bot.conversation.request.form.RequestReading.Read;
import dev.quartermaster.bot.slack.Conversation;
import dev.quartermaster.bot.slack.Form;
import dev.quartermaster.bot.slack.SlackInteraction;
import dev.quartermaster.bot.slack.SlackInteraction.Clicked;
import dev.quartermaster.bot.slack.SlackInteraction.Commanded;
import dev.quartermaster.bot.slack.SlackInteraction.Submitted;
import dev.quartermaster.bot.slack.outbox.Message;
import dev.quartermaster.bot.slack.outbox.Outbox;
import dev.quartermaster.bot.slack.outbox.Recipient;
import dev.quartermaster.bot.slack.text.Mrkdwn;
import dev.quartermaster.intents.catalogue.GoldenPath;
import dev.quartermaster.intents.intent.Intent;
import dev.quartermaster.intents.people.PersonId;
import dev.quartermaster.intents.reading.Reader.Known;
import dev.quartermaster.intents.reading.Verb;
import dev.quartermaster.intents.reading.slash.CommandText;
import dev.quartermaster.intents.reading.slash.TypedCommand;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/**
 * The form of a launch, of access to data, of an extension or of another size. Opening and filling it in only reads; sent in, it is the
 * command that means the same, typed by whoever sent it.
 */
@Component
class RequestForm implements Form {
    private static final Pattern ACTIONS = Pattern.compile(ActionIds.FORM + ".*|" + ActionIds.FILL);

    private final RequestReading reading;
    private final RequestFields fields;
    private final RequestOutlook outlook;
    private final FormCommands commands;
    private final StoredCommands stored;
    private final QuestionForms questions;
    private final Conversation conversation;
    private final ClickReplies replies;
    private final Outbox outbox;

    RequestForm(
            RequestReading reading,
            RequestFields fields,
            RequestOutlook outlook,
            FormCommands commands,
            StoredCommands stored,
            QuestionForms questions,
            Conversation conversation,
            ClickReplies replies,
            Outbox outbox) {
        this.reading = reading;
        this.fields = fields;
        this.outlook = outlook;
        this.commands = commands;
        this.stored = stored;
        this.questions = questions;
        this.conversation = conversation;
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
        return commands.opened(command);
    }

    @Override
    public Optional<String> open(Clicked clicked) {
        return closed(clicked).isPresent()
                ? Optional.empty()
                : stored.command(clicked.value()).map(ActionIds.Filled::of).flatMap(filled -> filled(clicked, filled));
    }

    private Optional<String> closed(Clicked clicked) {
        return questions.closed(clicked, FormOrigin.line(clicked));
    }

    private Optional<String> filled(Clicked clicked, ActionIds.Filled filled) {
        Optional<Replacing> replacing = Replacing.of(filled.command());
        return TypedCommand.of(replacing.map(Replacing::command).orElse(filled.command()))
                .filter(typed -> typed.verb().hasForm())
                .map(typed -> fields.running(
                        FormEntries.of(typed, clicked.by().zone()).chosen(),
                        clicked.by().person()))
                .map(entries -> drawn(
                        clicked,
                        entries,
                        FormOrigin.of(
                                entries.verb(),
                                clicked,
                                replacing.map(Replacing::waiting).orElse(null),
                                filled.left()),
                        false));
    }

    @Override
    public void clicked(Clicked clicked) {
        replies.tell(
                clicked,
                closed(clicked)
                        .orElse("That button is too old to be sure what it means. `/qm start` opens an empty form."));
    }

    @Override
    public Optional<String> changed(Submitted soFar) {
        return FormOrigin.parse(soFar.data()).map(origin -> drawn(soFar, entries(soFar, origin), origin, false));
    }

    @Override
    public List<SelectOption> choices(String block, String written) {
        return FormChoices.of(block, written, reading.known());
    }

    @Override
    public Map<String, String> validate(Submitted submitted) {
        Optional<FormOrigin> origin = FormOrigin.parse(submitted.data());
        if (origin.isEmpty()) {
            return Map.of(FormEntries.PATH, "Open the form again.");
        }
        Known known = reading.known();
        FormEntries entries = entries(submitted, origin.get());
        Optional<String> former = FormBlocks.former(entries, submitted.values());
        if (former.isPresent()) {
            return Map.of(
                    entries.first(),
                    "The fields below are still those of " + former.get() + ". Wait until they have changed.");
        }
        List<RequestModal.Field> drawn = fields.of(entries, submitted.by().person(), known);
        Map<String, String> errors = new LinkedHashMap<>();
        switch (reading.read(submitted, entries, known)) {
            case Read.Wrong(var faults) ->
                faults.forEach(
                        (field, words) -> errors.put(FormBlocks.block(entries, field, drawn), Blocks.cut(words, 1000)));
            case Read.Incomplete(String field, String words) ->
                errors.put(FormBlocks.block(entries, field, drawn), words);
            case Read.Meant meant -> {}
        }
        return errors;
    }

    /** What would be refused is not asked for: it says why, and what was typed can be changed. */
    @Override
    public Optional<String> instead(Submitted submitted) {
        return FormOrigin.parse(submitted.data())
                .filter(origin -> reading.read(submitted, entries(submitted, origin), reading.known())
                                instanceof Read.Meant(Intent intent)
                        && outlook.refuses(submitted.by().person(), intent))
                .map(origin -> drawn(submitted, entries(submitted, origin), origin, true));
    }

    @Override
    public void submitted(Submitted submitted) {
        FormOrigin origin = FormOrigin.parse(submitted.data()).orElseThrow();
        PersonId by = submitted.by().person();
        if (reading.read(submitted, entries(submitted, origin), reading.known()) instanceof Read.Meant(Intent intent)) {
            String asked = CommandText.of(intent);
            String command = origin.instead() == null ? asked : ReplaceCommand.of(origin.instead(), asked);
            if (origin.card() != null && !questions.answered(by, origin.card(), origin.line(), command)) {
                say(
                        by,
                        "Nothing was asked for: that question was answered already, by a button or another form. If"
                                + " it is to be done once more, open a form with `/qm start`.");
                return;
            }
            conversation.commanded(new Commanded(submitted.key(), submitted.by(), submitted.at(), "", "-- " + command));
        } else {
            // Files or data changed in the second between the form's answer and now.
            say(by, "Nothing was asked for: what you sent in does not fit any more. Open the form again: `/qm start`.");
        }
    }

    private void say(PersonId person, String words) {
        outbox.say(new Recipient.Person(person), Message.said(words));
    }

    /** @param sent whether it was sent in, and not only filled in */
    private String drawn(SlackInteraction by, FormEntries entries, FormOrigin origin, boolean sent) {
        Known known = reading.known();
        Optional<String> fixed = fields.fixed(entries);
        if (fixed.isPresent()) {
            return Modal.saying(RequestModal.ID, title(entries), fixed.get());
        }
        List<RequestModal.Field> shown = fields.of(entries, by.by().person(), known);
        if (shown.isEmpty()) {
            return Modal.saying(
                    RequestModal.ID,
                    title(entries),
                    "Nothing of yours is running, so there is nothing to "
                            + (entries.verb() == Verb.RESIZE ? "make larger or smaller" : "keep longer")
                            + ". `/qm list` shows what you have.");
        }
        List<Mrkdwn> about = Stream.concat(
                        entries.path(known).map(GoldenPath::about).map(Mrkdwn::theirs).stream(), origin.lines())
                .toList();
        Blocks judged = outlook.of(by, reading.read(by, entries, known), sent);
        return RequestModal.of(new RequestModal.Shown(title(entries), about, shown, judged, origin.data()));
    }

    private static String title(FormEntries entries) {
        return switch (entries.verb()) {
            case LAUNCH -> "Start something";
            case GRANT -> "Get access to data";
            case RESIZE -> "Change its size";
            default -> "Keep it longer";
        };
    }

    private FormEntries entries(Submitted submitted, FormOrigin origin) {
        return fields.entries(origin.verb(), submitted.values(), submitted.by().person());
    }
}
