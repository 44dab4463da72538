package dev.quartermaster.bot.conversation.home;

import dev.quartermaster.actions.RequestId;
import dev.quartermaster.actions.request.RequestService;
import dev.quartermaster.bot.conversation.command.AgainCommand;
import dev.quartermaster.bot.conversation.command.CommandHandler;
import dev.quartermaster.bot.conversation.dialogue.IncomingMessage;
import dev.quartermaster.bot.conversation.dialogue.QuestionCards;
import dev.quartermaster.bot.slack.outbox.Message;
import dev.quartermaster.bot.slack.outbox.Outbox;
import dev.quartermaster.intents.reading.Reading.Option;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;

/** {@code favourite req-… "name"} keeps one, {@code favourite remove "name"} forgets it, {@code favourite "name"} asks for it. */
@Component
class FavouriteCommand implements CommandHandler {
    private static final Pattern KEEP =
            Pattern.compile("(" + RequestId.PATTERN + ")\\s+[\"“]?([^\"“”\\n]{1,40}?)[\"”]?");
    private static final Pattern REMOVE = Pattern.compile("remove\\s+[\"“]?([^\"“”\\n]{1,40}?)[\"”]?");
    private static final Pattern NAME = Pattern.compile("[\"“]?([^\"“”\\n]{1,40}?)[\"”]?");

    private final Favourites favourites;
    private final AgainCommand again;
    private final RequestService desk;
    private final QuestionCards questions;
    private final Outbox outbox;

    FavouriteCommand(
            Favourites favourites, AgainCommand again, RequestService desk, QuestionCards questions, Outbox outbox) {
        this.favourites = favourites;
        this.again = again;
        this.desk = desk;
        this.questions = questions;
        this.outbox = outbox;
    }

    @Override
    public List<String> words() {
        return List.of("favourite", "favourites", "favorite", "favorites");
    }

    @Override
    public String usage() {
        return "[<request> \"name\" | remove \"name\" | \"name\"]";
    }

    @Override
    public String about() {
        return "Keep what you ask for often under a name, see them, or ask for one";
    }

    @Override
    public void perform(IncomingMessage asking, String rest) {
        Matcher keep = KEEP.matcher(rest);
        Matcher remove = REMOVE.matcher(rest);
        Matcher name = NAME.matcher(rest);
        if (rest.isBlank()) {
            list(asking);
        } else if (keep.matches()) {
            keep(asking, new RequestId(keep.group(1)), keep.group(2).strip());
        } else if (remove.matches()) {
            boolean gone = favourites.forget(asking.person(), remove.group(1).strip());
            say(asking, gone ? "Forgotten." : "You have no favourite of that name. `/qm favourites` shows them.");
        } else if (name.matches()) {
            favourites
                    .named(asking.person(), name.group(1).strip())
                    .ifPresentOrElse(
                            request -> again.ask(asking, request),
                            () -> say(asking, "You have no favourite of that name. `/qm favourites` shows them."));
        } else {
            say(asking, "Write it as: /qm favourite req-… \"name\".");
        }
    }

    private void keep(IncomingMessage asking, RequestId id, String name) {
        boolean theirs = desk.find(id)
                .filter(request -> request.askers().contains(asking.person()) && request.extending() == null)
                .isPresent();
        if (!theirs) {
            say(asking, "You did not ask for " + id + ". `/qm list` shows what is yours.");
        } else if (favourites.keep(asking.person(), name, id)) {
            say(asking, "Kept. `/qm favourite \"" + name + "\"` asks for it again; it is in your Home, too.");
        } else {
            say(
                    asking,
                    "There are " + Favourites.MOST + " already. `/qm favourite remove \"name\"` makes room for one.");
        }
    }

    private void list(IncomingMessage asking) {
        List<Option> options = new ArrayList<>();
        favourites.of(asking.person()).forEach(each -> options.add(new Option(each.name(), "again " + each.request())));
        if (options.isEmpty()) {
            say(
                    asking,
                    "None yet. `/qm favourite req-… \"name\"` keeps a request of yours; `/qm list` shows their ids.");
        } else {
            questions.ask(asking, "Your favourites; one is asked for anew when you press it.", options);
        }
    }

    private void say(IncomingMessage asking, String words) {
        outbox.say(asking.reply(), Message.said(words));
    }
}
