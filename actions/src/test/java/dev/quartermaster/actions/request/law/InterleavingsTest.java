package dev.quartermaster.actions.request.law;

import static dev.quartermaster.actions.request.law.World.NOW;
import static dev.quartermaster.actions.request.law.World.leads;
import static dev.quartermaster.actions.request.law.World.needs;
import static dev.quartermaster.actions.request.law.World.request;
import static org.assertj.core.api.Assertions.assertThat;

import dev.quartermaster.actions.organisation.SampleBundles;
import dev.quartermaster.actions.request.Request;
import dev.quartermaster.actions.request.State;
import dev.quartermaster.actions.request.law.Input.Decided;
import dev.quartermaster.actions.request.law.Transition.Happening;
import dev.quartermaster.intents.intent.Intent.Decide.Choice;
import dev.quartermaster.intents.people.PersonId;
import dev.quartermaster.intents.policy.Judgement;
import dev.quartermaster.intents.policy.Rights;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Every interleaving of three workers, each with one person's click, and up to two crashes anywhere (threat 9). A worker
 * reads, decides by the law, and writes on the condition that nothing changed since; crashed before its write, its click
 * is delivered again; crashed after, too, as its note of being done was in the same write.
 */
class InterleavingsTest {
    private static final Judgement SHOWN = needs(4, leads(1));
    private static final int CRASHES = 2;

    private final SampleBundles bundles = new SampleBundles(asked -> SHOWN);
    private final Rights rights =
            new Rights(bundles.current().people(), bundles.current().catalogue());

    /** @param seen null before it has read. @param version of what it read */
    private record Worker(Decided click, Request seen, int version, boolean done) {
        Worker reading(Request stored, int at) {
            return new Worker(click, stored, at, done);
        }

        Worker again() {
            return new Worker(click, null, 0, done);
        }

        Worker finished() {
            return new Worker(click, null, 0, true);
        }
    }

    private record Moment(
            Request stored, int version, List<String> facts, int opened, List<Worker> workers, int crashes) {}

    @Test
    void threeWorkersAndTwoCrashesLeaveOneDecisionInEveryOrder() {
        for (List<Choice> choices : List.of(
                List.of(Choice.APPROVE, Choice.DENY, Choice.APPROVE),
                List.of(Choice.APPROVE, Choice.APPROVE, Choice.APPROVE),
                List.of(Choice.DENY, Choice.DENY, Choice.APPROVE))) {
            assertThat(explored(choices)).as("%s", choices).isGreaterThan(100);
        }
    }

    private int explored(List<Choice> choices) {
        List<String> names = List.of("omar", "pat", "kim");
        List<Worker> workers = new ArrayList<>();
        Request asked = request(SHOWN);
        for (int i = 0; i < names.size(); i++) {
            workers.add(new Worker(
                    new Decided(new PersonId(names.get(i)), choices.get(i), asked.digest(), ""), null, 0, false));
        }
        Deque<Moment> open = new ArrayDeque<>(List.of(new Moment(asked, 0, List.of(), 0, workers, 0)));
        Set<Moment> seen = new HashSet<>(open);
        while (!open.isEmpty()) {
            Moment world = open.pop();
            if (world.workers().stream().allMatch(Worker::done)) {
                ended(world);
            }
            next(world).filter(seen::add).forEach(open::add);
        }
        return seen.size();
    }

    private static void ended(Moment world) {
        assertThat(world.stored().state()).isIn(State.APPROVED, State.DENIED);
        assertThat(world.stored().clicks()).hasSize(1);
        assertThat(world.facts().stream().filter(what -> what.equals("approved") || what.equals("denied")))
                .as("one record of one decision")
                .hasSize(1);
        assertThat(world.opened()).isEqualTo(world.stored().state() == State.APPROVED ? 1 : 0);
    }

    private Stream<Moment> next(Moment world) {
        List<Moment> next = new ArrayList<>();
        for (int i = 0; i < world.workers().size(); i++) {
            Worker worker = world.workers().get(i);
            if (worker.done()) {
                continue;
            }
            if (worker.seen() == null) {
                next.add(with(world, i, worker.reading(world.stored(), world.version()), world.crashes()));
            } else {
                next.add(written(world, i, worker));
                if (world.crashes() < CRASHES) {
                    next.add(with(world, i, worker.again(), world.crashes() + 1));
                }
            }
        }
        return next.stream();
    }

    /** State, record and the note of being done together, or, where somebody was quicker, nothing. */
    private Moment written(Moment world, int number, Worker worker) {
        if (worker.version() != world.version()) {
            return with(world, number, worker.again(), world.crashes());
        }
        Transition step = Transition.next(worker.seen(), worker.click(), rights, SHOWN, NOW);
        boolean changed = !step.after().equals(worker.seen());
        List<String> facts = Stream.concat(
                        world.facts().stream(), step.facts().stream().map(Happening::what))
                .toList();
        int opened = world.opened()
                + (int) step.effects().stream()
                        .filter(Effect.Open.class::isInstance)
                        .count();
        Moment after = new Moment(
                step.after(), world.version() + (changed ? 1 : 0), facts, opened, world.workers(), world.crashes());
        return with(after, number, worker.finished(), world.crashes());
    }

    private static Moment with(Moment world, int number, Worker worker, int crashes) {
        List<Worker> workers = new ArrayList<>(world.workers());
        workers.set(number, worker);
        return new Moment(
                world.stored(), world.version(), world.facts(), world.opened(), List.copyOf(workers), crashes);
    }
}
