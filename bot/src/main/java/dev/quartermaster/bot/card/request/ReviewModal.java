package dev.quartermaster.bot.card.request;

import dev.quartermaster.actions.RequestId;
import dev.quartermaster.bot.card.Blocks;
import dev.quartermaster.bot.card.Modal;

/** The form for the review of a break-glass that was not in order: one note, read by everybody who was told of it. */
public final class ReviewModal {
    public static final String ID = "review";
    public static final String NOTE = "note";
    private static final int MOST = 1000;

    private ReviewModal() {}

    public static String of(RequestId request) {
        return new Modal(ID, "Not in order", "Say so", "Back", request.value())
                .of(new Blocks().input(Modal.input(NOTE, "What was not in order?", "", Modal.words(MOST))));
    }
}
