package dev.quartermaster.actions.provider.notebook;

import dev.quartermaster.actions.Sha256;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * Whom the processes of one notebook belong to: a user of its own, whom no file knows, where this program is root; otherwise
 * whoever runs this program, and then its processes are told by a mark in their environment.
 */
record OsUser(String notebook, int id, boolean own) {
    static final String SHARED =
            "it runs as the same user as Quartermaster itself, so what runs in it can read" + " Quartermaster's files";
    static final String MARK = "QUARTERMASTER_NOTEBOOK";

    private static final Path PROCESSES = Path.of("/proc");
    /** Above those that systems and containers hand out, below those that are no ids: 2^28 of them. */
    private static final int FIRST = 0x7000_0000;

    private static final int BITS = 28;
    private static final int ROUNDS = 20;

    /** @param notebook a lease and its part, as its folder is called */
    static OsUser of(String notebook) {
        return new OsUser(notebook, FIRST + digest(notebook), apart());
    }

    static boolean apart() {
        return "root".equals(System.getProperty("user.name"));
    }

    private static int digest(String text) {
        return ByteBuffer.wrap(Sha256.of(text)).getInt() >>> (Integer.SIZE - BITS);
    }

    /** What stands before a command so that it runs as this user, with no way to more rights. */
    List<String> becoming() {
        List<String> words = new ArrayList<>(List.of("setpriv", "--no-new-privs"));
        if (own) {
            words.addAll(List.of("--reuid=" + id, "--regid=" + id, "--clear-groups", "--bounding-set=-all"));
        }
        words.add("--");
        return words;
    }

    /** Lets its group read what stays ours, or makes it all its own. Only of what no process of its can exchange meanwhile. */
    void mayRead(Path path, String permissions) throws IOException {
        permit(path, permissions);
        if (own) {
            Files.setAttribute(path, "unix:gid", id, LinkOption.NOFOLLOW_LINKS);
        }
    }

    void owns(Path path, String permissions) throws IOException {
        mayRead(path, permissions);
        if (own) {
            Files.setAttribute(path, "unix:uid", id, LinkOption.NOFOLLOW_LINKS);
        }
    }

    static void permit(Path path, String permissions) throws IOException {
        Files.setPosixFilePermissions(path, PosixFilePermissions.fromString(permissions));
    }

    /** @return whether nothing of it runs any more */
    boolean killed() throws IOException, InterruptedException {
        for (int round = 0; round < ROUNDS; round++) {
            List<Long> running = running();
            if (running.isEmpty()) {
                return true;
            }
            if (own) {
                killAll();
            } else {
                running.forEach(each -> ProcessHandle.of(each).ifPresent(ProcessHandle::destroyForcibly));
            }
            TimeUnit.MILLISECONDS.sleep(50);
        }
        return running().isEmpty();
    }

    /**
     * All at once, so that none can start another one meanwhile. The shell kills as this user or not at all: as root the
     * same word would end the machine.
     */
    private void killAll() throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(becoming());
        command.addAll(List.of("/bin/sh", "-c", "test \"$(id -u)\" = " + id + " && kill -KILL -1"));
        ProcessBuilder kill = new ProcessBuilder(command)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.DISCARD);
        kill.start().waitFor(3, TimeUnit.SECONDS);
    }

    /** Process ids; what has ended and was not yet fetched by its parent is none. */
    List<Long> running() throws IOException {
        try (Stream<Path> all = Files.list(PROCESSES)) {
            return all.filter(each -> each.getFileName().toString().matches("[0-9]+"))
                    .filter(this::belongs)
                    .map(each -> Long.parseLong(each.getFileName().toString()))
                    .toList();
        }
    }

    private boolean belongs(Path process) {
        try {
            String status = Files.readString(process.resolve("status"), StandardCharsets.ISO_8859_1);
            boolean runs = !status.matches("(?s).*\\nState:\\s+[ZX].*");
            return runs
                    && (own
                            ? status.matches("(?s).*\\nUid:\\s+" + id + "\\s.*")
                            : environment(process).contains("\0" + MARK + "=" + notebook + "\0"));
        } catch (IOException goneOrForeign) {
            return false;
        }
    }

    private static String environment(Path process) throws IOException {
        return "\0" + Files.readString(process.resolve("environ"), StandardCharsets.ISO_8859_1);
    }
}
