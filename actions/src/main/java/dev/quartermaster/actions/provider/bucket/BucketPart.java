package dev.quartermaster.actions.provider.bucket;

import dev.quartermaster.intents.part.PartType;
import dev.quartermaster.intents.part.Shape;
import dev.quartermaster.intents.part.Tried;
import java.util.List;
import java.util.Set;

/**
 * {@code provider: bucket}, with its {@code bucket} name, {@code access: read|write}, the {@code storage} it may fill and
 * perhaps {@code share}; gives {@code endpoint}, {@code bucket} and {@code page}, which a browser can open.
 */
final class BucketPart implements PartType {
    static final String ENDPOINT = "endpoint";
    static final String BUCKET = "bucket";
    static final String PAGE = "page";

    @Override
    public String kind() {
        return "bucket";
    }

    @Override
    public Shape.Entries spec() {
        return Shape.map()
                .with(BUCKET, Shape.text())
                .with("access", Shape.text())
                .with("storage", Shape.text())
                .perhaps("share", Shape.text());
    }

    @Override
    public Set<String> outputs() {
        return Set.of(ENDPOINT, BUCKET, PAGE);
    }

    @Override
    public String referenceTitle() {
        return "Bucket";
    }

    @Override
    public List<Tried> tried() {
        return List.of(
                new Tried("kept here", Tried.Trial.USED), new Tried("an endpoint with STS", Tried.Trial.CONTRACT));
    }
}
