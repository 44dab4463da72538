package dev.quartermaster.bot.conversation.request;

import dev.quartermaster.actions.request.Less;
import dev.quartermaster.actions.request.Request;
import dev.quartermaster.actions.request.RequestService;
import dev.quartermaster.bot.card.ActionIds;
import dev.quartermaster.bot.card.request.DecisionModals;
import dev.quartermaster.bot.slack.Form;
import dev.quartermaster.bot.slack.SlackInteraction.Clicked;
import dev.quartermaster.bot.slack.SlackInteraction.Submitted;
import dev.quartermaster.intents.catalogue.Value;
import dev.quartermaster.intents.intent.Access;
import dev.quartermaster.intents.plan.Plan;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * The form that approves less than was asked for: fewer, smaller, shorter. A number that is not smaller is refused in
 * the form, with the reason.
 */
@Component
class ReducedApprovalForm implements Form {
    private final RequestService desk;
    private final FormOpener opener;
    private final DecisionButtons decisions;

    ReducedApprovalForm(RequestService desk, FormOpener opener, DecisionButtons decisions) {
        this.decisions = decisions;
        this.desk = desk;
        this.opener = opener;
    }

    @Override
    public String id() {
        return ActionIds.LESS;
    }

    @Override
    public Optional<String> open(Clicked clicked) {
        return opener.toDecide(clicked).map(request -> DecisionModals.less(request, clicked.value(), opener.people()));
    }

    @Override
    public void clicked(Clicked clicked) {
        decisions.notOpened(clicked);
    }

    @Override
    public Map<String, String> validate(Submitted submitted) {
        Optional<ActionIds.Shown> shown = ActionIds.Shown.parse(submitted.data());
        Optional<Request> request = shown.flatMap(each -> desk.find(each.request()));
        if (request.isEmpty()) {
            return Map.of(DecisionModals.TERM, "There is no such request any more.");
        }
        Filled filled = Filled.of(submitted, request.get());
        if (!filled.problems().isEmpty()) {
            return filled.problems();
        }
        return desk.hindrance(
                        request.get().id(),
                        submitted.by().person(),
                        filled.less(),
                        shown.get().digest())
                .map(why -> Map.of(filled.changed(), why))
                .orElse(Map.of());
    }

    @Override
    public void submitted(Submitted submitted) {
        Optional<ActionIds.Shown> shown = ActionIds.Shown.parse(submitted.data());
        Optional<Request> request = shown.flatMap(each -> desk.find(each.request()));
        if (request.isEmpty()) {
            opener.tell(submitted, "There is no such request any more.");
            return;
        }
        opener.tell(
                submitted,
                desk.lessen(
                        request.get().id(),
                        submitted.by().deciding(),
                        Filled.of(submitted, request.get()).less(),
                        shown.get().digest(),
                        submitted.value(DecisionModals.WORDS).orElse("").strip()));
    }

    /** What was typed. @param problems by block. @param changed a block that differs from what was asked, to put a reason at */
    private record Filled(Less less, Map<String, String> problems, String changed) {
        static Filled of(Submitted submitted, Request request) {
            Plan plan = request.judgement().plan();
            if (plan == null) {
                return new Filled(new Less(Map.of(), null, null), Map.of(), DecisionModals.TERM);
            }
            Map<String, String> problems = new HashMap<>();
            Map<String, Value> changed = new TreeMap<>();
            DecisionModals.smaller(plan).forEach((name, asked) -> {
                String block = DecisionModals.PARAMETER + name;
                submitted
                        .value(block)
                        .map(String::strip)
                        .filter(text -> !text.equals(asked.text()))
                        .ifPresent(text -> {
                            try {
                                changed.put(name, read(text, asked));
                            } catch (IllegalArgumentException none) {
                                problems.put(block, none.getMessage() + ".");
                            }
                        });
            });
            @Nullable Duration term = null;
            String typed = submitted.value(DecisionModals.TERM).orElse("").strip();
            if (!typed.isEmpty() && !typed.equals(DecisionModals.exact(plan.term()))) {
                try {
                    term = Value.Span.typed(typed).length();
                } catch (IllegalArgumentException none) {
                    problems.put(DecisionModals.TERM, none.getMessage() + ".");
                }
            }
            @Nullable
            Access access = submitted
                    .value(DecisionModals.ACCESS)
                    .map(choice -> choice.equals("read") ? Access.READ : Access.WRITE)
                    .orElse(null);
            String where = changed.isEmpty()
                    ? DecisionModals.TERM
                    : DecisionModals.PARAMETER + changed.keySet().iterator().next();
            return new Filled(new Less(changed, term, access), Map.copyOf(problems), where);
        }

        private static Value read(String text, Value asked) {
            return asked instanceof Value.Whole ? Value.Whole.of(text) : Value.Quantity.of(size(text));
        }

        /** As people write it: {@code 32 GB}, {@code 32gi}. */
        private static String size(String text) {
            return text.replaceAll("(?i)^([0-9]{1,9})\\s*(m|g|t)i?b?$", "$1$2i")
                    .replace("mi", "Mi")
                    .replace("gi", "Gi")
                    .replace("ti", "Ti");
        }
    }
}
