package dev.quartermaster.actions.provider.notebook;

import dev.quartermaster.intents.part.PartType;
import dev.quartermaster.intents.part.Shape;
import dev.quartermaster.intents.part.Tried;
import java.util.List;
import java.util.Set;

/** {@code provider: notebook}, with the {@code memory} that each of its processes may take; gives {@code url}. */
final class NotebookPart implements PartType {
    static final String KIND = "notebook";
    static final String MEMORY = "memory";
    static final String URL = "url";

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public Shape.Entries spec() {
        return Shape.map().with(MEMORY, Shape.text());
    }

    @Override
    public Set<String> outputs() {
        return Set.of(URL);
    }

    /** As what it stands in for: the same rules judge it, at the same price. */
    @Override
    public boolean compute() {
        return true;
    }

    @Override
    public boolean opensLinks() {
        return true;
    }

    @Override
    public String standsIn() {
        return "a real notebook on this machine, not in a cluster, with this machine's own Python only, whatever image was"
                + " asked for" + (OsUser.apart() ? "" : "; " + OsUser.SHARED);
    }

    @Override
    public List<Tried> tried() {
        return List.of(new Tried("Jupyter Notebook 6.4, on Linux", Tried.Trial.USED));
    }
}
