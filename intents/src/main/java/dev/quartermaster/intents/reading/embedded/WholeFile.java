package dev.quartermaster.intents.reading.embedded;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;
import java.util.Optional;
import java.util.zip.CRC32C;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A cache file that is there whole or not at all: written beside its place and moved there, with a checksum at the end.
 * Whatever is wrong with it costs the time to make it anew and nothing else.
 */
final class WholeFile {

    private static final Logger LOG = LoggerFactory.getLogger(WholeFile.class);

    @FunctionalInterface
    interface Content<T> {
        T from(DataInputStream in) throws IOException;
    }

    @FunctionalInterface
    interface Writing {
        void to(DataOutputStream out) throws IOException;
    }

    private WholeFile() {}

    static <T> Optional<T> read(Path file, Content<T> content) {
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        try {
            return Optional.of(content(Files.readAllBytes(file), content));
        } catch (IOException | RuntimeException broken) {
            LOG.warn("The reader's cache {} cannot be read; it is made anew: {}", file, broken.toString());
            return Optional.empty();
        }
    }

    /** The file of that name which the build put beside the default organisation, if it did. */
    static <T> Optional<T> readBuilt(String name, Content<T> content) {
        try (var in = WholeFile.class.getResourceAsStream("/reader/" + name)) {
            return in == null ? Optional.empty() : Optional.of(content(in.readAllBytes(), content));
        } catch (IOException | RuntimeException broken) {
            LOG.warn("The reader's {} in the jar cannot be read; it is made anew: {}", name, broken.toString());
            return Optional.empty();
        }
    }

    private static <T> T content(byte[] bytes, Content<T> content) throws IOException {
        var end = bytes.length - Long.BYTES;
        if (end < 0 || ByteBuffer.wrap(bytes, end, Long.BYTES).getLong() != checksum(bytes, end)) {
            throw new IOException("The checksum differs");
        }
        return content.from(new DataInputStream(new ByteArrayInputStream(bytes, 0, end)));
    }

    static void write(Path file, Writing writing) {
        try {
            var bytes = new ByteArrayOutputStream(1 << 20);
            writing.to(new DataOutputStream(bytes));
            var content = bytes.toByteArray();
            var whole = Arrays.copyOf(content, content.length + Long.BYTES);
            ByteBuffer.wrap(whole, content.length, Long.BYTES).putLong(checksum(content, content.length));
            Files.createDirectories(file.getParent());
            var unfinished = Files.createTempFile(file.getParent(), "reader", ".part");
            try {
                Files.write(unfinished, whole);
                Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            } finally {
                Files.deleteIfExists(unfinished);
            }
        } catch (IOException full) {
            LOG.warn("The reader's cache {} cannot be written; the next start takes longer", file);
        }
    }

    private static long checksum(byte[] bytes, int length) {
        var checksum = new CRC32C();
        checksum.update(bytes, 0, length);
        return checksum.getValue();
    }
}
