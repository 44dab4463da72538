package dev.quartermaster.actions.provider.notebook;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import tools.jackson.databind.json.JsonMapper;

/**
 * A server that was started, as it stands in its folder for whoever comes next.
 *
 * @param pid zero: none is started, and port and token are those of the next
 * @param ticks when the process began, counted as the kernel does: another one may have the same number by now
 * @param token what opens it, the same for as long as the lease lasts
 */
record NotebookServer(long pid, long ticks, int port, String token) {
    static NotebookServer of(String json) {
        return JsonMapper.shared().readValue(json, NotebookServer.class);
    }

    String json() {
        return JsonMapper.shared().writeValueAsString(this);
    }

    /** By number and not by name: pages at {@code localhost} are other people's, and their cookies stay apart. */
    String url() {
        return "http://127.0.0.1:" + port + "/";
    }

    NotebookServer startedAs(long process) {
        return new NotebookServer(process, began(process), port, token);
    }

    NotebookServer stopped() {
        return new NotebookServer(0, 0, port, token);
    }

    boolean started() {
        return pid != 0;
    }

    boolean alive() {
        return started() && ticks != 0 && began(pid) == ticks;
    }

    /** When a process began, in clock ticks since the machine's start; 0: it does not run. */
    private static long began(long process) {
        try {
            String stat = Files.readString(Path.of("/proc/" + process + "/stat"), StandardCharsets.ISO_8859_1);
            // Its own name stands in parentheses and may hold anything; state is the third field, the beginning the
            // 22nd.
            String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
            return fields[0].matches("[ZX]") ? 0 : Long.parseLong(fields[19]);
        } catch (IOException gone) {
            return 0;
        }
    }

    /** No secret is ever printed. */
    @Override
    public String toString() {
        return "NotebookServer[" + pid + " at " + url() + "]";
    }
}
