package dev.quartermaster.bot.slack.stand;

import dev.quartermaster.bot.slack.ButtonHandler;
import dev.quartermaster.bot.slack.Conversation;
import dev.quartermaster.bot.slack.Form;
import dev.quartermaster.bot.slack.SlackInteraction;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.regex.Pattern;

/** Remembers what it heard; a test may make it do more, or fail. */
public final class Listener implements Conversation, Form {
    private final List<SlackInteraction> heard = new CopyOnWriteArrayList<>();
    private final List<SlackInteraction> forms = new CopyOnWriteArrayList<>();
    private volatile Consumer<SlackInteraction> then = it -> {};
    private volatile Function<SlackInteraction.Clicked, Optional<String>> view =
            it -> Optional.of("{\"type\":\"modal\"}");
    private volatile Map<String, String> errors = Map.of();

    public void then(Consumer<SlackInteraction> then) {
        this.then = then;
    }

    public void view(Function<SlackInteraction.Clicked, Optional<String>> view) {
        this.view = view;
    }

    public void errors(Map<String, String> errors) {
        this.errors = errors;
    }

    public List<SlackInteraction> heard() {
        return heard;
    }

    public List<SlackInteraction> forms() {
        return forms;
    }

    public void reset() {
        heard.clear();
        forms.clear();
        then = it -> {};
        view = it -> Optional.of("{\"type\":\"modal\"}");
        errors = Map.of();
    }

    private void hear(SlackInteraction it) {
        then.accept(it);
        heard.add(it);
    }

    @Override
    public void said(SlackInteraction.Said said) {
        hear(said);
    }

    @Override
    public void commanded(SlackInteraction.Commanded commanded) {
        hear(commanded);
    }

    @Override
    public void clicked(SlackInteraction.Clicked clicked, ButtonHandler button) {
        button.clicked(clicked);
    }

    @Override
    public void outdated(SlackInteraction.Clicked clicked) {
        hear(clicked);
    }

    @Override
    public void submitted(SlackInteraction.Submitted submitted, Form form) {
        form.submitted(submitted);
    }

    @Override
    public void submitted(SlackInteraction.Submitted submitted) {
        hear(submitted);
    }

    @Override
    public void homeOpened(SlackInteraction.HomeOpened opened) {
        hear(opened);
    }

    @Override
    public Pattern actions() {
        return Pattern.compile("open:.*");
    }

    @Override
    public void clicked(SlackInteraction.Clicked clicked) {
        hear(clicked);
    }

    @Override
    public Optional<String> open(SlackInteraction.Clicked clicked) {
        forms.add(clicked);
        return view.apply(clicked);
    }

    /** The form that the tests send in. */
    @Override
    public String id() {
        return "launch";
    }

    @Override
    public Map<String, String> validate(SlackInteraction.Submitted submitted) {
        return errors;
    }
}
