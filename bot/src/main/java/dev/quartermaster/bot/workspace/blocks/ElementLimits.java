package dev.quartermaster.bot.workspace.blocks;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** Interactive elements; https://docs.slack.dev/reference/block-kit/block-elements. */
final class ElementLimits {
    private static final Set<String> IN_SECTION = Set.of(
            "button",
            "image",
            "overflow",
            "static_select",
            "multi_static_select",
            "external_select",
            "users_select",
            "conversations_select",
            "datepicker",
            "timepicker",
            "checkboxes",
            "radio_buttons");
    private static final Set<String> IN_ACTIONS = Set.of(
            "button",
            "overflow",
            "static_select",
            "multi_static_select",
            "external_select",
            "users_select",
            "conversations_select",
            "datepicker",
            "timepicker",
            "checkboxes",
            "radio_buttons");
    private static final Set<String> IN_INPUT = Set.of(
            "plain_text_input",
            "number_input",
            "email_text_input",
            "url_text_input",
            "static_select",
            "multi_static_select",
            "external_select",
            "users_select",
            "conversations_select",
            "datepicker",
            "timepicker",
            "checkboxes",
            "radio_buttons");

    private ElementLimits() {}

    static void inSection(PayloadCursor element) {
        check(element, IN_SECTION);
    }

    static void inActions(PayloadCursor element) {
        check(element, IN_ACTIONS);
    }

    static void inInput(PayloadCursor element) {
        check(element, IN_INPUT);
    }

    static void image(PayloadCursor image) {
        if (!image.object("image_url", "slack_file", "alt_text")) return;
        source(image);
        image.requiredText("alt_text", 2_000);
    }

    static void source(PayloadCursor image) {
        if (image.has("image_url") == image.has("slack_file"))
            image.problem("must provide exactly one of image_url and slack_file");
        if (image.has("image_url")) image.at("image_url").text(1, 3_000);
    }

    private static void check(PayloadCursor element, Set<String> allowed) {
        String type = element.string("type");
        if (!element.node().isObject() || !allowed.contains(type)) {
            element.at("type").problem("unsupported type: " + type);
            return;
        }
        if (element.has("action_id")) element.at("action_id").text(1, 255);
        TextLimits.confirm(element);
        if (element.has("placeholder")) TextLimits.plain(element.at("placeholder"), 150);
        switch (type) {
            case "image" -> image(element);
            case "button" -> button(element);
            case "overflow" -> {
                element.object("action_id", "options", "confirm");
                options(element, 5, false);
            }
            case "checkboxes", "radio_buttons" -> choices(element, type);
            case "static_select", "multi_static_select" -> select(element, type);
            case "datepicker", "timepicker" -> moment(element, type);
            case "plain_text_input" -> plainTextInput(element);
            default -> other(element);
        }
    }

    private static void button(PayloadCursor button) {
        button.object("text", "action_id", "url", "value", "style", "confirm", "accessibility_label");
        TextLimits.requiredPlain(button, "text", 75);
        button.optionalText("value", 2_000);
        button.optionalText("url", 3_000);
        button.optionalText("accessibility_label", 75);
        button.oneOf("style", "primary", "danger");
    }

    private static void choices(PayloadCursor element, String type) {
        String initial = type.equals("checkboxes") ? "initial_options" : "initial_option";
        element.object("action_id", "options", initial, "confirm", "focus_on_load");
        options(element, 10, true);
        initial(element, element.node().path("options"));
    }

    private static void select(PayloadCursor element, String type) {
        boolean multi = type.startsWith("multi");
        element.object(
                "action_id",
                "options",
                "option_groups",
                multi ? "initial_options" : "initial_option",
                "confirm",
                "focus_on_load",
                "placeholder",
                multi ? "max_selected_items" : "placeholder");
        if (element.has("options") == element.has("option_groups")) {
            element.problem("must provide exactly one of options and option_groups");
            return;
        }
        if (element.has("options")) {
            options(element, 100, false);
            initial(element, element.node().path("options"));
            return;
        }
        element.at("option_groups").items(1, 100, (group, i) -> {
            if (!group.object("label", "options")) return;
            TextLimits.requiredPlain(group, "label", 75);
            options(group, 100, false);
        });
    }

    private static void options(PayloadCursor owner, int max, boolean mrkdwn) {
        if (!owner.required("options")) return;
        Set<String> values = new HashSet<>();
        owner.at("options").items(1, max, (option, i) -> {
            TextLimits.option(option, mrkdwn);
            if (!values.add(option.string("value"))) option.at("value").problem("option values must be unique");
        });
    }

    /** Slack refuses an initial option that differs from every option in any field. */
    private static void initial(PayloadCursor element, JsonNode options) {
        Stream<JsonNode> chosen = Stream.concat(
                Stream.of(element.node().path("initial_option")).filter(n -> !n.isMissingNode()),
                element.node().path("initial_options").valueStream());
        chosen.filter(choice -> options.valueStream().noneMatch(choice::equals))
                .forEach(choice -> element.problem("initial option is not one of the options"));
    }

    private static void moment(PayloadCursor element, String type) {
        boolean date = type.equals("datepicker");
        String initial = date ? "initial_date" : "initial_time";
        element.object("action_id", initial, "confirm", "focus_on_load", "placeholder", "timezone");
        if (!element.has(initial)) return;
        try {
            if (date) LocalDate.parse(element.string(initial));
            else java.time.LocalTime.parse(element.string(initial));
        } catch (DateTimeParseException e) {
            element.at(initial)
                    .problem(date ? "must be a date of the form YYYY-MM-DD" : "must be a time of the form HH:mm");
        }
    }

    private static void plainTextInput(PayloadCursor element) {
        element.object(
                "action_id",
                "initial_value",
                "multiline",
                "min_length",
                "max_length",
                "dispatch_action_config",
                "focus_on_load",
                "placeholder");
        element.number("min_length", 0, 3_000);
        element.number("max_length", 1, 3_000);
        element.optionalText("initial_value", 3_000);
    }

    private static void other(PayloadCursor element) {
        element.object(
                "action_id",
                "initial_value",
                "is_decimal_allowed",
                "min_value",
                "max_value",
                "initial_user",
                "initial_conversation",
                "initial_option",
                "min_query_length",
                "filter",
                "default_to_current_conversation",
                "response_url_enabled",
                "confirm",
                "focus_on_load",
                "placeholder",
                "dispatch_action_config");
        if (element.string("type").equals("number_input")) element.required("is_decimal_allowed");
        element.number("min_query_length", 0, 100);
    }
}
