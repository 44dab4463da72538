package dev.quartermaster.bot.evaluation;

import dev.quartermaster.bot.card.ActionIds;
import dev.quartermaster.bot.evaluation.WrittenMessage.Button;
import dev.quartermaster.bot.program.RunningProgram;
import dev.quartermaster.intents.reading.KnownSlot;
import dev.quartermaster.intents.reading.Verb;
import dev.quartermaster.intents.reading.evaluation.Wanted;
import java.util.Optional;

/**
 * Makes what a conversation takes for given. What needs a yes waits for it, as whoever wrote the conversation reads in the
 * rules; where a turn changes what runs and it must be that, those who may decide say yes first.
 */
final class GivenState {
    private static final int MOST_YESES = 6;

    private final RunningProgram program;
    private final ProgramReset reset;
    private final InstantDelivery delivery;
    private final ButtonPresses buttons;

    GivenState(RunningProgram program, ProgramReset reset, InstantDelivery delivery, ButtonPresses buttons) {
        this.program = program;
        this.reset = reset;
        this.delivery = delivery;
        this.buttons = buttons;
    }

    /** @throws IllegalStateException where something of it cannot be had */
    void make(Script script) {
        for (Script.Given given : script.given()) {
            int before = open();
            program.types(given.by(), given.command());
            reset.settle();
            if (given.command().matches("(?:launch|grant)\\b.*") && open() == before) {
                throw new IllegalStateException("not to be had beforehand: " + given.command());
            }
            if (runs(script, given)) {
                approve(given.by());
            }
        }
        delivery.written();
    }

    private int open() {
        return program.jdbc()
                .sql("select count(*) from request where asker <> :over and state <> 'refused'")
                .param("over", ProgramReset.OVER)
                .query(Integer.class)
                .single();
    }

    /** Whether what a turn does to something that runs can only be done to this. */
    private static boolean runs(Script script, Script.Given given) {
        return script.turns().stream()
                .flatMap(turn -> turn.does().stream())
                .filter(wanted -> Verb.called(wanted.intent())
                        .filter(verb -> verb.onWhatIs() && verb.acts() && verb != Verb.WITHDRAW)
                        .isPresent())
                .anyMatch(wanted -> names(wanted, given, script));
    }

    private static boolean names(Wanted wanted, Script.Given given, Script script) {
        Object target = wanted.slots().get(KnownSlot.TARGET.text());
        return target == null ? script.given().size() == 1 : given.command().contains(target.toString());
    }

    /** Each of those who have a card presses its button, until it waits for nobody. */
    private void approve(String person) {
        for (int yes = 0;
                yes < MOST_YESES && program.state(program.request(person)).equals("waiting");
                yes++) {
            String request = program.request(person);
            Optional<Button> button = delivery.standing().reversed().stream()
                    .filter(message ->
                            !message.person().isEmpty() && !message.person().equals(person))
                    .flatMap(message -> message.buttons().stream())
                    .filter(each -> each.action().equals(ActionIds.APPROVE)
                            && each.value().startsWith(request))
                    .findFirst();
            if (button.isEmpty()) {
                return;
            }
            buttons.press(button.get().on().person(), button.get(), "");
            reset.settle();
        }
    }
}
