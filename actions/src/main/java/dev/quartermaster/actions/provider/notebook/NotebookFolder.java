package dev.quartermaster.actions.provider.notebook;

import dev.quartermaster.actions.provider.Order;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;

/**
 * What one notebook is made of. {@code home} is its user's, and this program writes there before that user runs anything and
 * never after; all the rest is this program's, and the user reads of it what is meant for them.
 */
record NotebookFolder(Path path, OsUser user) {
    private static final String OURS = "rw-------";
    private static final String THEIRS_TO_READ = "rw-r-----";

    static NotebookFolder of(Path all, Order order) {
        return named(all, order.lease() + "-" + order.part().name());
    }

    static NotebookFolder named(Path all, String name) {
        return new NotebookFolder(all.resolve(name), OsUser.of(name));
    }

    boolean exists() {
        return Files.isDirectory(home(), LinkOption.NOFOLLOW_LINKS);
    }

    /** Whether anything of it is left, were it half made. */
    boolean anything() {
        return Files.exists(path, LinkOption.NOFOLLOW_LINKS);
    }

    Path home() {
        return path.resolve("home");
    }

    Path log() {
        return path.resolve("server.log");
    }

    Path config() {
        return path.resolve("config.py");
    }

    /** Where each other part of the lease has a file of variables that reach it. */
    Path parts() {
        return path.resolve("parts");
    }

    private Path end() {
        return path.resolve("end");
    }

    /** Whole or not at all: {@code home} comes last. */
    void make(NotebookServer first) throws IOException {
        Files.createDirectories(path);
        OsUser.permit(path, user.own() ? "rwx--x--x" : "rwx------");
        Files.createDirectories(parts());
        user.mayRead(parts(), "rwxr-x---");
        write(path.resolve("server.json"), first.json(), OURS);
        Path fresh = path.resolve("home.new");
        Path startup = fresh.resolve(".ipython/profile_default/startup");
        Files.createDirectories(startup);
        Files.createDirectories(fresh.resolve("work"));
        Files.createDirectories(fresh.resolve(".tmp"));
        Files.writeString(startup.resolve("00-quartermaster.py"), resource("startup.py"));
        Files.writeString(fresh.resolve(".bashrc"), resource("bashrc"));
        Files.writeString(fresh.resolve(".profile"), ". \"$HOME/.bashrc\"\n");
        try (var all = Files.walk(fresh)) {
            for (Path each : all.sorted((one, other) -> other.compareTo(one)).toList()) {
                user.owns(each, Files.isDirectory(each) ? "rwx------" : "rw-------");
            }
        }
        Files.move(fresh, home(), StandardCopyOption.ATOMIC_MOVE);
    }

    Optional<NotebookServer> server() throws IOException {
        try {
            return Optional.of(NotebookServer.of(Files.readString(path.resolve("server.json"))));
        } catch (NoSuchFileException none) {
            return Optional.empty();
        }
    }

    void server(NotebookServer server) throws IOException {
        write(path.resolve("server.json"), server.json(), OURS);
    }

    void configure(NotebookServer server) throws IOException {
        String text = resource("config.py")
                .replace("@PORT@", String.valueOf(server.port()))
                .replace("@TOKEN@", server.token())
                .replace("@USER@", user.own() ? String.valueOf(user.id()) : "None")
                .replace("@HOME@", quoted(home()))
                .replace("@END@", quoted(end()));
        write(config(), text, THEIRS_TO_READ);
    }

    private static String quoted(Path path) {
        return "'" + path.toString().replace("\\", "\\\\").replace("'", "\\'") + "'";
    }

    void emptyLog() throws IOException {
        write(log(), "", OURS);
    }

    boolean ends(Instant until) throws IOException {
        return Files.exists(end()) && Files.readString(end()).equals(String.valueOf(until.getEpochSecond()));
    }

    void end(Instant until) throws IOException {
        write(end(), String.valueOf(until.getEpochSecond()), THEIRS_TO_READ);
    }

    /** That this program runs and knows of it: without that the server ends itself after a while. */
    void known() throws IOException {
        Files.setLastModifiedTime(end(), FileTime.from(Instant.now()));
    }

    /** @return how long no look has been answered; the first one begins it */
    Duration silent() throws IOException {
        if (!Files.exists(silence())) {
            write(silence(), "", OURS);
        }
        return Duration.between(Files.getLastModifiedTime(silence()).toInstant(), Instant.now());
    }

    void heard() throws IOException {
        Files.deleteIfExists(silence());
    }

    Path silence() {
        return path.resolve("silent");
    }

    boolean given(String part) {
        return Files.exists(parts().resolve(part + ".env"));
    }

    /** Writes the variables that reach a part as assignments that a shell reads. */
    void give(String part, Map<String, String> environment) throws IOException {
        StringBuilder text = new StringBuilder();
        new TreeMap<>(environment)
                .forEach((name, value) -> text.append(name)
                        .append("='")
                        .append(value.replace("'", "'\\''"))
                        .append("'\n"));
        write(parts().resolve(part + ".env"), text.toString(), THEIRS_TO_READ);
    }

    /** Readable by nobody before it is by those who may, and never half written. */
    private void write(Path file, String text, String permissions) throws IOException {
        Path fresh = Files.createTempFile(path, "written", ".tmp");
        Files.writeString(fresh, text);
        user.mayRead(fresh, permissions);
        Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    /**
     * Of coreutils, because it opens every directory relative to the one above and follows no link, however deep people
     * nested them, and whatever they put in a link's place.
     *
     * @return whether it is gone; false: it takes its time and goes on
     */
    boolean removed() throws IOException, InterruptedException {
        if (anything()) {
            new ProcessBuilder("rm", "-rf", "--one-file-system", "--", path.toString())
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start()
                    .waitFor(3, TimeUnit.SECONDS);
        }
        return !anything();
    }

    private static String resource(String name) throws IOException {
        try (InputStream in = NotebookFolder.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException("Not in the jar: " + name);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
