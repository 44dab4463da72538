package dev.quartermaster.bot.card.rule;

import com.slack.api.model.block.InputBlock;
import com.slack.api.model.block.LayoutBlock;
import com.slack.api.model.block.element.PlainTextInputElement;
import dev.quartermaster.bot.card.Blocks;
import dev.quartermaster.bot.card.Modal;
import dev.quartermaster.bot.slack.text.Mrkdwn;
import dev.quartermaster.intents.rulebook.RuleSheet;
import dev.quartermaster.intents.rulebook.RuleText;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One rule in a form: its text, its file's tests in as many inputs as they need, tests of other files that say otherwise,
 * and why. Source: Slack, "Plain-text input", 3,000 characters at most.
 */
public final class RuleModal {
    public static final String ID = "rule-change";
    public static final String RULE = "rule";
    public static final String REASON = "reason";
    /** Followed by a number. */
    public static final String TESTS = "tests:";

    /** Followed by a number. */
    public static final String OTHER = "other:";

    private static final String TITLE = "Change a rule";
    private static final int MOST = 3_000;
    /** Leaves room to write in. */
    private static final int CHUNK = 2_400;

    private RuleModal() {}

    /** A test of another file that has to say something else. @param label where and why. @param text as it stands */
    public record Other(String label, String text) {}

    /**
     * What is shown.
     *
     * @param data what comes back with it
     * @param rule text of the rule
     * @param tests texts of all tests, chunk by chunk
     * @param reason null: it is only tried, and needs none
     */
    public record Shown(
            String id,
            String data,
            String rule,
            List<String> tests,
            List<Other> others,
            @Nullable String reason) {}

    /** Whether a form can hold it. */
    public static boolean fits(RuleText rule, RuleSheet sheet) {
        return !rule.text().isEmpty()
                && rule.text().length() <= MOST
                && sheet.tests().stream().allMatch(test -> test.text().length() <= MOST);
    }

    /** All tests of a file in as few inputs as hold them; each holds whole tests. */
    public static List<String> chunks(RuleSheet sheet) {
        List<String> chunks = new ArrayList<>();
        for (RuleSheet.Test test : sheet.tests()) {
            boolean room =
                    !chunks.isEmpty() && chunks.getLast().length() + test.text().length() < CHUNK;
            if (room) {
                chunks.set(chunks.size() - 1, chunks.getLast() + "\n" + test.text());
            } else {
                chunks.add(test.text());
            }
        }
        return chunks;
    }

    public static String of(Shown shown) {
        boolean proposed = shown.reason() != null;
        List<LayoutBlock> blocks = new ArrayList<>();
        blocks.add(input(RULE, shown.id(), shown.rule(), false, "The rule as it should be. It keeps its id."));
        for (int at = 0; at < shown.others().size(); at++) {
            Other other = shown.others().get(at);
            blocks.add(input(
                    OTHER + at, other.label(), other.text(), false, "A test in another file that says otherwise now."));
        }
        for (int at = 0; at < shown.tests().size(); at++) {
            String label = shown.tests().size() == 1
                    ? "Its file's tests"
                    : "Its file's tests, " + (at + 1) + " of " + shown.tests().size();
            blocks.add(input(
                    TESTS + at, label, shown.tests().get(at), true, "Change those that should say something else."));
        }
        if (shown.tests().isEmpty()) {
            blocks.add(input(TESTS + "0", "Tests for its file", "", true, "For example: - ask: {by: …} and so on."));
        }
        if (shown.reason() != null) {
            blocks.add(input(REASON, "Why", shown.reason(), false, "The owner of the file reads it."));
        }
        blocks.addAll(new Blocks()
                .context(Mrkdwn.ours(
                        proposed
                                ? "It is tried on the last 90 days first; you see what would differ before it is proposed."
                                : "It is tried on the last 90 days; nothing is proposed or changed."))
                .list());
        return new Modal(ID, TITLE, "Try it", shown.data()).of(blocks);
    }

    /** When there is nothing to change here. */
    public static String none(String words) {
        return Modal.saying(ID, TITLE, words);
    }

    private static InputBlock input(String block, String label, String value, boolean optional, String hint) {
        PlainTextInputElement element = PlainTextInputElement.builder()
                .actionId(block)
                .multiline(true)
                .maxLength(MOST)
                .initialValue(value.isEmpty() ? null : value)
                .build();
        InputBlock input = Modal.input(block, label, hint, element);
        input.setOptional(optional);
        return input;
    }
}
