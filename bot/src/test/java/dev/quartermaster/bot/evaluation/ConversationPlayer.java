package dev.quartermaster.bot.evaluation;

import dev.quartermaster.actions.bundle.Bundles;
import dev.quartermaster.bot.card.ActionIds;
import dev.quartermaster.bot.evaluation.Script.Turn;
import dev.quartermaster.bot.evaluation.WrittenMessage.Button;
import dev.quartermaster.bot.program.RunningProgram;
import dev.quartermaster.intents.catalogue.Catalogue;
import dev.quartermaster.intents.reading.KnownSlot;
import dev.quartermaster.intents.reading.Verb;
import dev.quartermaster.intents.reading.evaluation.Effect;
import dev.quartermaster.intents.reading.evaluation.RequestMatch;
import dev.quartermaster.intents.reading.evaluation.Wanted;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Plays conversations one after the other, each on the same fresh morning. People speak where the inbox hands what Slack
 * delivered to the program; what it does is read from its own records, and what it answers where it hands it to Slack.
 */
final class ConversationPlayer implements AutoCloseable {
    private final ProgramReset reset;
    private final InstantDelivery delivery;
    private final ButtonPresses buttons;
    private final TurnInput input;
    private final EffectReader effects;
    private final GivenState given;
    private final RunningProgram program;
    private final RequestMatch match = new RequestMatch(ProgramReset.MORNING, CommandMeaning.ZONE);

    ConversationPlayer(RunningProgram program) {
        this.program = program;
        this.delivery = new InstantDelivery(program);
        this.reset = new ProgramReset(program);
        this.buttons = new ButtonPresses(program);
        this.input = new TurnInput(program, delivery, buttons);
        this.effects = new EffectReader(program);
        this.given = new GivenState(program, reset, delivery, buttons);
    }

    List<PlayedTurn> play(Script script) {
        reset.morning();
        reset.settle();
        delivery.forget();
        try {
            given.make(script);
        } catch (IllegalStateException missing) {
            return script.turns().stream()
                    .map(turn -> PlayedTurn.unplayed(turn, "" + missing.getMessage()))
                    .toList();
        }
        return script.turns().stream().map(this::play).toList();
    }

    /** What breaks one turn is wrong with that, and the others are played on. */
    private PlayedTurn play(Turn turn) {
        try {
            return played(turn);
        } catch (RuntimeException broken) {
            return PlayedTurn.unplayed(turn, broken.toString());
        }
    }

    private PlayedTurn played(Turn turn) {
        ProgramState before = ProgramState.of(program);
        delivery.written();
        input.take(turn);
        reset.settle();
        List<WrittenMessage> answers = new ArrayList<>(delivery.written());
        Outcome atOnce = outcome(turn, before);
        int clicks = 0;
        Outcome now = atOnce;
        for (Optional<Button> button = offered(turn, now.missing(), answers);
                button.isPresent() && clicks < turn.does().size();
                button = offered(turn, now.missing(), answers)) {
            buttons.press(turn.by(), button.get(), turn.text());
            reset.settle();
            answers.addAll(delivery.written());
            clicks++;
            now = outcome(turn, before);
        }
        String words = answers.stream().map(WrittenMessage::words).collect(Collectors.joining("\n"));
        return new PlayedTurn(
                turn,
                atOnce.unasked(),
                clicks == 0 ? List.of() : now.unasked(),
                now.missing(),
                unsaid(turn, words),
                clicks,
                "",
                words);
    }

    private record Outcome(List<ObservedEffect> unasked, List<Wanted> missing) {}

    private Outcome outcome(Turn turn, ProgramState before) {
        List<ObservedEffect> done = new ArrayList<>(effects.between(before, ProgramState.of(program)));
        List<Wanted> missing = new ArrayList<>();
        for (Wanted wanted :
                turn.does().stream().filter(ConversationPlayer::changes).toList()) {
            Optional<ObservedEffect> found =
                    done.stream().filter(each -> is(each, wanted)).findFirst();
            found.ifPresentOrElse(done::remove, () -> missing.add(wanted));
        }
        if (effects.between(before, ProgramState.of(program)).stream().anyMatch(ConversationPlayer::asked)) {
            // Taken back for what was asked for instead: that is one thing.
            done.removeIf(each -> each.effect().intent().equals(Verb.WITHDRAW.word())
                    && each.by().equals(turn.by()));
        }
        done.removeIf(ObservedEffect::refused);
        return new Outcome(done, missing);
    }

    private boolean is(ObservedEffect effect, Wanted wanted) {
        Catalogue catalogue = program.context().getBean(Bundles.class).current().catalogue();
        Set<String> names = Stream.concat(catalogue.paths().keySet().stream(), catalogue.datasets().keySet().stream())
                .map(Object::toString)
                .collect(Collectors.toSet());
        return effect.is(wanted, match, names);
    }

    /** What only looks or talks is judged by what is said, not by what is done. */
    private static boolean changes(Wanted wanted) {
        return Verb.called(wanted.intent()).filter(Verb::changes).isPresent();
    }

    private static boolean asked(ObservedEffect done) {
        return Verb.called(done.effect().intent()).filter(Verb::opens).isPresent();
    }

    /** The button of this turn's answers that does most of what is missing, and nothing else. */
    private Optional<Button> offered(Turn turn, List<Wanted> missing, List<WrittenMessage> answers) {
        if (missing.isEmpty()) {
            return Optional.empty();
        }
        Set<String> spots = new HashSet<>();
        answers.forEach(answer -> spots.add(answer.channel() + answer.ts()));
        ProgramState now = ProgramState.of(program);
        return delivery.standing().reversed().stream()
                .filter(message -> spots.contains(message.channel() + message.ts()) && message.seenBy(turn.by()))
                .flatMap(message -> message.buttons().stream())
                .filter(button -> does(turn.by(), button, missing, now) > 0)
                .max(Comparator.comparingInt(button -> 2 * does(turn.by(), button, missing, now)
                        - (button.action().startsWith(ActionIds.FORM) ? 1 : 0)));
    }

    /** How much of what is missing a button does; 0: none of it, or something else. */
    private int does(String person, Button button, List<Wanted> missing, ProgramState now) {
        String action = button.action();
        if (action.startsWith(ActionIds.COMMAND) || action.startsWith(ActionIds.FORM)) {
            List<Wanted> left = new ArrayList<>(missing);
            List<ObservedEffect> meant = effects.meant(person, button.value(), now);
            boolean all = meant.stream().allMatch(effect -> {
                Optional<Wanted> found =
                        left.stream().filter(one -> is(effect, one)).findFirst();
                found.ifPresent(left::remove);
                return found.isPresent();
            });
            return all ? meant.size() : 0;
        }
        Verb verb = switch (action) {
            case ActionIds.APPROVE, ActionIds.LESS -> Verb.APPROVE;
            case ActionIds.DENY -> Verb.DENY;
            case ActionIds.STOP -> Verb.STOP;
            case ActionIds.WITHDRAW -> Verb.WITHDRAW;
            default -> Verb.HELP;
        };
        String about = effects.about(button.value().replaceFirst("\\|.*", ""), now);
        ObservedEffect meant = new ObservedEffect(new Effect(verb.word(), Map.of(), Set.of()), person, about);
        return missing.stream().anyMatch(one -> fits(action, one) && is(meant, pointed(one))) ? 1 : 0;
    }

    /** What it is to be done with, and nothing else of it: a form may say more. */
    private static Wanted pointed(Wanted wanted) {
        Map<String, Object> slots = new HashMap<>(wanted.slots());
        slots.keySet().retainAll(Set.of(KnownSlot.TARGET.text()));
        return new Wanted(wanted.intent(), slots);
    }

    /** Approving with less is for whoever wants less. */
    private static boolean fits(String action, Wanted wanted) {
        boolean less = wanted.slots().keySet().stream().anyMatch(slot -> !slot.equals(KnownSlot.TARGET.text()));
        return !wanted.intent().equals(Verb.APPROVE.word()) || less == action.equals(ActionIds.LESS);
    }

    private static List<List<String>> unsaid(Turn turn, String answers) {
        String said = answers.toLowerCase(Locale.ROOT);
        return turn.says().stream()
                .filter(any -> any.stream().noneMatch(each -> said.contains(each.toLowerCase(Locale.ROOT))))
                .toList();
    }

    @Override
    public void close() {
        reset.end();
        reset.settle();
        reset.morning();
        delivery.close();
        program.time().offset(Duration.ZERO);
    }
}
