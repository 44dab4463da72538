package dev.quartermaster.bot.wiring;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The PostgreSQL process over one data directory: starts it, takes over one that was left running, stops it. Passwords
 * are checked (SCRAM), commits reach the disk.
 */
final class PostgresProcess {
    private static final Logger LOG = LoggerFactory.getLogger(PostgresProcess.class);
    private static final long STOP_SECONDS = 8;

    /**
     * Many make a guessable password slow to try; all of this server's are random, and each connection pays. Said where
     * the directory is made too, because the first password is hashed there.
     */
    private static final String SCRAM_ITERATIONS = "64";

    private static final String RULES = """
            local all all                scram-sha-256
            host  all all 127.0.0.1/32   scram-sha-256
            host  all all ::1/128        scram-sha-256
            """;

    private final DataDirectory home;
    private final Path data;
    private @Nullable EmbeddedPostgres started;
    private @Nullable ProcessHandle process;
    private volatile boolean ended;

    PostgresProcess(DataDirectory home) {
        this.home = home;
        this.data = home.resolve("postgres");
    }

    /** A server whose process lives, from the file PostgreSQL keeps: line 1 its process, line 4 its port. */
    record Running(ProcessHandle process, int port) {}

    Optional<Running> leftBehind() throws IOException {
        Path file = data.resolve("postmaster.pid");
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        List<String> lines = Files.readAllLines(file);
        if (lines.size() < 4) {
            return Optional.empty();
        }
        return ProcessHandle.of(Long.parseLong(lines.getFirst().strip()))
                .filter(found -> found.info().command().orElse("").contains("postgres"))
                .map(found -> new Running(found, Integer.parseInt(lines.get(3).strip())));
    }

    /** @return its port */
    synchronized int takeOver() throws IOException {
        Running running = leftBehind().orElseThrow();
        LOG.info("Taking over the embedded PostgreSQL that an earlier run left behind");
        process = running.process();
        return running.port();
    }

    /** @return its port */
    synchronized int start(int port) throws IOException {
        if (ended) {
            throw new IllegalStateException("The embedded PostgreSQL was ended; it is not started again");
        }
        letGo();
        Path binaries = Files.createDirectories(home.resolve("postgres-binaries"));
        started = EmbeddedPostgres.builder()
                .setDataDirectory(data)
                .setCleanDataDirectory(false)
                // The library remembers where it unpacked to, for all servers of the process: never by a link of one
                // home.
                .setOverrideWorkingDirectory(binaries.toRealPath().toFile())
                .setPort(port)
                .setPGStartupWait(Duration.ofSeconds(60))
                .setLocaleConfig("pwfile", secretFile().toString())
                .setLocaleConfig("set", "scram_iterations=" + SCRAM_ITERATIONS)
                .setDataDirectoryCustomizer(PostgresProcess::demandPasswords)
                .setConnectConfig("password", home.secret("postgres"))
                .setServerConfig("fsync", "on")
                .setServerConfig("synchronous_commit", "on")
                .setServerConfig("full_page_writes", "on")
                .setServerConfig("max_connections", "120")
                .setServerConfig("scram_iterations", SCRAM_ITERATIONS)
                .setServerConfig("timezone", "UTC")
                // Whoever started us stops us in order; a hook would take the database away in the middle of that.
                .setRegisterShutdownHook(false)
                .start();
        process = leftBehind().map(Running::process).orElse(null);
        return port;
    }

    synchronized void onExit(Runnable then) {
        if (process != null) {
            process.onExit().thenRun(then);
        }
    }

    /** For good, once what is being started has started; whoever asks first does it. */
    synchronized void end() {
        if (!ended) {
            ended = true;
            stop();
        }
    }

    boolean ended() {
        return ended;
    }

    /**
     * Ends every session at once, rolls back what is open, and waits: the next start must not find it half gone. A start that
     * is broken off interrupts the very thread that cleans up after it, and may not have come to note its process.
     */
    private void stop() {
        boolean interrupted = Thread.interrupted();
        letGo();
        try {
            Optional<ProcessHandle> running =
                    process != null ? Optional.of(process) : leftBehind().map(Running::process);
            // PostgreSQL's "fast" shutdown, where that is not enough its "immediate" one, after which the next start
            // recovers; what Java can send (SIGTERM) would wait for every session to end by itself.
            if (running.isPresent() && !gone(running.get(), "-INT") && !gone(running.get(), "-QUIT")) {
                LOG.warn(
                        "The embedded PostgreSQL (process {}) does not stop",
                        running.get().pid());
            }
        } catch (IOException e) {
            LOG.warn("The embedded PostgreSQL could not be stopped", e);
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private static boolean gone(ProcessHandle running, String signal) throws IOException {
        if (!running.isAlive()) {
            return true;
        }
        try {
            int unused = new ProcessBuilder("kill", signal, Long.toString(running.pid()))
                    .start()
                    .waitFor();
            ProcessHandle gone = running.onExit().get(STOP_SECONDS, TimeUnit.SECONDS);
            LOG.debug("Stopped process {}", gone.pid());
        } catch (ExecutionException | TimeoutException late) {
            return false;
        } catch (InterruptedException hurried) {
            Thread.currentThread().interrupt();
        }
        return !running.isAlive();
    }

    /** The library's own lock on the folder. */
    private void letGo() {
        if (started == null) {
            return;
        }
        try {
            started.close();
        } catch (IOException e) {
            LOG.debug("Stopped already", e);
        }
        started = null;
    }

    private Path secretFile() throws IOException {
        String unused = home.secret("postgres");
        return home.resolve("postgres.secret");
    }

    private static void demandPasswords(File data) {
        try {
            Files.writeString(data.toPath().resolve("pg_hba.conf"), RULES);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
