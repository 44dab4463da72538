package dev.quartermaster.bot.program;

import dev.quartermaster.bot.Quartermaster;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;

/** Starts the program in a folder and on a port of its own. */
final class ProgramStart {
    /** PostgreSQL as it is unpacked: once for all starts. */
    private static final Path BINARIES = Path.of("target", "postgres-binaries").toAbsolutePath();

    private ProgramStart() {}

    static RunningProgram with(String... settings) {
        try {
            Path home = Files.createTempDirectory("program");
            Files.createDirectories(BINARIES);
            Files.createSymbolicLink(home.resolve("postgres-binaries"), BINARIES);
            List<String> all = new ArrayList<>(List.of(settings));
            all.add("--server.port=" + freePort());
            all.add("--quartermaster.s3.port=0");
            all.add("--quartermaster.home=" + home);
            return new RunningProgram(Quartermaster.start(all.toArray(String[]::new)), home, true);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Below those that systems hand out: nobody is given it while the program starts. */
    private static int freePort() throws IOException {
        while (true) {
            int port = ThreadLocalRandom.current().nextInt(12_000, 32_000);
            try (ServerSocket free = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
                return free.getLocalPort();
            } catch (BindException taken) {
                continue;
            }
        }
    }
}
