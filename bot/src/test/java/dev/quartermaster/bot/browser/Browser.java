package dev.quartermaster.bot.browser;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import tools.jackson.databind.JsonNode;

/**
 * A headless Chromium found on this machine, spoken to directly: nothing is downloaded and no driver program is needed. Where there is none,
 * {@link #start()} says so loudly and the test counts as skipped. {@code -Dbrowser=path} names another one.
 */
public final class Browser implements AutoCloseable {
    private static final List<String> NAMES = List.of(
            "chromium", "chromium-browser", "google-chrome-stable", "google-chrome", "chrome", "microsoft-edge");
    private static final String MAC = "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome";

    private final Process process;
    private final Path profile;
    private final DevTools protocol;

    private Browser(Process process, Path profile, DevTools protocol) {
        this.process = process;
        this.profile = profile;
        this.protocol = protocol;
    }

    /** Starts the browser, or ends the test as skipped when there is none. */
    public static Browser start() {
        Optional<Path> found = find();
        if (found.isEmpty()) {
            System.err.println("""

                    ############################################################################
                    #  NO CHROMIUM FOUND: the browser tests are SKIPPED, the page is UNTESTED  #
                    #  Install one (Debian: apt-get install chromium) or give -Dbrowser=path   #
                    ############################################################################
                    """);
            Assumptions.abort("no chromium on this machine: browser tests skipped");
        }
        try {
            return launch(found.orElseThrow());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A page in a context of its own: no cookie, storage or cache shared with another. */
    public Page open(String address) {
        String context = protocol.call(null, "Target.createBrowserContext", Map.of())
                .path("browserContextId")
                .asString("");
        String target = protocol.call(
                        null, "Target.createTarget", Map.of("url", "about:blank", "browserContextId", context))
                .path("targetId")
                .asString("");
        Page page = attached(target, context);
        page.go(address);
        return page;
    }

    /** The tab that a click on this page opened; closed together with it. */
    public Page openedBy(Page page) {
        long until = System.nanoTime() + TimeUnit.SECONDS.toNanos(10);
        while (System.nanoTime() < until) {
            for (JsonNode target :
                    protocol.call(null, "Target.getTargets", Map.of()).path("targetInfos")) {
                boolean opened = target.path("browserContextId").asString("").equals(page.context())
                        && target.path("type").asString("").equals("page")
                        && !target.path("attached").booleanValue();
                if (opened) return attached(target.path("targetId").asString(""), page.context());
            }
            pause();
        }
        throw new AssertionError("no tab was opened");
    }

    private Page attached(String target, String context) {
        String session = protocol.call(null, "Target.attachToTarget", Map.of("targetId", target, "flatten", true))
                .path("sessionId")
                .asString("");
        return new Page(protocol, session, context);
    }

    private static Optional<Path> find() {
        String named = System.getProperty("browser", "");
        if (!named.isEmpty()) return Optional.of(Path.of(named));
        Stream<Path> onPath = Arrays.stream(
                        System.getenv().getOrDefault("PATH", "").split(File.pathSeparator))
                .flatMap(folder -> NAMES.stream().map(name -> Path.of(folder, name)));
        return Stream.concat(onPath, Stream.of(Path.of(MAC)))
                .filter(Files::isExecutable)
                .findFirst();
    }

    private static Browser launch(Path binary) throws IOException {
        Path profile = Files.createTempDirectory("browser");
        Process process = new ProcessBuilder(
                        binary.toString(),
                        "--headless",
                        "--no-sandbox",
                        "--disable-gpu",
                        "--disable-quic",
                        "--disable-dev-shm-usage",
                        "--no-first-run",
                        "--disable-background-networking",
                        "--disable-component-update",
                        "--disable-sync",
                        "--disable-extensions",
                        "--hide-scrollbars",
                        "--window-size=1360,860",
                        "--remote-debugging-port=0",
                        "--user-data-dir=" + profile,
                        "about:blank")
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(profile.resolve("browser.log").toFile())
                .start();
        Path port = profile.resolve("DevToolsActivePort");
        long until = System.nanoTime() + TimeUnit.SECONDS.toNanos(30);
        while (lines(port) < 2) {
            if (!process.isAlive() || System.nanoTime() > until) {
                process.destroyForcibly();
                throw new IOException(
                        "the browser did not start:\n" + Files.readString(profile.resolve("browser.log")));
            }
            pause();
        }
        List<String> told = Files.readAllLines(port);
        URI address = URI.create("ws://127.0.0.1:" + told.get(0) + told.get(1));
        return new Browser(process, profile, new DevTools(address));
    }

    private static int lines(Path file) throws IOException {
        return Files.exists(file) ? Files.readAllLines(file).size() : 0;
    }

    static void pause() {
        try {
            Thread.sleep(40);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        protocol.close();
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
        try {
            process.onExit().get(10, TimeUnit.SECONDS);
            try (Stream<Path> left = Files.walk(profile)) {
                left.sorted(Comparator.reverseOrder())
                        .forEach(path -> path.toFile().delete());
            }
        } catch (Exception e) {
            System.err.println("the browser's profile stays behind: " + profile);
        }
    }
}
