package dev.quartermaster.bot.workspace;

import java.nio.file.Files;
import java.nio.file.Path;

/** Starts the workspace with a bot that only echoes, to look at the page: {@code TryWorkspace <port>}. */
final class TryWorkspace {
    private TryWorkspace() {}

    public static void main(String[] arguments) throws Exception {
        int port = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 0;
        Path folder = Files.createTempDirectory("workspace");
        try (RecordingBot bot = new RecordingBot();
                WorkspaceServer workspace = new WorkspaceServer(bot.events(), folder, port)) {
            bot.answers(new EchoBot(workspace.methods())::answer);
            System.out.println("open " + workspace.page() + "?as=ana");
            Thread.currentThread().join();
        }
    }
}
