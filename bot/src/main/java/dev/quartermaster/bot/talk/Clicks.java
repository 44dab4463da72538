package dev.quartermaster.bot.talk;

import dev.quartermaster.actions.RequestId;
import dev.quartermaster.actions.request.Desk;
import dev.quartermaster.actions.request.Less;
import dev.quartermaster.bot.announce.Board;
import dev.quartermaster.bot.announce.StoredCommands;
import dev.quartermaster.bot.card.Actions;
import dev.quartermaster.bot.slack.Heard.Card;
import dev.quartermaster.bot.slack.Heard.Clicked;
import dev.quartermaster.bot.slack.outbox.Outbox;
import dev.quartermaster.bot.slack.outbox.To;
import dev.quartermaster.intents.intent.Intent.Decide.Choice;
import dev.quartermaster.intents.plan.LeaseId;
import dev.quartermaster.intents.reading.Place;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Buttons. Their values are claims: a decision counts only on the card it was posted on, and every right is judged again. */
@Component
class Clicks {
    /** The only value that is more than one command: what people wrote can never add one. */
    private static final Pattern SEVERAL = Pattern.compile("stop lease-[a-z2-7]{10}(?:; stop lease-[a-z2-7]{10}){1,9}");

    private final Desk desk;
    private final Posted posted;
    private final Board board;
    private final Questions questions;
    private final StoredCommands stored;
    private final Outbox outbox;
    private final List<Press> presses;

    Clicks(
            Desk desk,
            Posted posted,
            Board board,
            Questions questions,
            StoredCommands stored,
            Outbox outbox,
            ObjectProvider<Press> presses) {
        this.stored = stored;
        this.desk = desk;
        this.posted = posted;
        this.board = board;
        this.questions = questions;
        this.outbox = outbox;
        this.presses = presses.orderedStream().toList();
    }

    /** @param say answers a click that means a slash command */
    void clicked(Clicked clicked, Consumer<Asking> say) {
        String action = clicked.action();
        if (action.equals(Actions.APPROVE)) {
            decide(clicked, Choice.APPROVE);
        } else if (action.equals(Actions.DENY)) {
            // Its form did not open: the desk says why not, or somebody became entitled this moment and it is their no.
            decide(clicked, Choice.DENY);
        } else if (action.equals(Actions.LESS) || action.equals(Actions.QUESTION)) {
            notOpened(clicked);
        } else if (action.startsWith(Actions.WITHDRAW) && clicked.value().matches("req-[a-z2-7]{10}")) {
            tell(
                    clicked,
                    desk.withdraw(new RequestId(clicked.value()), clicked.by().person()));
        } else if (action.startsWith(Actions.STOP) && clicked.value().matches("lease-[a-z2-7]{10}")) {
            tell(clicked, desk.stop(new LeaseId(clicked.value()), clicked.by().person()));
        } else if (action.equals(Actions.DISMISS)) {
            questions.answered(clicked);
        } else if (action.startsWith(Actions.COMMAND)) {
            Optional<String> command = stored.command(clicked.value());
            if (command.isEmpty()) {
                tell(clicked, "That button is too old to be sure what it means. Say what you need once more.");
                return;
            }
            if (!questions.answered(clicked)) {
                tell(clicked, "That was answered already. Say what you need once more if it is to be done again.");
                return;
            }
            Asking asking = command(clicked).saying(command.get());
            List<String> commands = SEVERAL.matcher(asking.words()).matches()
                    ? List.of(asking.words().split("; "))
                    : List.of(asking.words());
            for (int number = 0; number < commands.size(); number++) {
                say.accept(asking.part(number).saying(commands.get(number)));
            }
        } else if (presses.stream().anyMatch(press -> press.takes(action))) {
            presses.stream()
                    .filter(press -> press.takes(action))
                    .findFirst()
                    .orElseThrow()
                    .pressed(clicked);
        } else {
            tell(clicked, "That button means nothing any more. Say what you need, or `/qm help`.");
        }
    }

    private void decide(Clicked clicked, Choice choice) {
        Optional<Actions.Shown> shown = posted.shown(clicked);
        if (shown.isEmpty()) {
            tell(clicked, "That is no card of mine that can still be decided. `/qm list` shows what waits for you.");
            return;
        }
        tell(
                clicked,
                desk.decide(
                        shown.get().request(),
                        clicked.by().deciding(),
                        choice,
                        shown.get().digest(),
                        ""));
    }

    /** Nothing is decided by it; a form that does not open must at least say why. */
    private void notOpened(Clicked clicked) {
        Optional<Actions.Shown> shown = posted.shown(clicked);
        Optional<String> why = shown.flatMap(each ->
                desk.hindrance(each.request(), clicked.by().person(), new Less(Map.of(), null, null), each.digest()));
        shown.flatMap(each -> desk.find(each.request())).ifPresent(board::refresh);
        tell(clicked, why.orElse("That is no card of mine that can still be decided. Look at the newest one."));
    }

    /** An option's command is whoever presses it asking in their own name. */
    private static Asking command(Clicked clicked) {
        Card on = clicked.on();
        boolean direct = on == null || on.channel().startsWith("D");
        Place place =
                on == null ? null : new Place(on.channel(), on.thread() == null && !direct ? on.ts() : on.thread());
        return new Asking(clicked.key(), clicked.by(), clicked.at(), place, direct, clicked.value());
    }

    private void tell(Clicked clicked, Desk.Answer answer) {
        switch (answer) {
            case Desk.Answer.Done done -> {}
            case Desk.Answer.Declined(String words) -> tell(clicked, words);
            case Desk.Answer.Stale(var request, String words) -> {
                board.post(request);
                tell(clicked, words);
            }
        }
    }

    /** Only whoever clicked reads the answer; in a DM that is everybody there. */
    private void tell(Clicked clicked, String words) {
        Card on = clicked.on();
        if (on == null || on.channel().startsWith("D")) {
            outbox.say(new To.Person(clicked.by().person()), Talk.text(words));
        } else {
            outbox.ephemeral(on.channel(), clicked.by().user(), Talk.text(words));
        }
    }
}
