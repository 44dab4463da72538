package dev.quartermaster.actions.provider.training;

import dev.quartermaster.intents.part.PartType;
import dev.quartermaster.intents.part.Shape;
import java.util.Set;

/** {@code provider: training}, with {@code steps} and perhaps {@code input}; gives {@code results}. */
final class TrainingPart implements PartType {
    @Override
    public String kind() {
        return "training";
    }

    @Override
    public Shape.Entries spec() {
        return Shape.map().with("steps", Shape.whole(1, 1000)).perhaps("input", Shape.text());
    }

    @Override
    public Set<String> outputs() {
        return Set.of("results");
    }

    @Override
    public boolean compute() {
        return true;
    }
}
