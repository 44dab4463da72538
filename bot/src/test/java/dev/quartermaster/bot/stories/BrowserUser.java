package dev.quartermaster.bot.stories;

import dev.quartermaster.bot.browser.Browser;
import dev.quartermaster.bot.browser.Page;
import java.nio.file.Path;
import java.time.Duration;
import org.assertj.core.api.Assertions;

/** One person before the page. Everything goes through mouse and keyboard; what is asserted is what is to be read. */
final class BrowserUser implements AutoCloseable {
    static final String MESSAGE = "[data-testid=message]";
    private static final String MODAL = "[data-testid=modal]";
    private static final Path SHOTS = Path.of("target", "screenshots");
    /** Generous, because a build machine may be busy; what takes longer is a fault. */
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final Browser browser;
    private final Page page;
    private final String name;

    BrowserUser(Browser browser, Page page, String account) {
        this.browser = browser;
        this.page = page;
        this.name = account;
    }

    Page page() {
        return page;
    }

    void says(String words) {
        page.type("[data-testid=composer]", words);
        page.press("Enter");
    }

    /** Waits for the newest message with these words. */
    String sees(String words) {
        try {
            page.waitFor(MESSAGE, words, PATIENCE);
        } catch (AssertionError e) {
            photographs("failed-" + name);
            throw e;
        }
        return page.text(MESSAGE, words);
    }

    void presses(String action) {
        page.waitFor("[data-action-id^='" + action + "']", "", PATIENCE);
        page.click("[data-action-id^='" + action + "']");
    }

    /** The button on the newest message with these words. */
    void presses(String action, String message) {
        sees(message);
        page.clickInside(MESSAGE, message, "[data-action-id^='" + action + "']");
    }

    void opens(String action, String message) {
        presses(action, message);
        page.waitFor(MODAL, "", PATIENCE);
    }

    /** Moves the bot's clock forward. @param minutes 15, 60, 1440 or 10080, as the page's buttons */
    void waits(int minutes) {
        String button = "[data-testid=forward][data-minutes='" + minutes + "']";
        String before = page.text("[data-testid=clock] summary");
        if (!page.shows(button, "")) page.click("[data-testid=clock] summary");
        page.click(button);
        for (int tries = 0; tries < 300; tries++) {
            if (!page.text("[data-testid=clock] summary").equals(before)) return;
            pause();
        }
        throw new AssertionError("the clock did not move on from " + before);
    }

    private static void pause() {
        try {
            Thread.sleep(100);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    void becomes(String account) {
        page.click("[data-testid=person-switch]");
        page.click("[data-testid=person-option][data-account=" + account + "]");
        page.waitFor("[data-testid=person-switch][data-account=" + account + "]");
    }

    void goesTo(String channel) {
        String here = "[data-testid=channel][data-channel=" + channel + "]";
        page.click(here);
        page.waitFor(here + "[aria-current]");
    }

    /** {@code messages} or {@code home}. */
    void turnsTo(String tab) {
        page.click("[data-testid=tab-" + tab + "]");
        page.waitFor("[data-testid=tab-" + tab + "][aria-selected=true]");
    }

    /** Shows the credentials of the newest card with these words, reads the private form and closes it. */
    String reveals(String card, String step) {
        presses("reveal", card);
        page.waitFor(MODAL, "For your eyes only", PATIENCE);
        photographs(step);
        String secret = page.text(MODAL);
        page.click("[data-testid=modal-close]");
        page.waitUntilGone(MODAL);
        return secret;
    }

    /** Puts words into a field of the open form, in place of what stands there. */
    void fills(String block, String words) {
        String field = MODAL + " [data-block-id='" + block + "']";
        page.waitFor(field, "", PATIENCE);
        page.type(field, words);
    }

    void sendsIn() {
        page.click("[data-testid=modal-submit]");
    }

    /** Sends the form in and waits until it has closed. */
    void sendsInWell() {
        sendsIn();
        page.waitUntilGone(MODAL);
    }

    String readsForm(String words) {
        page.waitFor(MODAL, words, PATIENCE);
        return page.text(MODAL);
    }

    /** Opens the thread of the newest card with these words. What is to stand in it may come a moment later. */
    void threadUnder(String card) {
        page.clickInside(MESSAGE, card, "[data-testid=thread-open]");
        page.waitFor("[data-testid=thread-messages]", card);
    }

    /** Waits for the words in the thread that is open. */
    String seesInThread(String words) {
        page.waitFor("[data-testid=thread-messages]", words, PATIENCE);
        return page.text("[data-testid=thread-messages]");
    }

    /** Clicks a link that opens a tab, and returns the tab. */
    Page follows(String title) {
        page.waitFor(MESSAGE + " a", title, PATIENCE);
        page.click(MESSAGE + " a", title);
        return browser.openedBy(page);
    }

    void photographs(String step) {
        page.screenshot(SHOTS.resolve(step + ".png"));
    }

    @Override
    public void close() {
        Assertions.assertThat(page.problems())
                .as("errors in the page of " + name)
                .isEmpty();
        page.close();
    }
}
