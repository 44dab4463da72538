package dev.quartermaster.bot.card;

import static com.slack.api.model.block.composition.BlockCompositions.plainText;

import com.google.gson.Gson;
import com.slack.api.model.block.ActionsBlock;
import com.slack.api.model.block.ContextBlock;
import com.slack.api.model.block.HeaderBlock;
import com.slack.api.model.block.InputBlock;
import com.slack.api.model.block.LayoutBlock;
import com.slack.api.model.block.SectionBlock;
import com.slack.api.model.block.composition.ConfirmationDialogObject;
import com.slack.api.model.block.composition.MarkdownTextObject;
import com.slack.api.model.block.composition.TextObject;
import com.slack.api.model.block.element.BlockElement;
import com.slack.api.model.block.element.ButtonElement;
import com.slack.api.model.view.View;
import com.slack.api.util.json.GsonFactory;
import dev.quartermaster.bot.slack.outbox.Message;
import dev.quartermaster.bot.slack.text.Mrkdwn;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Builds a message within Slack's limits: 50 blocks, 3,000 characters a section, 2,000 a field, 150 a header, 75 a
 * button's text, 13,200 in all. What does not fit is cut, and says so; Slack never refuses it. Source: Slack, "Blocks".
 */
public final class Blocks {
    private static final Gson GSON = GsonFactory.createSnakeCase();

    /** Characters; what buttons and their questions say comes on top, and 13,200 is the end. */
    private static final int ROOM = 9_000;

    private final List<LayoutBlock> blocks = new ArrayList<>();
    private final int most;
    private int room;

    public Blocks() {
        this(50, ROOM);
    }

    private Blocks(int most, int room) {
        this.most = most;
        this.room = room;
    }

    /** A form or a Home: 100 blocks, and no end of characters in all; this is what people would still read. */
    public static Blocks ofView() {
        return new Blocks(100, 40_000);
    }

    public Blocks header(String text) {
        return add(HeaderBlock.builder().text(plainText(cut(text, 150))).build());
    }

    /** Nothing to say is no block: Slack refuses an empty one, and the whole message with it. */
    public Blocks section(Mrkdwn text) {
        return section(text, 3000);
    }

    /** @param most characters of it, so that there is room for the others; what is more is cut */
    public Blocks section(Mrkdwn text, int most) {
        return text.value().isBlank() || full()
                ? this
                : add(SectionBlock.builder().text(mrkdwn(text, most)).build());
    }

    /** One line with its button at the right. */
    public Blocks section(Mrkdwn text, ButtonElement button) {
        return full()
                ? this
                : add(SectionBlock.builder()
                        .text(mrkdwn(text, 3000))
                        .accessory(button)
                        .build());
    }

    /** One line, with its button where there is one. */
    public Blocks line(Mrkdwn text, @Nullable ButtonElement button) {
        return button == null ? section(text) : section(text, button);
    }

    /** Two columns of at most ten facts. */
    public Blocks fields(List<Mrkdwn> facts) {
        if (full() || facts.isEmpty()) {
            return this;
        }
        List<TextObject> fields = facts.stream()
                .limit(10)
                .map(fact -> (TextObject) mrkdwn(fact, 2000))
                .toList();
        return add(SectionBlock.builder().fields(fields).build());
    }

    /** Short, and there is always room for it: ids, ends and what was left out. */
    public Blocks context(Mrkdwn text) {
        MarkdownTextObject element = MarkdownTextObject.builder()
                .text(fitting(text, 500))
                .verbatim(true)
                .build();
        return add(ContextBlock.builder().elements(List.of(element)).build());
    }

    /** The last block there is room for is kept for these: a card nobody can press is worse than one that says less. */
    public Blocks buttons(List<? extends BlockElement> buttons) {
        if (!buttons.isEmpty() && blocks.size() < most) {
            blocks.add(ActionsBlock.builder()
                    .elements(buttons.stream()
                            .limit(25)
                            .map(each -> (BlockElement) each)
                            .toList())
                    .build());
        }
        return this;
    }

    public Blocks input(InputBlock input) {
        return add(input);
    }

    public Blocks divider() {
        return add(com.slack.api.model.block.DividerBlock.builder().build());
    }

    /** @param text stands for the blocks in notifications */
    public Message message(Mrkdwn text) {
        return new Message(fitting(text, 3000), GSON.toJson(blocks));
    }

    /** Of a whole view: Slack's own types are written by Slack's own library. */
    public static String json(View view) {
        return GSON.toJson(view);
    }

    public List<LayoutBlock> list() {
        return List.copyOf(blocks);
    }

    /** Whether a button can carry it. One that cannot is left out: half a command would be another command. */
    public static boolean carries(String command) {
        return !command.isBlank() && command.length() <= 2000;
    }

    /** @param action unique within one message. @param value at most 2,000 characters */
    public static ButtonElement button(String text, String action, String value) {
        // Nothing invisible on a button: it could read in another order than it is written.
        String label = text.replaceAll("[\\p{Cntrl}\\p{Cf}\\p{Zl}]+", " ").strip();
        return ButtonElement.builder()
                .text(plainText(label.isEmpty() ? "Choose" : cut(label, 75)))
                .actionId(action)
                .value(value)
                .build();
    }

    public static ButtonElement primary(String text, String action, String value) {
        ButtonElement button = button(text, action, value);
        button.setStyle("primary");
        return button;
    }

    public static ButtonElement danger(String text, String action, String value) {
        ButtonElement button = button(text, action, value);
        button.setStyle("danger");
        return button;
    }

    /** Asks before it is done. @param what becomes of it, in one sentence */
    public static ButtonElement confirmed(ButtonElement button, String title, String what) {
        button.setConfirm(ConfirmationDialogObject.builder()
                .title(plainText(cut(title, 100)))
                .text(plainText(cut(what, 300)))
                .confirm(plainText(button.getText().getText()))
                .deny(plainText("Keep it"))
                .style("danger")
                .build());
        return button;
    }

    public static String cut(String text, int most) {
        if (text.length() <= most) {
            return text;
        }
        int end = Character.isHighSurrogate(text.charAt(most - 2)) ? most - 2 : most - 1;
        return text.substring(0, end) + "…";
    }

    /** Verbatim: Slack makes no link or mention of what merely looks like one, whoever wrote it. */
    private MarkdownTextObject mrkdwn(Mrkdwn text, int most) {
        String fitting = fitting(text, Math.clamp(room, 2, most));
        room -= fitting.length();
        return MarkdownTextObject.builder().text(fitting).verbatim(true).build();
    }

    /** Cut before a date, a link or an entity, never within one. */
    private static String fitting(Mrkdwn text, int most) {
        String value = text.value();
        if (value.length() <= most) {
            return value;
        }
        String fitting = cut(value, most);
        int whole = Math.min(unfinished(fitting), fitting.length() - 1);
        return fitting.substring(0, whole) + "…";
    }

    /** Where a reference, an entity or code begins that does not end; the length when there is none. */
    private static int unfinished(String text) {
        int reference = text.lastIndexOf('<');
        int entity = text.lastIndexOf('&');
        int code = -1;
        for (int at = text.indexOf('`'); at >= 0; at = text.indexOf('`', at + 1)) {
            boolean printed = at > 0 && text.charAt(at - 1) == '\u200b';
            if (!printed) {
                code = code < 0 ? at : -1;
            }
        }
        return Math.min(
                code < 0 ? text.length() : code,
                Math.min(
                        reference > text.lastIndexOf('>') ? reference : text.length(),
                        entity > text.lastIndexOf(';') ? entity : text.length()));
    }

    private boolean full() {
        return room < 2;
    }

    /** Adds a block as it is, where the message or view has room for it. */
    public Blocks add(LayoutBlock block) {
        if (blocks.size() < most - 1) {
            blocks.add(block);
        }
        return this;
    }
}
