package dev.quartermaster.bot.card;

import static com.slack.api.model.view.Views.view;
import static com.slack.api.model.view.Views.viewClose;
import static com.slack.api.model.view.Views.viewTitle;

import com.slack.api.model.block.LayoutBlock;
import com.slack.api.util.json.GsonFactory;
import dev.quartermaster.actions.provider.Credentials;
import dev.quartermaster.bot.slack.text.Mrkdwn;
import java.util.List;

/** The private form that shows credentials. Its text is neither stored nor logged by us. */
public final class RevealForm {
    /** Its view's callback id. */
    public static final String ID = "credentials";

    private RevealForm() {}

    public static String of(Credentials credentials) {
        Blocks blocks = new Blocks()
                .section(Mrkdwn.ours("*For your eyes only.* Copy what you need now; we keep none of it. As long as"
                        + " this is live, the button on its card shows you credentials again."));
        credentials.lines().forEach((label, value) -> {
            boolean sentence = value.endsWith(".") || label.equals("Valid until");
            blocks.section(Mrkdwn.bold(label)
                    .and("\n")
                    .and(sentence ? Mrkdwn.theirs(value) : Mrkdwn.ours("```" + Mrkdwn.escape(value) + "```")));
        });
        return json(blocks.list());
    }

    /** When there is nothing (more) to show. */
    public static String none(String words) {
        return json(new Blocks().section(Mrkdwn.theirs(words)).list());
    }

    private static String json(List<LayoutBlock> blocks) {
        return GsonFactory.createSnakeCase()
                .toJson(view(view -> view.type("modal")
                        .callbackId(ID)
                        .title(viewTitle(title -> title.type("plain_text").text("Credentials")))
                        .close(viewClose(close -> close.type("plain_text").text("Close")))
                        .blocks(blocks)));
    }
}
