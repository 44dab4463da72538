package dev.quartermaster.actions.provider.modelkey;

import dev.quartermaster.intents.part.PartType;
import dev.quartermaster.intents.part.Shape;
import java.util.Set;

/**
 * {@code provider: model-key}, with the {@code budget} that a day of it adds, in the currency in which the proxy counts (US
 * dollars, unless its models are priced otherwise); gives {@code url}, where OpenAI's clients find the models.
 */
final class ModelKeyPart implements PartType {
    static final String KIND = "model-key";
    static final String BUDGET = "budget";
    static final String URL = "url";

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public Shape.Entries spec() {
        return Shape.map().with(BUDGET, Shape.text());
    }

    @Override
    public Set<String> outputs() {
        return Set.of(URL);
    }

    @Override
    public String referenceTitle() {
        return "Language model key";
    }
}
