package dev.quartermaster.bot.wiring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.quartermaster.bot.Quartermaster;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The program as a process of its own, asked to end (SIGTERM) before it has started: its PostgreSQL ends with it. */
class StoppedWhileStartingTest {
    @TempDir
    Path home;

    @Test
    void postgresqlIsNotLeftBehind() throws Exception {
        Process program = new ProcessBuilder(List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        Quartermaster.class.getName(),
                        "--server.port=0",
                        "--quartermaster.home=" + home))
                .redirectErrorStream(true)
                .redirectOutput(home.resolve("log").toFile())
                .start();
        try {
            await().atMost(Duration.ofMinutes(3)).until(() -> postgres().isPresent() || !program.isAlive());
            ProcessHandle postgres = postgres().orElseThrow();
            program.destroy();
            assertThat(program.waitFor(2, TimeUnit.MINUTES)).isTrue();
            assertThat(postgres.isAlive())
                    .as(() -> {
                        try {
                            return Files.readString(home.resolve("log"));
                        } catch (IOException unread) {
                            return unread.toString();
                        }
                    })
                    .isFalse();
        } finally {
            program.destroyForcibly();
            postgres().ifPresent(ProcessHandle::destroy);
        }
    }

    private Optional<ProcessHandle> postgres() throws IOException {
        return new Postmaster(new Home(home)).leftBehind().map(Postmaster.Running::process);
    }
}
