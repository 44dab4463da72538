package dev.quartermaster.intents.reading.embedded;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The examples' vectors, in a file named by the hash of what they were made from. A broken or missing file costs time only. */
final class VectorCache {

    private static final Logger LOG = LoggerFactory.getLogger(VectorCache.class);

    private VectorCache() {}

    static float @Nullable [][] read(Path folder, String version, int expected) {
        var file = file(folder, version);
        if (!Files.exists(file)) {
            return null;
        }
        try (var in = new DataInputStream(new BufferedInputStream(Files.newInputStream(file), 1 << 16))) {
            if (in.readInt() != expected) {
                return null;
            }
            var vectors = new float[expected][in.readInt()];
            for (var vector : vectors) {
                for (var i = 0; i < vector.length; i++) {
                    vector[i] = in.readFloat();
                }
            }
            return vectors;
        } catch (IOException | NegativeArraySizeException broken) {
            LOG.warn("The reader's cache {} cannot be read; it is made anew", file);
            return null;
        }
    }

    static void write(Path folder, String version, float[][] vectors) {
        try {
            Files.createDirectories(folder);
            var unfinished = Files.createTempFile(folder, "vectors", ".part");
            try (var out = new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(unfinished), 1 << 16))) {
                out.writeInt(vectors.length);
                out.writeInt(vectors[0].length);
                for (var vector : vectors) {
                    for (var number : vector) {
                        out.writeFloat(number);
                    }
                }
            }
            Files.move(
                    unfinished,
                    file(folder, version),
                    StandardCopyOption.ATOMIC_MOVE,
                    StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException full) {
            LOG.warn("The reader's cache in {} cannot be written; the next start takes some seconds longer", folder);
        }
    }

    private static Path file(Path folder, String version) {
        return folder.resolve("vectors-" + version.substring(0, 16) + ".bin");
    }
}
