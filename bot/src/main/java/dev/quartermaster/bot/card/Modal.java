package dev.quartermaster.bot.card;

import static com.slack.api.model.block.composition.BlockCompositions.plainText;
import static com.slack.api.model.view.Views.view;
import static com.slack.api.model.view.Views.viewClose;
import static com.slack.api.model.view.Views.viewSubmit;
import static com.slack.api.model.view.Views.viewTitle;

import com.slack.api.model.block.InputBlock;
import com.slack.api.model.block.LayoutBlock;
import com.slack.api.model.block.element.BlockElement;
import com.slack.api.model.block.element.PlainTextInputElement;
import dev.quartermaster.bot.slack.text.Mrkdwn;
import java.util.List;

/**
 * A form as Slack wants it: 24 characters a title or button, 3,000 of data that come back as they were. Source: Slack,
 * "Views".
 *
 * @param id its callback id
 * @param submit what the button says; empty: there is nothing to send in
 * @param close what the button that closes it says
 * @param data comes back with what is sent in
 */
public record Modal(String id, String title, String submit, String close, String data) {
    public Modal(String id, String title, String submit, String data) {
        this(id, title, submit, submit.isEmpty() ? "Close" : "Cancel", data);
    }

    public String of(Blocks blocks) {
        return of(blocks.list());
    }

    public String of(List<LayoutBlock> blocks) {
        return Blocks.json(view(view -> {
            view.type("modal")
                    .callbackId(id)
                    .privateMetadata(data)
                    .title(viewTitle(text -> text.type("plain_text").text(title)))
                    .close(viewClose(text -> text.type("plain_text").text(close)))
                    .blocks(blocks);
            return submit.isEmpty()
                    ? view
                    : view.submit(viewSubmit(text -> text.type("plain_text").text(submit)));
        }));
    }

    public static InputBlock input(String block, String label, String hint, BlockElement element) {
        return InputBlock.builder()
                .blockId(block)
                .label(plainText(Blocks.cut(label, 2000)))
                .hint(hint.isEmpty() ? null : plainText(Blocks.cut(hint, 2000)))
                .element(element)
                .build();
    }

    public static InputBlock optional(InputBlock input) {
        input.setOptional(true);
        return input;
    }

    /** Shows words and nothing else. */
    public static String saying(String id, String title, String words) {
        return new Modal(id, title, "", "").of(new Blocks().section(Mrkdwn.theirs(words)));
    }

    /** Several lines of somebody's own words. */
    public static PlainTextInputElement words(int most) {
        return PlainTextInputElement.builder()
                .actionId("words")
                .multiline(true)
                .maxLength(most)
                .build();
    }

    public static PlainTextInputElement text(String initial) {
        return PlainTextInputElement.builder()
                .actionId("text")
                .initialValue(initial)
                .maxLength(40)
                .build();
    }
}
