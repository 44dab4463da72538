package dev.quartermaster.actions.provider.bucket;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Set;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * The key from which secret keys are derived, because a server has to know them in clear to check a signature and none is to
 * be stored. It stands in one file that its owner alone may read; without it all keys have to be shown anew.
 */
final class ServerKey {
    private static final int BYTES = 32;
    private static final String MAC = "HmacSHA256";

    private final byte[] key;

    private ServerKey(byte[] key) {
        this.key = key;
    }

    /** @throws IllegalStateException when the file is damaged */
    static ServerKey in(Path file) {
        try {
            byte[] random = new byte[BYTES];
            new SecureRandom().nextBytes(random);
            try (SeekableByteChannel made = Files.newByteChannel(
                    file, Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE), ownersAlone(file))) {
                made.write(ByteBuffer.wrap(random));
            } catch (FileAlreadyExistsException earlier) {
                random = Files.readAllBytes(file);
            }
            if (random.length != BYTES) {
                throw new IllegalStateException(
                        file + " does not hold " + BYTES + " bytes. Put it back from a backup, or"
                                + " delete it: then the keys of all buckets have to be shown anew.");
            }
            return new ServerKey(random);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static FileAttribute<?>[] ownersAlone(Path file) {
        return file.getFileSystem().supportedFileAttributeViews().contains("posix")
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
                }
                : new FileAttribute<?>[0];
    }

    /** Another one for every lease, part and showing. */
    String secret(BucketKey of) {
        try {
            Mac mac = Mac.getInstance(MAC);
            mac.init(new SecretKeySpec(key, MAC));
            String what = String.join("\n", of.lease(), of.part(), String.valueOf(of.accessKey()), "" + of.rotation());
            return Base64.getUrlEncoder()
                    .withoutPadding()
                    .encodeToString(mac.doFinal(what.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException missing) {
            throw new IllegalStateException(missing);
        }
    }
}
