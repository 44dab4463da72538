package dev.quartermaster.bot.card.request;

import com.slack.api.model.block.InputBlock;
import com.slack.api.model.block.composition.BlockCompositions;
import com.slack.api.model.block.composition.OptionObject;
import com.slack.api.model.block.element.NumberInputElement;
import com.slack.api.model.block.element.StaticSelectElement;
import dev.quartermaster.actions.request.Request;
import dev.quartermaster.actions.request.enquiry.Enquiries.Enquiry;
import dev.quartermaster.bot.card.ActionIds;
import dev.quartermaster.bot.card.Blocks;
import dev.quartermaster.bot.card.Modal;
import dev.quartermaster.bot.card.Wording;
import dev.quartermaster.bot.slack.text.Mrkdwn;
import dev.quartermaster.intents.catalogue.Value;
import dev.quartermaster.intents.intent.Access;
import dev.quartermaster.intents.intent.Intent;
import dev.quartermaster.intents.people.People;
import dev.quartermaster.intents.plan.Plan;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The forms around a decision: the reason of a denial, less of what was asked, a question back and its answer. */
public final class DecisionModals {
    public static final String WORDS = "words";
    public static final String TERM = "term";
    public static final String ACCESS = "access";
    /** Before a parameter's name, in its block's id. */
    public static final String PARAMETER = "p.";

    private static final int MOST_PARAMETERS = 12;
    private static final int MOST_WORDS = 2_000;

    private DecisionModals() {}

    /** @param shown the button's value: what the person sees and says no to */
    public static String deny(Request request, String shown, People people) {
        return new Modal(ActionIds.DENY, "Deny with a reason", "Deny", shown)
                .of(about(request, people)
                        .input(Modal.input(
                                WORDS,
                                "Why not?",
                                "The asker reads it, word for word. Say what would do instead.",
                                Modal.words(MOST_WORDS))));
    }

    /** Everything that can be less, as it was asked for. */
    public static String less(Request request, String shown, People people) {
        Blocks blocks = about(request, people)
                .section(Mrkdwn.ours("Put less where less would do. It is judged again; yeses given so far stay, and"
                        + " everybody sees that you made it smaller."));
        Optional.ofNullable(request.judgement().plan()).ifPresent(plan -> {
            smaller(plan).entrySet().stream()
                    .limit(MOST_PARAMETERS)
                    .forEach(each -> blocks.input(parameter(each.getKey(), each.getValue())));
            if (request.judgement().intent() instanceof Intent.Grant grant && grant.access() == Access.WRITE) {
                blocks.input(access());
            }
            blocks.input(Modal.input(
                    TERM,
                    "For how long",
                    "At most " + Wording.length(plan.term()) + ", such as 12h or 2d"
                            + (request.extending() == null ? "." : ", counted from the hand-over."),
                    Modal.text(shorter(shown, plan.term()))));
        });
        blocks.input(Modal.optional(Modal.input(WORDS, "Why less?", "The asker reads it.", Modal.words(MOST_WORDS))));
        return new Modal(ActionIds.LESS, "Approve with less", "Approve less", shown).of(blocks);
    }

    public static String question(Request request, String shown, People people) {
        return new Modal(ActionIds.QUESTION, "Ask a question", "Ask", shown)
                .of(about(request, people)
                        .input(Modal.input(
                                WORDS,
                                "What do you want to know?",
                                "Goes to " + Wording.name(request.by(), people)
                                        + " and under every card of this request. Nothing is decided by it.",
                                Modal.words(MOST_WORDS))));
    }

    public static String answer(Request request, Enquiry enquiry, People people) {
        return new Modal(
                        ActionIds.ANSWER,
                        "Answer",
                        "Answer",
                        new ActionIds.Asked(request.id(), enquiry.number()).value())
                .of(new Blocks()
                        .section(EnquiryCard.question(request, enquiry, people))
                        .input(Modal.input(
                                WORDS,
                                "Your answer",
                                "Goes to them and under every card of this request.",
                                Modal.words(MOST_WORDS))));
    }

    /** Numbers above nothing; what is nothing already cannot be less. The term has a field of its own. */
    public static Map<String, Value> smaller(Plan plan) {
        Map<String, Value> smaller = new java.util.LinkedHashMap<>();
        plan.parameters().forEach((name, value) -> {
            boolean some = value instanceof Value.Whole(long number) && number > 0
                    || value instanceof Value.Quantity(var gib) && gib.signum() > 0;
            if (some) {
                smaller.put(name, value);
            }
        });
        return smaller;
    }

    /** What was said to be enough, where it is less; otherwise all of it. */
    private static String shorter(String shown, Duration term) {
        return ActionIds.Shown.parse(shown)
                .map(ActionIds.Shown::less)
                .filter(less ->
                        !less.isEmpty() && Value.Span.typed(less).length().compareTo(term) < 0)
                .orElse(exact(term));
    }

    /** As it can be typed: whole minutes, hours or days. */
    public static String exact(Duration term) {
        return new Value.Span(term).text();
    }

    private static InputBlock parameter(String name, Value value) {
        String label = name.replace('_', ' ').replace("gpu", "GPU").replace("cpu", "CPU");
        return Modal.input(
                PARAMETER + name,
                Character.toUpperCase(label.charAt(0)) + label.substring(1),
                "At most " + value.text() + ".",
                value instanceof Value.Whole
                        ? NumberInputElement.builder()
                                .actionId("number")
                                .decimalAllowed(false)
                                .minValue("0")
                                .maxValue(value.text())
                                .initialValue(value.text())
                                .build()
                        : Modal.text(value.text()));
    }

    private static InputBlock access() {
        OptionObject write = option("Read and write", "write");
        return Modal.input(
                ACCESS,
                "To do what",
                "",
                StaticSelectElement.builder()
                        .actionId("choice")
                        .options(List.of(write, option("Read only", "read")))
                        .initialOption(write)
                        .build());
    }

    private static OptionObject option(String text, String value) {
        return OptionObject.builder()
                .text(BlockCompositions.plainText(text))
                .value(value)
                .build();
    }

    private static Blocks about(Request request, People people) {
        return new Blocks()
                .section(Mrkdwn.bold(Wording.name(request.by(), people))
                        .and(" asks for ")
                        .and(Mrkdwn.bold(request.summary())));
    }
}
