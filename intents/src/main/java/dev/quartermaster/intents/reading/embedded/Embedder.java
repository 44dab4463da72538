package dev.quartermaster.intents.reading.embedded;

import ai.djl.huggingface.tokenizers.HuggingFaceTokenizer;
import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.LongBuffer;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

/**
 * Sentences as unit vectors of 384 numbers. Loading takes about half a second; safe to share. The model is the one of
 * LangChain4j's jar; its own class there takes no options, and so computes on as many threads as there are cores, which
 * spin while they wait, and reads each sentence twice into tokens.
 */
final class Embedder {

    /** Part of every cache key: other vectors must not be mixed with these. */
    static final String VERSION = "bge-small-en-v1.5-q cls";

    /** Whoever writes more says what they want in the first two hundred words, or in a clause that is read by itself. */
    private static final int MOST_TOKENS = 256;

    private static final String FILES = "/bge-small-en-v1.5-q";

    private final OrtEnvironment environment = OrtEnvironment.getEnvironment();
    private final HuggingFaceTokenizer tokenizer;
    private final OrtSession session;

    Embedder() {
        var tokens = CompletableFuture.supplyAsync(Embedder::loadedTokenizer);
        this.session = session(environment);
        this.tokenizer = tokens.join();
    }

    /** Its library looks for its natives by the thread's class loader, and a pool's threads know nothing of a jar in a jar. */
    private static HuggingFaceTokenizer loadedTokenizer() {
        var thread = Thread.currentThread();
        var before = thread.getContextClassLoader();
        thread.setContextClassLoader(Embedder.class.getClassLoader());
        try (var in = resource("-tokenizer.json")) {
            return HuggingFaceTokenizer.newInstance(
                    in, Map.of("padding", "false", "truncation", "true", "maxLength", Integer.toString(MOST_TOKENS)));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        } finally {
            thread.setContextClassLoader(before);
        }
    }

    private static OrtSession session(OrtEnvironment environment) {
        try (var options = new OrtSession.SessionOptions();
                var in = resource(".onnx")) {
            options.setIntraOpNumThreads(1);
            options.setInterOpNumThreads(1);
            // An arena keeps the memory of the longest message ever read, per thread.
            options.setCPUArenaAllocator(false);
            return environment.createSession(in.readAllBytes(), options);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        } catch (OrtException broken) {
            throw new IllegalStateException("The embedding model cannot be loaded", broken);
        }
    }

    private static InputStream resource(String ending) throws IOException {
        var in = Embedder.class.getResourceAsStream(FILES + ending);
        if (in == null) {
            throw new IOException("There is no embedding model in the jar: " + FILES + ending);
        }
        return in;
    }

    /** One sentence at a time: in a batch the quantised numbers of one sentence depend on the others. */
    float[] embed(String text) {
        var tokens = tokenizer.encode(text.isBlank() ? "-" : text);
        long[] shape = {1, tokens.getIds().length};
        try (var ids = tensor(tokens.getIds(), shape);
                var mask = tensor(tokens.getAttentionMask(), shape);
                var types = tensor(tokens.getTypeIds(), shape);
                var result = session.run(Map.of("input_ids", ids, "attention_mask", mask, "token_type_ids", types))) {
            var vector = new float[Vectors.SIZE];
            ((OnnxTensor) result.get(0)).getFloatBuffer().get(vector);
            return Vectors.unit(vector);
        } catch (OrtException broken) {
            throw new IllegalStateException("The embedding model fails on a sentence", broken);
        }
    }

    private OnnxTensor tensor(long[] numbers, long[] shape) throws OrtException {
        return OnnxTensor.createTensor(environment, LongBuffer.wrap(numbers), shape);
    }
}
