package dev.quartermaster.bot.workspace.state;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * The workspace's memory over restarts: one JSON object a line, appended as things happen. The bot edits its messages
 * by channel and ts for days; a workspace that forgot them would answer {@code message_not_found} to everything. Handed
 * to the system, not forced to the disk: kill -9 loses nothing, a power cut may lose the last lines.
 */
public final class Journal implements AutoCloseable {
    private final Path file;
    private final JsonMapper json;
    private @Nullable BufferedWriter out;

    public Journal(Path folder, JsonMapper json) {
        this.file = folder.resolve("workspace.jsonl");
        this.json = json;
    }

    /** Replays what is there, then starts a fresh file from what is worth keeping of it. Until then nothing may be appended. */
    public synchronized void start(Consumer<ObjectNode> replay, Supplier<List<ObjectNode>> kept) {
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            for (ObjectNode line : lines()) replay.accept(line);
            rewrite(kept.get());
            out = Files.newBufferedWriter(file, StandardCharsets.UTF_8, StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new UncheckedIOException("the local workspace cannot keep its memory in " + file, e);
        }
    }

    synchronized void append(ObjectNode line) {
        if (out == null) throw new IllegalStateException("the journal is not started");
        try {
            out.write(json.writeValueAsString(line));
            out.newLine();
            out.flush();
        } catch (IOException e) {
            throw new UncheckedIOException("the local workspace cannot write " + file, e);
        }
    }

    /** A line cut short by a kill is the last one and is passed over. */
    private List<ObjectNode> lines() throws IOException {
        if (!Files.exists(file)) return List.of();
        List<ObjectNode> lines = new ArrayList<>();
        for (String line : Files.readAllLines(file, StandardCharsets.UTF_8)) {
            try {
                if (json.readTree(line) instanceof ObjectNode node) lines.add(node);
            } catch (JacksonException cut) {
                continue;
            }
        }
        return lines;
    }

    private void rewrite(List<ObjectNode> kept) throws IOException {
        Path fresh = file.resolveSibling("workspace.jsonl.new");
        Files.deleteIfExists(fresh);
        Files.createFile(fresh);
        if (Files.getFileStore(fresh).supportsFileAttributeView("posix"))
            Files.setPosixFilePermissions(fresh, PosixFilePermissions.fromString("rw-------"));
        Files.write(fresh, kept.stream().map(json::writeValueAsString).toList(), StandardCharsets.UTF_8);
        try {
            Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (AtomicMoveNotSupportedException e) {
            Files.move(fresh, file, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    @Override
    public synchronized void close() throws IOException {
        if (out != null) out.close();
    }
}
