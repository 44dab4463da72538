package dev.quartermaster.actions.provider.repository;

import dev.quartermaster.actions.Sha256;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.HexFormat;

/**
 * The token that opens one repository. Kept is its hash only, in a file of the repository's own folder that git doesn't
 * know and nobody is served: so it moves, and goes, with the repository. A token is 160 random bits, which nobody finds by
 * trying, so a plain hash is enough.
 */
record RepositoryToken(Path folder) {
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int BYTES = 20;

    /** A new one instead of any earlier, known to nobody but the returned text. */
    String fresh() throws IOException {
        byte[] random = new byte[BYTES];
        RANDOM.nextBytes(random);
        String token = "qmg-" + HexFormat.of().formatHex(random);
        Path written = Files.createTempFile(folder, "token", ".tmp");
        Files.writeString(written, Sha256.hex(token));
        Files.move(written, file(), StandardCopyOption.ATOMIC_MOVE);
        return token;
    }

    boolean is(String given) {
        try {
            byte[] kept = HexFormat.of().parseHex(Files.readString(file()).strip());
            return MessageDigest.isEqual(kept, Sha256.of(given));
        } catch (IOException | IllegalArgumentException none) {
            return false;
        }
    }

    void forget() throws IOException {
        try {
            Files.delete(file());
        } catch (NoSuchFileException neverShown) {
            // Nobody asked for one.
        }
    }

    private Path file() {
        return folder.resolve("quartermaster-token");
    }
}
