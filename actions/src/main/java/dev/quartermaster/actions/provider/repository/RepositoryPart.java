package dev.quartermaster.actions.provider.repository;

import dev.quartermaster.intents.part.PartType;
import dev.quartermaster.intents.part.Shape;
import dev.quartermaster.intents.part.Tried;
import java.util.List;
import java.util.Set;

/**
 * {@code provider: repository}, with {@code template: <name>} and perhaps {@code called: <name>}, which stands in its
 * address, and {@code purpose: <words>}, which stand in its description; gives {@code url}, which git clones.
 */
final class RepositoryPart implements PartType {
    static final String URL = "url";
    static final String TEMPLATE = "template";
    static final String CALLED = "called";
    static final String PURPOSE = "purpose";

    @Override
    public String kind() {
        return "repository";
    }

    @Override
    public Shape.Entries spec() {
        return Shape.map()
                .with(TEMPLATE, Shape.text())
                .perhaps(CALLED, Shape.text())
                .perhaps(PURPOSE, Shape.text());
    }

    @Override
    public Set<String> outputs() {
        return Set.of(URL);
    }

    @Override
    public String referenceTitle() {
        return "Git repository";
    }

    @Override
    public List<Tried> tried() {
        return List.of(new Tried("kept here", Tried.Trial.USED), new Tried("GitHub, GitLab", Tried.Trial.CONTRACT));
    }
}
