package dev.quartermaster.actions.provider.grant;

import dev.quartermaster.intents.part.PartType;
import dev.quartermaster.intents.part.Shape;
import dev.quartermaster.intents.part.Tried;
import java.util.List;
import java.util.Set;

/** {@code provider: grant}, with {@code datasets} and {@code access}; gives {@code query}, where to type SQL. */
final class GrantPart implements PartType {
    @Override
    public String kind() {
        return "grant";
    }

    @Override
    public Shape.Entries spec() {
        return Shape.map().with("datasets", Shape.list(Shape.dataset())).with("access", Shape.words("read", "write"));
    }

    @Override
    public Set<String> outputs() {
        return Set.of(QueryTool.OUTPUT);
    }

    @Override
    public boolean opensData() {
        return true;
    }

    @Override
    public boolean outlastsJobs() {
        return false;
    }

    @Override
    public List<Tried> tried() {
        return List.of(new Tried("PostgreSQL", Tried.Trial.USED));
    }
}
