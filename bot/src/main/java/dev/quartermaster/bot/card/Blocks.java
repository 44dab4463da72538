package dev.quartermaster.bot.card;

import static com.slack.api.model.block.composition.BlockCompositions.markdownText;
import static com.slack.api.model.block.composition.BlockCompositions.plainText;

import com.google.gson.Gson;
import com.slack.api.model.block.ActionsBlock;
import com.slack.api.model.block.ContextBlock;
import com.slack.api.model.block.HeaderBlock;
import com.slack.api.model.block.LayoutBlock;
import com.slack.api.model.block.SectionBlock;
import com.slack.api.model.block.composition.TextObject;
import com.slack.api.model.block.element.BlockElement;
import com.slack.api.model.block.element.ButtonElement;
import com.slack.api.util.json.GsonFactory;
import dev.quartermaster.bot.slack.outbox.Message;
import dev.quartermaster.bot.slack.text.Mrkdwn;
import java.util.ArrayList;
import java.util.List;

/**
 * A message under construction, kept within Slack's limits: 50 blocks, 3,000 characters a section, 2,000 a field, 150 a
 * header, 75 a button's text. What does not fit is cut with a word, never refused by Slack. Source: Slack, "Blocks".
 */
final class Blocks {
    private static final Gson GSON = GsonFactory.createSnakeCase();
    private static final int MOST = 50;

    private final List<LayoutBlock> blocks = new ArrayList<>();

    Blocks header(String text) {
        return add(HeaderBlock.builder().text(plainText(cut(text, 150))).build());
    }

    Blocks section(Mrkdwn text) {
        return add(SectionBlock.builder()
                .text(markdownText(cut(text.value(), 3000)))
                .build());
    }

    /** Two columns of at most ten facts. */
    Blocks fields(List<Mrkdwn> facts) {
        List<TextObject> fields = facts.stream()
                .limit(10)
                .map(fact -> (TextObject) markdownText(cut(fact.value(), 2000)))
                .toList();
        return add(SectionBlock.builder().fields(fields).build());
    }

    Blocks context(Mrkdwn text) {
        return add(ContextBlock.builder()
                .elements(List.of(markdownText(cut(text.value(), 2000))))
                .build());
    }

    Blocks buttons(List<ButtonElement> buttons) {
        return buttons.isEmpty()
                ? this
                : add(ActionsBlock.builder()
                        .elements(buttons.stream()
                                .map(each -> (BlockElement) each)
                                .toList())
                        .build());
    }

    Blocks divider() {
        return add(com.slack.api.model.block.DividerBlock.builder().build());
    }

    /** @param text stands for the blocks in notifications */
    Message message(Mrkdwn text) {
        return new Message(cut(text.value(), 3000), GSON.toJson(blocks));
    }

    List<LayoutBlock> list() {
        return List.copyOf(blocks);
    }

    /** @param action unique within one message. @param value at most 2,000 characters */
    static ButtonElement button(String text, String action, String value) {
        return ButtonElement.builder()
                .text(plainText(cut(text, 75)))
                .actionId(action)
                .value(value)
                .build();
    }

    static ButtonElement primary(String text, String action, String value) {
        ButtonElement button = button(text, action, value);
        button.setStyle("primary");
        return button;
    }

    static ButtonElement danger(String text, String action, String value) {
        ButtonElement button = button(text, action, value);
        button.setStyle("danger");
        return button;
    }

    static String cut(String text, int most) {
        return text.length() <= most ? text : text.substring(0, most - 1) + "…";
    }

    private Blocks add(LayoutBlock block) {
        if (blocks.size() < MOST) {
            blocks.add(block);
        }
        return this;
    }
}
