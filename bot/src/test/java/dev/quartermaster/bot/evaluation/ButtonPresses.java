package dev.quartermaster.bot.evaluation;

import dev.quartermaster.bot.evaluation.WrittenMessage.Button;
import dev.quartermaster.bot.program.RunningProgram;
import dev.quartermaster.bot.slack.ButtonHandler;
import dev.quartermaster.bot.slack.Form;
import dev.quartermaster.bot.slack.SlackInteraction.Card;
import dev.quartermaster.bot.slack.SlackInteraction.Clicked;
import dev.quartermaster.bot.slack.SlackInteraction.Submitted;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Presses buttons. A form that one opens is sent in as it opens, with a reason where it asks for one. */
final class ButtonPresses {
    private static final JsonMapper JSON = JsonMapper.shared();

    private final RunningProgram program;

    ButtonPresses(RunningProgram program) {
        this.program = program;
    }

    /** @param words what is typed where a form wants words */
    void press(String person, Button button, String words) {
        ButtonHandler handler = program.context().getBeanProvider(ButtonHandler.class).stream()
                .filter(each -> each.actions().matcher(button.action()).matches())
                .findFirst()
                .orElseThrow();
        Card on = new Card(button.on().channel(), button.on().ts(), button.on().thread());
        Clicked clicked = new Clicked(
                RunningProgram.key(),
                program.speaker(person),
                program.time().now(),
                on,
                button.action(),
                button.value(),
                "trigger");
        if (!(handler instanceof Form form && sent(form, clicked, words))) {
            program.heard(conversation -> conversation.clicked(clicked, handler));
        }
    }

    private boolean sent(Form form, Clicked clicked, String words) {
        AtomicReference<JsonNode> view = new AtomicReference<>();
        program.heard(conversation -> form.open(clicked).map(JSON::readTree).ifPresent(view::set));
        if (view.get() == null) {
            return false;
        }
        Submitted submitted = new Submitted(
                RunningProgram.key(),
                clicked.by(),
                program.time().now(),
                form.id(),
                view.get().path("private_metadata").asString(""),
                values(view.get(), words));
        if (form.validate(submitted).isEmpty() && form.instead(submitted).isEmpty()) {
            program.heard(conversation -> conversation.submitted(submitted, form));
        }
        return true;
    }

    private static Map<String, List<String>> values(JsonNode view, String words) {
        Map<String, List<String>> values = new LinkedHashMap<>();
        for (JsonNode block : view.path("blocks")) {
            JsonNode element = block.path("element");
            String initial = element.path("initial_value")
                    .asString(element.path("initial_option").path("value").asString(""));
            boolean wanted = element.path("type").asString("").equals("plain_text_input")
                    && !block.path("optional").asBoolean(false);
            String value = initial.isEmpty() && wanted ? words : initial;
            if (!value.isEmpty()) {
                values.put(block.path("block_id").asString(), List.of(value));
            }
        }
        return values;
    }
}
