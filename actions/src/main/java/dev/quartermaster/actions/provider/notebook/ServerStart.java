package dev.quartermaster.actions.provider.notebook;

import java.io.File;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;

/**
 * Starts a server as its user, in a session of its own so that it outlives this program, with bounds that all of its
 * children inherit and nothing of this program's environment.
 *
 * @param memory bytes that each process may map
 */
record ServerStart(Path jupyter, NotebookFolder folder, long memory) {
    private static final SecureRandom RANDOM = new SecureRandom();
    /** Bytes that one file may have; all of them together have no bound. */
    private static final long LARGEST_FILE = 2L << 30;
    /** Processes and threads of one system user; not set where the user is shared, because it would count others'. */
    private static final int PROCESSES = 256;

    /** A port and a token for a lease, which keeps both to its end. */
    static NotebookServer fresh() throws IOException {
        byte[] token = new byte[24];
        RANDOM.nextBytes(token);
        return new NotebookServer(0, 0, freePort(0), HexFormat.of().formatHex(token));
    }

    /** Nobody may run beside it: what is left of an earlier one was ended before. */
    void start(NotebookServer before) throws IOException {
        NotebookServer next = new NotebookServer(0, 0, freePort(before.port()), before.token());
        folder.configure(next);
        folder.emptyLog();
        ProcessBuilder builder = new ProcessBuilder(command())
                .directory(folder.home().toFile())
                .redirectInput(new File("/dev/null"))
                .redirectErrorStream(true)
                .redirectOutput(folder.log().toFile());
        scrub(builder.environment(), jupyter);
        builder.environment()
                .putAll(Map.of(
                        "HOME",
                        folder.home().toString(),
                        "TMPDIR",
                        folder.home().resolve(".tmp").toString(),
                        "USER",
                        "notebook",
                        "LOGNAME",
                        "notebook",
                        "PYTHONNOUSERSITE",
                        "1",
                        "SHELL",
                        "/bin/bash",
                        "QUARTERMASTER_PARTS",
                        folder.parts().toString(),
                        OsUser.MARK,
                        folder.user().notebook()));
        folder.server(next.startedAs(builder.start().pid()));
    }

    /** A few names are all that is left of an environment, which may hold anything. */
    static void scrub(Map<String, String> environment, Path jupyter) {
        environment.clear();
        environment.put("PATH", jupyter.getParent() + ":/usr/local/bin:/usr/bin:/bin");
        environment.put("LANG", "C.UTF-8");
    }

    /** The token is in a file, because everybody on the machine reads command lines. */
    private List<String> command() {
        OsUser user = folder.user();
        List<String> command = new ArrayList<>(List.of("setsid"));
        command.addAll(user.becoming());
        command.addAll(List.of("prlimit", "--as=" + memory, "--fsize=" + LARGEST_FILE, "--core=0"));
        if (user.own()) {
            command.add("--nproc=" + PROCESSES);
        }
        command.addAll(List.of("--", jupyter.toString(), "--config=" + folder.config()));
        return command;
    }

    /** The same again where it is free, so that links stay what they are. */
    private static int freePort(int wanted) throws IOException {
        try (ServerSocket socket = new ServerSocket(wanted, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException taken) {
            if (wanted == 0) {
                throw taken;
            }
            return freePort(0);
        }
    }
}
