package dev.quartermaster.actions.provider.grant;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The superuser and the warehouse's owner come in as they are; everybody else must show a password. */
final class Hba {
    private Hba() {}

    static void write(Path data) {
        try {
            Files.writeString(data.resolve("pg_hba.conf"), """
                    local all postgres,keeper trust
                    host all postgres,keeper 127.0.0.1/32 trust
                    host all postgres,keeper ::1/128 trust
                    host all all 127.0.0.1/32 scram-sha-256
                    host all all ::1/128 scram-sha-256
                    """);
        } catch (IOException trouble) {
            throw new UncheckedIOException(trouble);
        }
    }
}
