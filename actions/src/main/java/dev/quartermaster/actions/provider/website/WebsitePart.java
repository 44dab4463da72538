package dev.quartermaster.actions.provider.website;

import dev.quartermaster.intents.part.PartType;
import dev.quartermaster.intents.part.Shape;
import dev.quartermaster.intents.part.Tried;
import java.util.List;
import java.util.Set;

/**
 * {@code provider: website}, with {@code of: <name>}, which the lease's repository is {@code called}; gives {@code url},
 * where the files of that repository's default branch are read.
 */
public final class WebsitePart implements PartType {
    public static final String KIND = "website";
    static final String URL = "url";
    static final String OF = "of";

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public Shape.Entries spec() {
        return Shape.map().with(OF, Shape.text());
    }

    @Override
    public Set<String> outputs() {
        return Set.of(URL);
    }

    @Override
    public List<Tried> tried() {
        return List.of(new Tried("", Tried.Trial.USED));
    }
}
