package dev.quartermaster.bot.wiring;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.HexFormat;

/** The folder everything embedded keeps its files in, readable by its owner only. */
record DataDirectory(Path folder) {
    DataDirectory {
        folder = folder.toAbsolutePath().normalize();
    }

    static DataDirectory at(Path folder) throws IOException {
        DataDirectory home = new DataDirectory(folder);
        if (!Files.isDirectory(home.folder)) {
            Files.createDirectories(
                    home.folder, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        }
        return home;
    }

    Path resolve(String name) {
        return folder.resolve(name);
    }

    /** A secret of 32 random bytes (hex), made on first use and kept; the file is its owner's alone. */
    String secret(String name) throws IOException {
        Path file = resolve(name + ".secret");
        if (!Files.exists(file)) {
            byte[] random = new byte[32];
            new SecureRandom().nextBytes(random);
            Path fresh = Files.createTempFile(folder, name, ".tmp");
            Files.writeString(fresh, HexFormat.of().formatHex(random));
            Files.move(fresh, file, java.nio.file.StandardCopyOption.ATOMIC_MOVE);
        }
        return Files.readString(file).strip();
    }
}
