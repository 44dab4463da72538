package dev.quartermaster.intents.reading.model;

import dev.quartermaster.intents.people.PersonId;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** An allowance without a limit that keeps every call: for scoring a model and for tests. */
public final class Tally implements Allowance {

    private final List<Call> calls = new CopyOnWriteArrayList<>();

    @Override
    public boolean take(PersonId by) {
        return true;
    }

    @Override
    public void note(Call call) {
        calls.add(call);
    }

    /** In the order they ended. */
    public List<Call> calls() {
        return List.copyOf(calls);
    }

    public long tokensIn() {
        return calls.stream().mapToLong(Call::tokensIn).sum();
    }

    public long tokensOut() {
        return calls.stream().mapToLong(Call::tokensOut).sum();
    }
}
