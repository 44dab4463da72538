package dev.quartermaster.deploy.trial;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** The packaged program as a process of its own, driven over HTTP, and killed without warning where a trial wants it. */
final class PackagedJar implements AutoCloseable {
    static final Path JAR = Path.of("").toAbsolutePath().getParent().resolve("bot/target/quartermaster.jar");

    private final Path jar;
    private final Path home;
    private final Map<String, String> environment;
    private final int port;
    private final HttpClient http = HttpClient.newHttpClient();
    private Process process;

    private PackagedJar(Path jar, Path home, Map<String, String> environment, int port) throws IOException {
        this.jar = jar;
        this.home = home;
        this.environment = environment;
        this.port = port;
        this.process = launch(port);
    }

    /** Unpacked, as the README says for a quicker start. */
    static PackagedJar start(Path home, Map<String, String> environment) throws IOException, InterruptedException {
        return start(Unpacked.JAR, home, environment);
    }

    /** @param jar as it was built, or unpacked */
    static PackagedJar start(Path jar, Path home, Map<String, String> environment)
            throws IOException, InterruptedException {
        PackagedJar started = new PackagedJar(jar, home, environment, freePort());
        started.awaitReady();
        return started;
    }

    static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    URI url(String path) {
        return URI.create("http://127.0.0.1:" + port + path);
    }

    /** As {@code kill -9}: no handler runs. */
    void kill() throws InterruptedException {
        process.destroyForcibly();
        process.waitFor();
    }

    /** Asks it to stop, as Ctrl-C and Kubernetes do. @return how long that took; killed after a minute */
    Duration stop() throws InterruptedException {
        Instant asked = Instant.now();
        process.destroy();
        if (!process.waitFor(60, TimeUnit.SECONDS)) {
            process.destroyForcibly().waitFor();
        }
        return Duration.between(asked, Instant.now());
    }

    /** A second program on the same folder, which is expected to end by itself. @return its exit value */
    int second() throws IOException, InterruptedException {
        Process second = launch(freePort());
        if (!second.waitFor(120, TimeUnit.SECONDS)) {
            second.destroyForcibly().waitFor();
        }
        return second.exitValue();
    }

    Embedded embedded() {
        return new Embedded(home.resolve("home"));
    }

    int ready() throws InterruptedException {
        try {
            return http.send(
                            HttpRequest.newBuilder(url("/actuator/health/readiness"))
                                    .build(),
                            HttpResponse.BodyHandlers.discarding())
                    .statusCode();
        } catch (IOException notListening) {
            return 0;
        }
    }

    void restart() throws IOException, InterruptedException {
        process = launch(port);
        awaitReady();
    }

    String log() throws IOException {
        return Files.readString(home.resolve("process.log"));
    }

    @Override
    public void close() {
        process.destroy();
        try {
            if (process.waitFor(30, TimeUnit.SECONDS)) {
                return;
            }
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        }
        process.destroyForcibly().onExit().join();
    }

    private Process launch(int port) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx768m",
                // As the tests of other modules: a process that lives for a minute gains nothing from the second
                // compiler, nor from a collector that works beside it.
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-jar",
                jar.toString());
        builder.environment().keySet().removeIf(name -> name.startsWith("SLACK_") || name.startsWith("QUARTERMASTER_"));
        builder.environment().remove("KUBECONFIG");
        builder.environment().putAll(environment);
        builder.environment().put("SERVER_PORT", Integer.toString(port));
        builder.environment().put("QUARTERMASTER_HOME", home.resolve("home").toString());
        builder.redirectErrorStream(true);
        builder.redirectOutput(
                ProcessBuilder.Redirect.appendTo(home.resolve("process.log").toFile()));
        return builder.start();
    }

    private void awaitReady() throws IOException, InterruptedException {
        Instant end = Instant.now().plus(Duration.ofMinutes(6));
        HttpRequest ready =
                HttpRequest.newBuilder(url("/actuator/health/readiness")).build();
        while (Instant.now().isBefore(end)) {
            if (!process.isAlive()) {
                throw new IllegalStateException("The program ended:\n" + log());
            }
            try {
                if (http.send(ready, HttpResponse.BodyHandlers.discarding()).statusCode() == 200) {
                    return;
                }
            } catch (IOException notYet) {
                // Not listening yet.
            }
            Thread.sleep(100);
        }
        throw new IllegalStateException("Not ready after six minutes:\n" + log());
    }

    /** Once for all that start it. */
    private static final class Unpacked {
        static final Path JAR = unpacked();

        private static Path unpacked() {
            Path folder = Path.of("target", "unpacked").toAbsolutePath();
            try {
                int exit = new ProcessBuilder(
                                Path.of(System.getProperty("java.home"), "bin", "java")
                                        .toString(),
                                "-Djarmode=tools",
                                "-jar",
                                PackagedJar.JAR.toString(),
                                "extract",
                                "--force",
                                "--destination",
                                folder.toString())
                        .redirectErrorStream(true)
                        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                        .start()
                        .waitFor();
                if (exit != 0) {
                    throw new IllegalStateException("The jar cannot be unpacked: " + exit);
                }
            } catch (IOException | InterruptedException e) {
                throw new IllegalStateException("The jar cannot be unpacked", e);
            }
            return folder.resolve(PackagedJar.JAR.getFileName());
        }
    }
}
