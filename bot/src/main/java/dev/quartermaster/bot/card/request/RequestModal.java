package dev.quartermaster.bot.card.request;

import static com.slack.api.model.block.composition.BlockCompositions.plainText;

import com.slack.api.model.block.InputBlock;
import com.slack.api.model.block.composition.DispatchActionConfig;
import com.slack.api.model.block.composition.OptionObject;
import com.slack.api.model.block.composition.PlainTextObject;
import com.slack.api.model.block.element.BlockElement;
import com.slack.api.model.block.element.ExternalSelectElement;
import com.slack.api.model.block.element.NumberInputElement;
import com.slack.api.model.block.element.PlainTextInputElement;
import com.slack.api.model.block.element.StaticSelectElement;
import dev.quartermaster.bot.card.ActionIds;
import dev.quartermaster.bot.card.Blocks;
import dev.quartermaster.bot.card.Modal;
import dev.quartermaster.bot.card.Wording;
import dev.quartermaster.bot.slack.Form.SelectOption;
import dev.quartermaster.bot.slack.text.Mrkdwn;
import dev.quartermaster.intents.people.PersonId;
import dev.quartermaster.intents.policy.Judgement;
import dev.quartermaster.intents.policy.Rights;
import dev.quartermaster.intents.policy.Verdict;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The form of a launch, of access to data, of an extension or of another size. Its fields keep their block ids however often it is drawn, so
 * that Slack keeps what was typed; above them stands how it would be judged.
 */
public final class RequestModal {
    /** Its callback id. */
    public static final String ID = "request";

    /** Characters of what is typed. Source: Slack, "Plain-text input element". */
    private static final int LONGEST = 3_000;

    /** Options of a select. Source: Slack, "Select menu element". */
    public static final int MOST_OPTIONS = 100;

    private RequestModal() {}

    /** How a field is filled in. */
    public sealed interface Input {
        /** @param empty what stands in it while it is empty; may be blank */
        record Text(String empty) implements Input {}

        record Whole(String empty) implements Input {}

        /** A text of several lines. */
        record Words() implements Input {}

        /** One of the choices, 100 at most. */
        record OneOf(List<SelectOption> choices, String empty) implements Input {}

        /** Looked up by the form. @param from characters typed before it is */
        record Search(int from) implements Input {}
    }

    /**
     * @param block its block id, at most 255 characters
     * @param value what it is filled in with; null: nothing
     * @param judged whether a change of it may change price or verdict
     */
    public record Field(
            String block,
            String label,
            String hint,
            Input input,
            @Nullable SelectOption value,
            boolean required,
            boolean judged) {}

    /**
     * @param about above the fields, a line each: what it is that is asked for, and what was said and is not in it
     * @param outlook above them: how it would be judged, or what is missing or wrong
     * @param data comes back with the form
     */
    public record Shown(String title, List<Mrkdwn> about, List<Field> fields, Blocks outlook, String data) {}

    public static String of(Shown shown) {
        Blocks blocks = Blocks.ofView();
        shown.about().forEach(blocks::context);
        shown.outlook().list().forEach(blocks::add);
        blocks.divider();
        shown.fields().forEach(field -> blocks.input(input(field)));
        return new Modal(ID, shown.title(), "Ask for it", shown.data()).of(blocks);
    }

    /** What is said where nothing can be judged yet. */
    public static Blocks saying(Mrkdwn words) {
        return Blocks.ofView().section(words);
    }

    /**
     * How it would be judged.
     *
     * @param money whether whoever reads sees the money it would be charged to
     * @param sent whether it was sent in like this, and is not asked for because it would be refused
     * @param term for how long, or from when until when, in mrkdwn
     * @param ready how long it takes until it can be used, in words; empty where nothing is said of that
     */
    public static Blocks judged(
            Judgement judgement,
            Rights rights,
            PersonId asker,
            boolean money,
            boolean sent,
            Mrkdwn term,
            String ready) {
        Blocks blocks = Blocks.ofView();
        if (sent) {
            blocks.section(Mrkdwn.ours(":no_entry: *Not asked for: it would be refused.* Change it, or close this."));
        }
        if (judgement.price() != null) {
            blocks.section(Mrkdwn.ours("*Price* " + Wording.price(judgement.price())));
        }
        blocks.section(term);
        if (!ready.isEmpty() && !(judgement.verdict() instanceof Verdict.Refused)) {
            blocks.section(Mrkdwn.ours("*Ready* " + ready));
        }
        switch (judgement.verdict()) {
            case Verdict.Allowed allowed -> blocks.section(Mrkdwn.ours("*Needs* nobody's yes: it is yours at once."));
            case Verdict.NeedsApproval needs ->
                blocks.section(
                        Mrkdwn.ours("*Needs a yes*\n").and(JudgementLines.deciders(needs.stages(), rights, asker)));
            case Verdict.Refused refused -> {
                blocks.section(Mrkdwn.ours("*Would be refused*\n").and(JudgementLines.reasons(refused)));
                List<String> instead = refused.alternatives(money).stream()
                        .map(Verdict.Alternative::label)
                        .toList();
                if (!instead.isEmpty()) {
                    blocks.section(Mrkdwn.ours("*This would work* ").and(Mrkdwn.theirs(String.join(" · ", instead))));
                }
            }
        }
        return blocks;
    }

    private static InputBlock input(Field field) {
        InputBlock input = Modal.input(field.block(), field.label(), field.hint(), element(field));
        input.setDispatchAction(field.judged());
        return field.required() ? input : Modal.optional(input);
    }

    private static BlockElement element(Field field) {
        SelectOption value = field.value();
        return switch (field.input()) {
            case Input.Text(var empty) ->
                PlainTextInputElement.builder()
                        .actionId(ActionIds.FILL)
                        .maxLength(LONGEST)
                        .placeholder(placeholder(empty))
                        .initialValue(value == null ? null : Blocks.cut(value.value(), LONGEST))
                        .dispatchActionConfig(field.judged() ? typing() : null)
                        .build();
            case Input.Words words ->
                PlainTextInputElement.builder()
                        .actionId(ActionIds.FILL)
                        .multiline(true)
                        .maxLength(LONGEST)
                        .initialValue(value == null ? null : Blocks.cut(value.value(), LONGEST))
                        .build();
            case Input.Whole(var empty) ->
                NumberInputElement.builder()
                        .actionId(ActionIds.FILL)
                        .decimalAllowed(false)
                        .placeholder(placeholder(empty))
                        .initialValue(value != null && value.value().matches("\\d{1,18}") ? value.value() : null)
                        .dispatchActionConfig(field.judged() ? typing() : null)
                        .build();
            case Input.OneOf(var choices, var empty) ->
                StaticSelectElement.builder()
                        .actionId(ActionIds.FILL)
                        .placeholder(placeholder(empty.isBlank() ? "Choose" : empty))
                        .options(offered(choices, value).stream()
                                .map(RequestModal::option)
                                .toList())
                        .initialOption(offered(choices, value).stream()
                                .filter(choice ->
                                        value != null && choice.value().equals(value.value()))
                                .findFirst()
                                .map(RequestModal::option)
                                .orElse(null))
                        .build();
            case Input.Search(var from) ->
                ExternalSelectElement.builder()
                        .actionId(ActionIds.FILL)
                        .placeholder(plainText("Type to search"))
                        .minQueryLength(from)
                        .initialOption(value == null ? null : option(value))
                        .build();
        };
    }

    /** What was said and is none of them stands there too, so that it is not lost before somebody has chosen anew. */
    private static List<SelectOption> offered(List<SelectOption> choices, @Nullable SelectOption value) {
        boolean known = value == null
                || choices.stream().anyMatch(choice -> choice.value().equals(value.value()));
        return known
                ? choices
                : Stream.concat(choices.stream(), Stream.of(value)).toList();
    }

    private static @Nullable PlainTextObject placeholder(String empty) {
        return empty.isBlank() ? null : plainText(Blocks.cut(empty, 150));
    }

    private static DispatchActionConfig typing() {
        return DispatchActionConfig.builder()
                .triggerActionsOn(List.of("on_character_entered"))
                .build();
    }

    private static OptionObject option(SelectOption choice) {
        return OptionObject.builder()
                .text(plainText(choice.label()))
                .value(choice.value())
                .build();
    }
}
