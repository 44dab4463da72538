package dev.quartermaster.intents.reading.embedded;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.List;

/** The first half of a SHA-256: enough that no two contents ever share one. */
record Digest(long high, long low) {

    static Digest of(String... parts) {
        return of(List.of(parts));
    }

    static Digest of(Iterable<String> parts) {
        var sha = sha256();
        for (var part : parts) {
            var bytes = part.getBytes(StandardCharsets.UTF_8);
            sha.update(ByteBuffer.allocate(4).putInt(bytes.length).flip());
            sha.update(bytes);
        }
        var numbers = ByteBuffer.wrap(sha.digest());
        return new Digest(numbers.getLong(), numbers.getLong());
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    static Digest read(DataInputStream in) throws IOException {
        return new Digest(in.readLong(), in.readLong());
    }

    void write(DataOutputStream out) throws IOException {
        out.writeLong(high);
        out.writeLong(low);
    }

    @Override
    public String toString() {
        return "%016x%016x".formatted(high, low);
    }
}
