package dev.quartermaster.bot.card.request;

import dev.quartermaster.actions.provider.Credentials;
import dev.quartermaster.bot.card.Blocks;
import dev.quartermaster.bot.card.Modal;
import dev.quartermaster.bot.slack.text.Mrkdwn;

/** The private form that shows credentials. Its text is neither stored nor logged by us. */
public final class CredentialModal {
    /** Its view's callback id. */
    public static final String ID = "credentials";

    private static final String TITLE = "Credentials";

    private CredentialModal() {}

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
        return new Modal(ID, TITLE, "", "").of(blocks);
    }

    /** When there is nothing (more) to show. */
    public static String none(String words) {
        return Modal.saying(ID, TITLE, words);
    }
}
