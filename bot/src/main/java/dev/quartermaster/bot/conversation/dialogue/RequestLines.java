package dev.quartermaster.bot.conversation.dialogue;

import dev.quartermaster.actions.Sha256;
import dev.quartermaster.bot.announce.StoredCommands;
import dev.quartermaster.bot.card.request.RequestLinesCard;
import dev.quartermaster.bot.conversation.dialogue.StoredLines.Stored;
import dev.quartermaster.bot.slack.outbox.Message;
import dev.quartermaster.bot.slack.outbox.MessageKey;
import dev.quartermaster.bot.slack.outbox.Outbox;
import dev.quartermaster.bot.slack.text.Mrkdwn;
import dev.quartermaster.intents.people.PersonId;
import dev.quartermaster.intents.reading.Choices;
import dev.quartermaster.intents.reading.Reading.Option;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * Messages with a line for each of several requests. Each is asked for once, by a button of its line, by its form, in words
 * or with all the others, and only by whom it was shown to.
 */
@Component
public class RequestLines {
    private static final String GONE = "Those buttons are gone. Say what you need once more.";
    private static final String OTHERS =
            "Only whoever asked can do that. Say what you need, and it is your own request.";
    private static final String DONE =
            "That was asked for already, or left, so nothing is done. Say it once more if it is to be done again.";

    private final StoredLines lines;
    private final ReadingMemory memory;
    private final StoredCommands stored;
    private final Outbox outbox;

    RequestLines(StoredLines lines, ReadingMemory memory, StoredCommands stored, Outbox outbox) {
        this.lines = lines;
        this.memory = memory;
        this.stored = stored;
        this.outbox = outbox;
    }

    /** What a command comes to that a button of such a message carries. */
    public sealed interface Taken {
        /** To be carried out in this order. */
        record Commands(List<String> commands) implements Taken {}

        record Nothing(String why) implements Taken {}
    }

    /** @param head what is said above the lines */
    public void show(IncomingMessage asking, String head, List<RequestLine> shown) {
        MessageKey card = new MessageKey(
                TakeCommand.MARK + Sha256.hex(asking.key().value()).substring(0, 32));
        for (int number = 0; number < shown.size(); number++) {
            lines.add(card, number, asking.person(), head, shown.get(number));
        }
        List<Stored> all = lines.of(card);
        outbox.post(card, asking.reply(), drawn(card, all));
        memory.offer(asking, card, head, offered(card, all));
    }

    static boolean is(MessageKey card) {
        return card.value().startsWith(TakeCommand.MARK);
    }

    /** What a word may pick: what is asked about where something is, otherwise each of them, or all. */
    private static List<Option> offered(MessageKey card, List<Stored> all) {
        List<Stored> asked =
                all.stream().filter(each -> !each.line().complete()).toList();
        if (!asked.isEmpty() && all.size() > asked.size()) {
            // Its lines are numbered: "the first one" would be a line to whoever says it, and an option to us.
            return List.of();
        }
        if (!asked.isEmpty()) {
            return asked.reversed().stream()
                    .map(each -> options(card, each))
                    .filter(options -> !options.isEmpty())
                    .findFirst()
                    .orElse(List.of());
        }
        List<Option> offered = new ArrayList<>();
        // By nothing that a new request may say too.
        all.forEach(each -> offered.add(new Option(
                "Request " + (each.number() + 1), options(card, each).getFirst().command())));
        all(card, all).ifPresent(offered::add);
        return offered;
    }

    /** What the buttons of a line say and mean. */
    private static List<Option> options(MessageKey card, Stored line) {
        List<Option> options = new ArrayList<>();
        for (Option option : line.line().options()) {
            TakeCommand take = new TakeCommand(card, false, line.number(), options.size());
            options.add(new Option(option.label(), take.command()));
        }
        return options;
    }

    /** Only where nothing is left to say of any of those that wait. */
    private static Optional<Option> all(MessageKey card, List<Stored> all) {
        List<Stored> open = all.stream().filter(Stored::open).toList();
        return open.size() > 1 && open.stream().allMatch(each -> each.line().complete())
                ? Optional.of(new Option(PickedOption.ALL, TakeCommand.all(card).command()))
                : Optional.empty();
    }

    /** What is to be carried out for a command that one of our buttons carries; empty: it is another command. */
    public Optional<Taken> take(IncomingMessage asking) {
        return TakeCommand.of(asking.words()).map(take -> taken(asking.person(), take));
    }

    private Taken taken(PersonId person, TakeCommand take) {
        List<Stored> meant = lines.of(take.card()).stream()
                .filter(each -> take.means(each.number()))
                .toList();
        return closed(person, meant).<Taken>map(Taken.Nothing::new).orElseGet(() -> commands(person, take, meant));
    }

    private Taken commands(PersonId person, TakeCommand take, List<Stored> meant) {
        List<String> commands = meant.stream()
                .filter(each -> take.option() < each.line().options().size())
                .filter(each -> each.line().complete() || !take.all())
                .filter(each -> lines.end(take.card(), each.number(), person, StoredLines.ASKED))
                .map(each -> each.line().options().get(take.option()).command())
                .toList();
        draw(take.card());
        return commands.isEmpty() ? new Taken.Nothing(DONE) : new Taken.Commands(commands);
    }

    private static Optional<String> closed(PersonId person, List<Stored> meant) {
        if (meant.isEmpty()) {
            return Optional.of(GONE);
        }
        if (!meant.getFirst().person().equals(person)) {
            return Optional.of(OTHERS);
        }
        return meant.stream().anyMatch(Stored::open) ? Optional.empty() : Optional.of(DONE);
    }

    /** Why the form of a line does not open, in a sentence; empty: it does. */
    Optional<String> closed(PersonId person, MessageKey card, int number) {
        return closed(
                person,
                lines.of(card).stream().filter(each -> each.number() == number).toList());
    }

    /** By its form. @return false: it was asked for before, or left */
    boolean markAsked(PersonId person, MessageKey card, int number) {
        boolean first = lines.end(card, number, person, StoredLines.ASKED);
        draw(card);
        return first;
    }

    /** What was said last of it was said anew with other values: that one is left. */
    void supersede(PersonId person, MessageKey card) {
        lines.of(card).stream()
                .filter(each -> each.line().last())
                .forEach(each -> lines.end(card, each.number(), person, StoredLines.LEFT));
        draw(card);
    }

    void dismiss(PersonId person, MessageKey card) {
        lines.of(card).forEach(each -> lines.end(card, each.number(), person, StoredLines.LEFT));
        draw(card);
    }

    /** A command for people to read: what a button of such a message carries says nothing by itself. */
    String named(String command) {
        return TakeCommand.of(command).map(this::named).orElse(command);
    }

    private String named(TakeCommand take) {
        return take.all()
                ? PickedOption.ALL
                : lines.of(take.card()).stream()
                        .filter(each -> take.means(each.number()))
                        .map(each -> each.line().options())
                        .filter(options -> take.option() < options.size())
                        .map(options -> options.get(take.option()).command())
                        .findFirst()
                        .orElse(Choices.ASK_FOR_IT);
    }

    private void draw(MessageKey card) {
        List<Stored> all = lines.of(card);
        if (!all.isEmpty()) {
            outbox.edit(card, drawn(card, all));
        }
    }

    private Message drawn(MessageKey card, List<Stored> all) {
        return RequestLinesCard.of(
                Mrkdwn.said(all.getFirst().head()),
                all.stream().map(each -> drawn(card, each)).toList(),
                all(card, all).orElse(null));
    }

    private RequestLinesCard.Line drawn(MessageKey card, Stored each) {
        RequestLine line = each.line();
        String form = FormValue.of(line.form(), line.left());
        return new RequestLinesCard.Line(
                each.number(),
                line.words(),
                each.open() ? options(card, each) : List.of(),
                form == null || !each.open() ? null : stored.value(form),
                each.became());
    }
}
