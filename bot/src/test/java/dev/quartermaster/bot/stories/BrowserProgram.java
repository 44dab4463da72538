package dev.quartermaster.bot.stories;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quartermaster.actions.bundle.Bundles;
import dev.quartermaster.bot.browser.Browser;
import dev.quartermaster.bot.program.RunningProgram;
import dev.quartermaster.intents.people.PeopleSource;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** The program, as {@code mvn spring-boot:run} starts it, and a browser before it. */
record BrowserProgram(RunningProgram program, Browser browser) implements AutoCloseable {
    static BrowserProgram open(RunningProgram program) {
        return new BrowserProgram(program, Browser.start());
    }

    /** Sees changed files now, as the program does by itself within seconds. */
    void followsTheFiles() {
        try {
            assertThat(program.context().getBean(Bundles.class).read().persons())
                    .isNotEmpty();
        } catch (PeopleSource.Broken broken) {
            throw new IllegalStateException(broken);
        }
    }

    /** Somebody at a window of their own, in their messages with the bot. */
    BrowserUser seat(String account) {
        return new BrowserUser(browser, browser.open(program.address() + "/?as=" + account), account);
    }

    /** The blocks of every message that these people can read, wherever it stands. */
    List<JsonNode> blocksSeenBy(String... accounts) {
        List<JsonNode> seen = new ArrayList<>();
        for (String account : accounts)
            for (JsonNode channel : program.page("state?as=" + account).path("channels"))
                for (JsonNode message :
                        program.messages(account, channel.path("id").asString("")))
                    if (message.path("bot_id").isString() && message.has("blocks")) seen.add(message.path("blocks"));
        return seen;
    }

    @Override
    public void close() {
        browser.close();
    }
}
