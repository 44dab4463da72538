package dev.quartermaster.bot.talk;

import dev.quartermaster.actions.RequestId;
import dev.quartermaster.actions.request.Desk;
import dev.quartermaster.bot.announce.Board;
import dev.quartermaster.bot.announce.Threads;
import dev.quartermaster.bot.card.Actions;
import dev.quartermaster.bot.slack.Heard.Card;
import dev.quartermaster.bot.slack.Heard.Clicked;
import dev.quartermaster.bot.slack.outbox.Key;
import dev.quartermaster.bot.slack.outbox.Outbox;
import dev.quartermaster.bot.slack.outbox.To;
import dev.quartermaster.intents.intent.Intent.Decide.Choice;
import dev.quartermaster.intents.plan.LeaseId;
import dev.quartermaster.intents.reading.Place;
import java.util.List;
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
    private final Threads threads;
    private final Board board;
    private final Questions questions;
    private final Outbox outbox;
    private final List<Press> presses;

    Clicks(Desk desk, Threads threads, Board board, Questions questions, Outbox outbox, ObjectProvider<Press> presses) {
        this.desk = desk;
        this.threads = threads;
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
            decide(clicked, Choice.DENY);
        } else if (action.startsWith(Actions.WITHDRAW) && clicked.value().matches("req-[a-z2-7]{10}")) {
            tell(
                    clicked,
                    desk.withdraw(new RequestId(clicked.value()), clicked.by().person()));
        } else if (action.startsWith(Actions.STOP) && clicked.value().matches("lease-[a-z2-7]{10}")) {
            tell(clicked, desk.stop(new LeaseId(clicked.value()), clicked.by().person()));
        } else if (action.equals(Actions.DISMISS)) {
            questions.answered(clicked);
        } else if (action.startsWith(Actions.COMMAND)) {
            questions.answered(clicked);
            Asking asking = command(clicked);
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
        Optional<Actions.Shown> claimed = Actions.Shown.parse(clicked.value());
        if (claimed.isEmpty() || !ours(clicked, claimed.get())) {
            tell(clicked, "That is no card of mine that can still be decided. `/qm list` shows what waits for you.");
            return;
        }
        tell(
                clicked,
                desk.decide(
                        claimed.get().request(),
                        clicked.by().person(),
                        choice,
                        claimed.get().digest(),
                        ""));
    }

    /**
     * Whether the click comes from a card of ours that showed exactly this. Somebody may be quicker than our own note of
     * where Slack put the card, or the note may have died with a process: while a card of this request with this digest
     * is still to be noted, the digest alone is believed. The right to decide is judged in any case.
     */
    private boolean ours(Clicked clicked, Actions.Shown claimed) {
        // Asked first: a note made between the two questions is then seen by the second.
        boolean unnoted = threads.cards(claimed.request()).stream()
                .anyMatch(shown -> shown.digest().equals(claimed.digest()) && outbox.onItsWay(shown.card()));
        Optional<Key> card = Optional.ofNullable(clicked.on()).flatMap(on -> outbox.at(on.channel(), on.ts()));
        return card.isPresent()
                ? card.flatMap(threads::requestOf)
                        .filter(claimed.request()::equals)
                        .isPresent()
                : unnoted;
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
