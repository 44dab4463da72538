package dev.quartermaster.intents.reading.embedded;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * The examples' vectors, each under the hash of its own sentence, so that an edit costs the sentences that are new. Kept
 * at half precision, which no reading has been seen to notice; what no example has any more is dropped.
 */
final class VectorCache {

    private static final String NAME = "vectors.bin";

    private final @Nullable Path file;
    private final Embedder embedder;

    /** @param folder null: nothing is kept */
    VectorCache(@Nullable Path folder, Embedder embedder) {
        this.file = folder == null ? null : folder.resolve(NAME);
        this.embedder = embedder;
    }

    /** One a text. What is new is embedded on all cores: some milliseconds a sentence and core. */
    float[][] vectors(List<String> texts) {
        var kept = kept();
        var keys = texts.stream().map(VectorCache::key).toList();
        var fresh = new boolean[texts.size()];
        var vectors = new float[texts.size()][];
        IntStream.range(0, vectors.length).parallel().forEach(n -> {
            var known = kept.get(keys.get(n));
            fresh[n] = known == null;
            vectors[n] = known == null ? halved(embedder.embed(texts.get(n))) : known;
        });
        var changed = IntStream.range(0, fresh.length).anyMatch(n -> fresh[n]);
        if (file != null && changed) {
            write(file, keys, vectors);
        }
        return vectors;
    }

    private static Digest key(String text) {
        return Digest.of(Embedder.VERSION, text);
    }

    /** What would be read back, so that a start with the cache learns exactly what one without it does. */
    private static float[] halved(float[] vector) {
        for (var i = 0; i < vector.length; i++) {
            vector[i] = Float.float16ToFloat(Float.floatToFloat16(vector[i]));
        }
        return vector;
    }

    private Map<Digest, float[]> kept() {
        var kept = new HashMap<>(WholeFile.readBuilt(NAME, VectorCache::entries).orElse(Map.of()));
        if (file != null) {
            WholeFile.read(file, VectorCache::entries).ifPresent(kept::putAll);
        }
        return kept;
    }

    private static Map<Digest, float[]> entries(DataInputStream in) throws IOException {
        var count = in.readInt();
        var entries = new HashMap<Digest, float[]>();
        for (var n = 0; n < count; n++) {
            var key = Digest.read(in);
            var vector = new float[in.readInt()];
            for (var i = 0; i < vector.length; i++) {
                vector[i] = Float.float16ToFloat(in.readShort());
            }
            entries.put(key, vector);
        }
        return entries;
    }

    private static void write(Path file, List<Digest> keys, float[][] vectors) {
        WholeFile.write(file, (DataOutputStream out) -> {
            out.writeInt(keys.size());
            for (var n = 0; n < vectors.length; n++) {
                keys.get(n).write(out);
                out.writeInt(vectors[n].length);
                for (var number : vectors[n]) {
                    out.writeShort(Float.floatToFloat16(number));
                }
            }
        });
    }
}
