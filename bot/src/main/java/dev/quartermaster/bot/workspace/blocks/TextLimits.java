package dev.quartermaster.bot.workspace.blocks;

/** Text, option and confirmation objects; https://docs.slack.dev/reference/block-kit/composition-objects. */
final class TextLimits {
    private TextLimits() {}

    static void plain(PayloadCursor text, int max) {
        if (!text.object("text", "emoji")) return;
        if (!text.string("type").equals("plain_text")) text.at("type").problem("must be plain_text");
        text.requiredText("text", max);
        if (text.has("emoji") && !text.node().path("emoji").isBoolean())
            text.at("emoji").problem("must provide a boolean");
    }

    static void either(PayloadCursor text, int max) {
        if (!text.node().isObject() || !text.string("type").equals("mrkdwn")) {
            plain(text, max);
            return;
        }
        text.object("text", "verbatim");
        text.requiredText("text", max);
    }

    static void requiredPlain(PayloadCursor owner, String field, int max) {
        if (owner.required(field)) plain(owner.at(field), max);
    }

    static void optionalPlain(PayloadCursor owner, String field, int max) {
        if (owner.has(field)) plain(owner.at(field), max);
    }

    static void confirm(PayloadCursor owner) {
        if (!owner.has("confirm")) return;
        PayloadCursor confirm = owner.at("confirm");
        if (!confirm.object("title", "text", "confirm", "deny", "style")) return;
        requiredPlain(confirm, "title", 100);
        if (confirm.required("text")) either(confirm.at("text"), 300);
        requiredPlain(confirm, "confirm", 30);
        requiredPlain(confirm, "deny", 30);
        confirm.oneOf("style", "primary", "danger");
    }

    /** Value is held to 75 characters, the older and stricter figure; Slack's page now says 150. */
    static void option(PayloadCursor option, boolean mrkdwn) {
        if (!option.object("text", "value", "description", "url")) return;
        if (option.required("text")) {
            if (mrkdwn) either(option.at("text"), 75);
            else plain(option.at("text"), 75);
        }
        option.requiredText("value", 75);
        if (option.has("description")) {
            if (mrkdwn) either(option.at("description"), 75);
            else plain(option.at("description"), 75);
        }
        option.optionalText("url", 3_000);
    }
}
