package dev.quartermaster.actions.provider.kubernetes;

import dev.quartermaster.intents.part.PartType;
import dev.quartermaster.intents.part.Shape;
import dev.quartermaster.intents.part.Tried;
import java.util.List;

/**
 * {@code provider: kubernetes}, with {@code manifests}, {@code ready} and perhaps {@code token: {secret: name}}; with
 * {@code ssh: user@host:port} in it the Secret holds a key for SSH as well, which is shown with where it lets one in.
 */
final class KubernetesPart implements PartType {
    @Override
    public String kind() {
        return "kubernetes";
    }

    @Override
    public Shape.Entries spec() {
        var manifest = Shape.map()
                .with("apiVersion", Shape.text())
                .with("kind", Shape.text())
                .with("metadata", Shape.map().with("name", Shape.text()).andMore())
                .andMore();
        return Shape.map()
                .with("manifests", Shape.list(manifest))
                .perhaps("token", Shape.map().with("secret", Shape.text()).perhaps("ssh", Shape.text()));
    }

    @Override
    public boolean compute() {
        return true;
    }

    @Override
    public boolean opensLinks() {
        return true;
    }

    @Override
    public List<Tried> tried() {
        return List.of(
                new Tried("", Tried.Trial.OBJECTS), new Tried("how it speaks to a cluster", Tried.Trial.VALIDATED));
    }
}
