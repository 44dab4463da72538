package dev.quartermaster.bot.slack.app;

import static com.slack.api.model.block.composition.BlockCompositions.plainText;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import com.slack.api.app_backend.interactive_components.payload.BlockSuggestionPayload;
import com.slack.api.app_backend.interactive_components.response.Option;
import com.slack.api.app_backend.slash_commands.payload.SlashCommandPayload;
import com.slack.api.bolt.App;
import com.slack.api.bolt.AppConfig;
import com.slack.api.bolt.context.builtin.ActionContext;
import com.slack.api.bolt.context.builtin.ViewSubmissionContext;
import com.slack.api.bolt.middleware.builtin.SSLCheck;
import com.slack.api.bolt.request.Request;
import com.slack.api.bolt.request.builtin.BlockActionRequest;
import com.slack.api.bolt.request.builtin.EventRequest;
import com.slack.api.bolt.request.builtin.SlashCommandRequest;
import com.slack.api.bolt.request.builtin.ViewSubmissionRequest;
import com.slack.api.bolt.response.Response;
import com.slack.api.model.event.AppHomeOpenedEvent;
import com.slack.api.model.event.AppMentionEvent;
import com.slack.api.model.event.MessageEvent;
import com.slack.api.model.event.MessageFileShareEvent;
import com.slack.api.model.view.View;
import dev.quartermaster.bot.slack.ButtonHandler;
import dev.quartermaster.bot.slack.Conversation;
import dev.quartermaster.bot.slack.Form;
import dev.quartermaster.bot.slack.SlackInteraction.Clicked;
import dev.quartermaster.bot.slack.SlackInteraction.Submitted;
import dev.quartermaster.bot.slack.web.SlackWebClient;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * The Bolt app: every command, action, submission and event Slack may send, and the handler that takes it. Requests
 * that wait for an answer and those that come back from the inbox run through the same handlers; that they are Slack's
 * was checked before.
 */
@Component
public final class SlackApp {
    /** A click that opens a form now has none to open: it is to be worked like any other. */
    public static final int NOTHING_TO_OPEN = 404;

    private static final Pattern ANY = Pattern.compile(".*", Pattern.DOTALL);
    private static final Set<String> EVENTS = Set.of("message", "message:file_share", "app_mention", "app_home_opened");

    private final App app;
    private final SlackRequests requests;
    private final Conversation conversation;
    private final List<ButtonHandler> buttons;
    private final List<Form> forms;
    private final ModalOpener window;

    /** @param buttons the forms among them */
    SlackApp(Conversation conversation, List<ButtonHandler> buttons, ModalOpener window, SlackWebClient web) {
        this.conversation = conversation;
        this.buttons = buttons;
        this.forms = buttons.stream()
                .filter(Form.class::isInstance)
                .map(Form.class::cast)
                .toList();
        this.window = window;
        AppConfig config = AppConfig.builder()
                .slack(web.client())
                .singleTeamBotToken(null)
                .unmatchedRequestHandler(this::unmatched)
                .build();
        this.requests = new SlackRequests(config);
        this.app = new App(config, web.client(), List.of(new SSLCheck(null)));
        commands();
        events();
        buttons();
        forms();
        options();
    }

    /** One command, under whatever name it was given where the app was installed. */
    private void commands() {
        app.command(ANY, (request, context) -> {
            InteractionContext from = InteractionContext.of(context);
            if (from.waiting()) return typed(request.getPayload(), from);
            conversation.commanded(Interactions.commanded(request.getPayload(), from));
            return context.ack();
        });
    }

    private Response typed(SlashCommandPayload payload, InteractionContext from) {
        for (Form form : forms) {
            Optional<Clicked> meant = form.typed(words(payload)).map(value -> Interactions.typed(payload, value, from));
            if (meant.isPresent())
                return window.openedOrNot(form, meant.get()) ? Response.ok() : Response.error(NOTHING_TO_OPEN);
        }
        return Response.error(NOTHING_TO_OPEN);
    }

    private static String words(SlashCommandPayload payload) {
        return payload.getText() == null ? "" : payload.getText().strip();
    }

    private void events() {
        app.event(MessageEvent.class, (payload, context) -> {
            MessageEvent it = payload.getEvent();
            conversation.said(
                    Interactions.said(it.getChannel(), it.getThreadTs(), it.getTs(), InteractionContext.of(context)));
            return context.ack();
        });
        app.event(MessageFileShareEvent.class, (payload, context) -> {
            MessageFileShareEvent it = payload.getEvent();
            conversation.said(
                    Interactions.said(it.getChannel(), it.getThreadTs(), it.getTs(), InteractionContext.of(context)));
            return context.ack();
        });
        app.event(AppMentionEvent.class, (payload, context) -> {
            conversation.said(Interactions.mentioned(payload.getEvent(), InteractionContext.of(context)));
            return context.ack();
        });
        app.event(AppHomeOpenedEvent.class, (payload, context) -> {
            conversation.homeOpened(Interactions.opened(payload.getEvent(), InteractionContext.of(context)));
            return context.ack();
        });
    }

    private void buttons() {
        for (ButtonHandler button : buttons) {
            app.blockAction(button.actions(), (request, context) -> clicked(button, request, context));
        }
    }

    private void forms() {
        for (Form form : forms) {
            app.viewSubmission(form.id(), (request, context) -> submitted(form, request, context));
        }
    }

    private void options() {
        app.blockSuggestion(ANY, (request, context) -> {
            BlockSuggestionPayload asked = request.getPayload();
            List<Option> found = form(asked.getView()).stream()
                    .flatMap(form ->
                            form.choices(asked.getBlockId(), asked.getValue() == null ? "" : asked.getValue()).stream())
                    .limit(100)
                    .map(choice -> new Option(plainText(choice.label()), choice.value()))
                    .toList();
            return context.ack(answer -> answer.options(found));
        });
    }

    /** Whose view it is. */
    private Optional<Form> form(@Nullable View view) {
        return forms.stream()
                .filter(form -> view != null && form.id().equals(view.getCallbackId()))
                .findFirst();
    }

    private Response clicked(ButtonHandler button, BlockActionRequest request, ActionContext context) {
        InteractionContext from = InteractionContext.of(context);
        Optional<Form> filled = form(request.getPayload().getView());
        if (from.waiting() && filled.isPresent()) {
            window.changed(
                    filled.get(),
                    Interactions.soFar(request.getPayload(), from),
                    request.getPayload().getView());
            return context.ack();
        }
        Clicked clicked = Interactions.clicked(request.getPayload(), from);
        if (from.waiting() && button instanceof Form form) {
            return window.opened(form, clicked) ? context.ack() : Response.error(NOTHING_TO_OPEN);
        }
        conversation.clicked(clicked, button);
        return context.ack();
    }

    private Response submitted(Form form, ViewSubmissionRequest request, ViewSubmissionContext context) {
        InteractionContext from = InteractionContext.of(context);
        Submitted submitted = Interactions.submitted(request.getPayload(), from);
        if (!from.waiting()) {
            conversation.submitted(submitted, form);
            return context.ack();
        }
        Map<String, String> errors = form.validate(submitted);
        if (!errors.isEmpty()) {
            return context.ackWithErrors(errors);
        }
        return form.instead(submitted).map(view -> context.ack(update(view))).orElseGet(context::ack);
    }

    /** As we wrote it: Bolt's own view has no place for blocks newer than itself. */
    private static JsonObject update(String view) {
        JsonObject answer = new JsonObject();
        answer.addProperty("response_action", "update");
        answer.add("view", JsonParser.parseString(view));
        return answer;
    }

    /**
     * A button that is nobody's any more, or several actions at once, of which the first counts: Bolt calls no handler
     * for either. What else it does not know, a form of before among it, is let go.
     */
    private Response unmatched(Request<?> request) {
        if (!(request instanceof BlockActionRequest click)) return Response.ok();
        Clicked clicked = Interactions.clicked(click.getPayload(), InteractionContext.of(click.getContext()));
        Optional<ButtonHandler> button = buttons.stream()
                .filter(each -> each.actions().matcher(clicked.action()).matches())
                .findFirst();
        if (button.isPresent()) return clicked(button.get(), click, click.getContext());
        conversation.outdated(clicked);
        return Response.ok();
    }

    public SlackRequests requests() {
        return requests;
    }

    /** Whether there is a handler for it. */
    public boolean hears(EventRequest event) {
        return EVENTS.contains(event.getEventTypeAndSubtype());
    }

    /** Whether a click on this action is answered while Slack waits. */
    public boolean opensForm(String action) {
        return forms.stream().anyMatch(form -> form.actions().matcher(action).matches());
    }

    /** Whether a form that is open was filled in further, which changes nothing but the form. */
    public boolean fillsForm(BlockActionRequest click) {
        return form(click.getPayload().getView()).isPresent();
    }

    /** Whether a typed command opens a form. */
    public boolean opensForm(SlashCommandRequest command) {
        return forms.stream()
                .anyMatch(form -> form.typed(words(command.getPayload())).isPresent());
    }

    public Response run(Request<?> request) {
        try {
            return app.run(request);
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}
