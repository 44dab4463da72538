package dev.quartermaster.intents.reading.embedded;

import dev.langchain4j.model.embedding.onnx.bgesmallenv15q.BgeSmallEnV15QuantizedEmbeddingModel;

/** Sentences as unit vectors of 384 numbers. Loading takes about half a second and 280 MB; safe to share. */
final class Embedder {

    /** Part of every cache key: other vectors must not be mixed with these. */
    static final String VERSION = "bge-small-en-v1.5-q";

    private final BgeSmallEnV15QuantizedEmbeddingModel model = new BgeSmallEnV15QuantizedEmbeddingModel(Runnable::run);

    float[] embed(String text) {
        return model.embed(text.isBlank() ? "-" : text).content().vector();
    }
}
