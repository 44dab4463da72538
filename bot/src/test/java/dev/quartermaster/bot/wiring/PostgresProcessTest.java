package dev.quartermaster.bot.wiring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PostgresProcessTest {
    @TempDir
    Path folder;

    private PostgresProcess postmaster;

    @BeforeEach
    void make() throws IOException {
        postmaster = new PostgresProcess(DataDirectory.at(folder));
    }

    @Test
    void interruptedThreadStillEndsIt() throws Exception {
        int port = postmaster.start(free());
        ProcessHandle process = postmaster.leftBehind().orElseThrow().process();
        Thread.currentThread().interrupt();
        postmaster.end();
        assertThat(Thread.interrupted()).isTrue();
        assertThat(process.isAlive()).isFalse();
        assertThatThrownBy(() -> postmaster.start(port)).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void startThatIsBrokenOffLeavesNothingBehind() throws Exception {
        int port = free();
        Thread starting = Thread.ofPlatform().start(() -> {
            try {
                postmaster.start(port);
            } catch (IOException | RuntimeException brokenOff) {
                Thread.currentThread().interrupt();
            }
        });
        await().atMost(Duration.ofMinutes(2))
                .until(() -> postmaster.leftBehind().isPresent());
        ProcessHandle process = postmaster.leftBehind().orElseThrow().process();
        starting.interrupt();
        starting.join();
        postmaster.end();
        assertThat(process.isAlive()).isFalse();
    }

    private static int free() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
