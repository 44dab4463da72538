package dev.quartermaster.bot.workspace;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A bot and a workspace that know each other, for one test. */
public final class WorkspaceAndBot implements AutoCloseable {
    public final RecordingBot bot;
    public final WorkspaceServer workspace;

    public WorkspaceAndBot() throws IOException {
        this(Files.createTempDirectory("stage"));
    }

    WorkspaceAndBot(Path folder) throws IOException {
        bot = new RecordingBot();
        workspace = new WorkspaceServer(bot.events(), folder, 0);
    }

    @Override
    public void close() {
        workspace.close();
        bot.close();
    }
}
