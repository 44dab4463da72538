package dev.quartermaster.bot.card;

import static com.slack.api.model.block.Blocks.input;
import static com.slack.api.model.block.composition.BlockCompositions.plainText;
import static com.slack.api.model.block.element.BlockElements.plainTextInput;
import static com.slack.api.model.view.Views.view;
import static com.slack.api.model.view.Views.viewClose;
import static com.slack.api.model.view.Views.viewSubmit;
import static com.slack.api.model.view.Views.viewTitle;

import com.slack.api.util.json.GsonFactory;
import dev.quartermaster.actions.RequestId;
import java.util.List;

/** The form for the review of a break-glass that was not in order: one note, read by everybody who was told of it. */
public final class ReviewForm {
    public static final String ID = "review";
    public static final String NOTE = "note";
    private static final int MOST = 1000;

    private ReviewForm() {}

    public static String of(RequestId request) {
        return GsonFactory.createSnakeCase()
                .toJson(view(view -> view.type("modal")
                        .callbackId(ID)
                        .privateMetadata(request.value())
                        .title(viewTitle(title -> title.type("plain_text").text("Not in order")))
                        .submit(viewSubmit(submit -> submit.type("plain_text").text("Say so")))
                        .close(viewClose(close -> close.type("plain_text").text("Back")))
                        .blocks(List.of(input(field -> field.blockId(NOTE)
                                .label(plainText("What was not in order?"))
                                .element(plainTextInput(text ->
                                        text.actionId(NOTE).multiline(true).maxLength(MOST))))))));
    }
}
