package dev.quartermaster.bot.workspace;

import static org.assertj.core.api.Assertions.assertThat;

import com.slack.api.methods.SlackApiException;
import dev.quartermaster.bot.browser.Browser;
import dev.quartermaster.bot.browser.Page;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The page in a real browser, before a bot that echoes. Screenshots are left in target/screenshots to be looked at. */
class PageTest {
    private static final String COMPOSER = "[data-testid=composer]";
    private static final String MESSAGE = "[data-testid=message]";
    private static final Path SHOTS = Path.of("target", "screenshots");

    /** A page that draws while the button is down has done so by then; one that does not needs no time at all. */
    private static final String WHEN_HEARD = "new Promise(done => setTimeout(done, 600))";

    private static Browser browser;

    @TempDir
    private Path folder;

    private RecordingBot bot;
    private WorkspaceServer workspace;
    private Page page;

    @BeforeAll
    static void startBrowser() {
        browser = Browser.start();
    }

    @AfterAll
    static void stopBrowser() {
        if (browser != null) browser.close();
    }

    @BeforeEach
    void open() throws Exception {
        bot = new RecordingBot();
        workspace = new WorkspaceServer(bot.events(), folder, 0);
        bot.answers(new EchoBot(workspace.methods())::answer);
        page = browser.open(workspace.page() + "?as=ana");
    }

    @AfterEach
    void close() {
        assertThat(page.problems()).as("errors in the page").isEmpty();
        page.close();
        workspace.close();
        bot.close();
    }

    @Test
    void aSentenceIsTypedAndAnswered() {
        page.waitFor("[data-testid=example]");
        page.screenshot(SHOTS.resolve("1-empty.png"));
        page.click("[data-testid=example]", "launch an environment");
        page.press("Enter");
        page.waitFor("[data-testid=thread-messages] " + MESSAGE, "Data science experimentation");
        assertThat(page.text(MESSAGE + "[data-user=U0ANA]")).contains("launch an environment");
        page.screenshot(SHOTS.resolve("2-card.png"));
    }

    @Test
    void aClickOpensAFormThatIsCorrectedAndSubmitted() {
        ask("a notebook, please");
        page.click("[data-action-id=details]");
        page.waitFor("[data-testid=modal]", "Change the request");
        page.screenshot(SHOTS.resolve("3-modal.png"));
        page.click("[data-testid=modal-submit]");
        page.waitFor("[data-testid=input-error]", "Please complete this required field.");
        page.type("input[data-action-id=purpose]", "abc");
        page.choose("select[data-action-id=size]", "medium");
        page.click(".choice", "Read");
        page.click("[data-testid=modal-submit]");
        page.waitFor("[data-testid=input-error]", "Say a little more.");
        page.screenshot(SHOTS.resolve("4-modal-errors.png"));
        page.type("input[data-action-id=purpose]", "churn study");
        page.press("Enter");
        page.waitUntilGone("[data-testid=modal]");
        page.waitFor(MESSAGE, "Thank you, noted: churn study");
    }

    @Test
    void aSecretIsShownToOnePersonAndADangerousClickIsConfirmed() {
        ask("a notebook, please");
        page.click("[data-action-id=secret]");
        page.waitFor(MESSAGE + "[data-ephemeral=true]", "correct-horse");
        page.click("[data-action-id=deny]");
        page.waitFor("[data-testid=confirm]", "Deny this?");
        page.screenshot(SHOTS.resolve("5-ephemeral-and-confirm.png"));
        page.click("[data-testid=confirm-no]");
        page.waitUntilGone("[data-testid=confirm]");
        page.click("[data-testid=dismiss]");
        page.waitUntilGone(MESSAGE + "[data-ephemeral=true]");
    }

    @Test
    void aCardWaitsForSomebodyElseWhoDecides() {
        ask("spin up 4 A100s for three days for the churn model");
        page.waitFor("[data-testid=person-waiting][data-account=omar]", "1");
        page.screenshot(SHOTS.resolve("6-omar-waits.png"));
        page.click("[data-testid=person-switch]");
        page.waitFor("[data-testid=person-option][data-account=omar]", "platform lead");
        page.screenshot(SHOTS.resolve("7-people.png"));
        page.click("[data-testid=person-option][data-account=omar]");
        page.waitFor("[data-testid=messages] " + MESSAGE, "Ray cluster, 4 × a100, 3 days");
        page.screenshot(SHOTS.resolve("8-omar.png"));
        page.click("[data-action-id=approve]");
        page.waitFor(MESSAGE, "Approved by @Omar Haddad");
        page.waitUntilGone("[data-testid=channel] [data-testid=unread]");
    }

    /** What arrives between press and release moves and redraws the menu; the click is heard all the same. */
    @Test
    void aSlowClickIsHeardWhateverArrivesMeanwhile() {
        ask("a notebook, please");
        page.click("[data-testid=person-switch]");
        page.waitFor("[data-testid=person-option][data-account=omar]");
        page.clickSlowly("[data-testid=person-option][data-account=omar]", () -> {
            say("U0OMAR", "A card waits");
            say("U0DAN", "Another one waits");
            page.evaluate(WHEN_HEARD);
        });
        page.waitFor("[data-testid=person-switch][data-account=omar]");
    }

    private void say(String to, String words) {
        try {
            assertThat(workspace
                            .methods()
                            .chatPostMessage(r -> r.channel(to).text(words))
                            .isOk())
                    .isTrue();
        } catch (IOException | SlackApiException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void theClockIsMovedForwardAndThePageSaysSo() {
        page.click("[data-testid=clock] summary");
        page.click("[data-testid=forward][data-minutes='60']");
        page.waitFor("[data-testid=clock] summary", "Clock +1 h");
        page.click("[data-testid=forward][data-minutes='15']");
        page.waitFor("[data-testid=clock] summary", "Clock +1 h 15 min");
        page.screenshot(SHOTS.resolve("9-clock.png"));
    }

    @Test
    void theHomeTabAndTheChannelsAreThere() {
        page.click("[data-testid=tab-home]");
        page.waitFor("[data-testid=home]", "What you have");
        page.screenshot(SHOTS.resolve("9-home.png"));
        page.click("[data-testid=channel][data-channel=growth]");
        page.waitFor("[data-testid=empty]", "beginning of #growth");
        page.type(COMPOSER, "@Quartermaster what do we have? See https://example.com/a_b_c <b>& more</b>");
        page.press("Enter");
        page.waitFor("[data-testid=thread-messages] [data-action-id=approve]");
        assertThat(page.count("[data-testid=messages] b"))
                .as("markup in what people write")
                .isZero();
        page.type(COMPOSER, "/qm fail");
        page.press("Enter");
        page.waitFor(MESSAGE, "/qm failed with the error \"dispatch_failed\"");
        page.screenshot(SHOTS.resolve("10-channel.png"));
        page.click("[data-testid=developer] summary");
        page.waitFor("[data-token=ana]", "token-of-ana");
        page.screenshot(SHOTS.resolve("11-developer.png"));
    }

    @Test
    void aNarrowScreenShowsOneThingAtATime() throws Exception {
        page.size(390, 780);
        ask("a notebook, please");
        page.waitFor("[data-testid=thread-messages]");
        page.screenshot(SHOTS.resolve("12-narrow-thread.png"));
        page.click("[data-testid=thread-close]");
        workspace
                .methods()
                .chatPostMessage(r -> r.channel("U0ANA").text("wide").blocksAsString(EchoBot.text("card.json")));
        page.waitFor("[data-testid=messages] [data-action-id=approve]");
        page.screenshot(SHOTS.resolve("13-narrow.png"));
        assertThat(page.evaluate("document.documentElement.scrollWidth").intValue())
                .isLessThanOrEqualTo(390);
        page.click("[data-testid=burger]");
        page.waitFor("[data-testid=channel][data-channel=growth]");
        page.screenshot(SHOTS.resolve("14-narrow-rail.png"));
        workspace.person("ana", "say", Map.of("channel", "D0ANA", "text", "from elsewhere"));
    }

    private void ask(String words) {
        page.type(COMPOSER, words);
        page.press("Enter");
        page.waitFor("[data-testid=messages] [data-testid=thread-open]", "1 reply");
        page.click("[data-testid=messages] [data-testid=thread-open]", "1 reply");
        page.waitFor("[data-testid=thread-messages] [data-action-id=approve]");
    }
}
