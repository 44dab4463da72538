package dev.quartermaster.bot.workspace;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A bot and a workspace that know each other, for one test. */
public final class Stage implements AutoCloseable {
    public final ToyBot bot;
    public final StandIn workspace;

    public Stage() throws IOException {
        this(Files.createTempDirectory("stage"));
    }

    Stage(Path folder) throws IOException {
        bot = new ToyBot();
        workspace = new StandIn(bot.events(), folder, 0);
    }

    @Override
    public void close() {
        workspace.close();
        bot.close();
    }
}
