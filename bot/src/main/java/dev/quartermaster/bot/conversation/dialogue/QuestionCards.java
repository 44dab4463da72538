package dev.quartermaster.bot.conversation.dialogue;

import dev.quartermaster.bot.announce.StoredCommands;
import dev.quartermaster.bot.card.ActionIds;
import dev.quartermaster.bot.card.AskCard;
import dev.quartermaster.bot.conversation.dialogue.OpenQuestions.Open;
import dev.quartermaster.bot.slack.SlackInteraction.Card;
import dev.quartermaster.bot.slack.SlackInteraction.Clicked;
import dev.quartermaster.bot.slack.outbox.Message;
import dev.quartermaster.bot.slack.outbox.MessageKey;
import dev.quartermaster.bot.slack.outbox.Outbox;
import dev.quartermaster.bot.slack.outbox.Recipient;
import dev.quartermaster.bot.slack.text.Mrkdwn;
import dev.quartermaster.intents.people.PersonId;
import dev.quartermaster.intents.reading.Reading.Option;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Asks a question with one button for each option, and closes it once it was answered: where only the asker reads, its
 * buttons are removed.
 */
@Component
public class QuestionCards {
    static final String MARK = "ask:";
    private static final String SEVERAL = "That answers several open questions";
    private static final int MOST = 5;

    private final ReadingMemory memory;
    private final OpenQuestions open;
    private final RequestLines lines;
    private final StoredCommands stored;
    private final Outbox outbox;

    QuestionCards(ReadingMemory memory, OpenQuestions open, RequestLines lines, StoredCommands stored, Outbox outbox) {
        this.memory = memory;
        this.open = open;
        this.lines = lines;
        this.stored = stored;
        this.outbox = outbox;
    }

    public void ask(IncomingMessage asking, String question, List<Option> options) {
        ask(asking, question, options, null, List.of());
    }

    /**
     * @param form the command that fills in the form which says it too; null: there is none
     * @param notes beside the question and in the form, in sentences
     */
    public void ask(
            IncomingMessage asking, String question, List<Option> options, @Nullable String form, List<String> notes) {
        put(
                asking,
                asking.reply(),
                question,
                AskCard.of(question, notes, carried(options), carried(form, notes)),
                options);
    }

    /**
     * What is to be confirmed.
     *
     * @param understood in mrkdwn, already escaped
     * @param why it is not done at once, in a sentence; may be empty
     * @param notes what is assumed or left out, in sentences
     * @param facts what else its card says, in sentences; its form says that itself
     */
    public record Shown(Mrkdwn understood, String why, List<String> notes, List<String> facts) {}

    /** Shows what was understood and waits for a yes. @param options the yes first, then other readings */
    public void confirm(IncomingMessage asking, String question, Shown shown, List<Option> options) {
        String asked = (shown.why() + " " + question).strip();
        String form = carried(options.getFirst().command(), both(List.of(shown.why()), shown.notes()));
        List<String> notes = both(shown.notes(), shown.facts());
        put(
                asking,
                asking.reply(),
                asked,
                AskCard.confirm(asked, shown.understood(), notes, carried(options), form),
                options);
    }

    private static List<String> both(List<String> one, List<String> other) {
        return Stream.concat(one.stream(), other.stream()).toList();
    }

    /** Names what the asker has or asked for, so nobody else reads it. */
    public void askPrivately(IncomingMessage asking, String question, List<Option> options) {
        askPrivately(asking, question, options, null);
    }

    /** @param form the command that fills in the form which says it too; null: there is none */
    public void askPrivately(IncomingMessage asking, String question, List<Option> options, @Nullable String form) {
        put(
                asking,
                asking.privately(),
                question,
                AskCard.of(question, carried(options), carried(form, List.of())),
                options);
    }

    private List<Option> carried(List<Option> options) {
        return options.stream()
                .map(option -> new Option(option.label(), stored.value(option.command())))
                .toList();
    }

    private @Nullable String carried(@Nullable String command, List<String> notes) {
        String form = FormValue.of(command, notes);
        return form == null ? null : stored.value(form);
    }

    private void put(IncomingMessage asking, Recipient to, String question, Message card, List<Option> options) {
        String name = MARK + asking.key().value();
        MessageKey key = name.length() <= 200 ? new MessageKey(name) : null;
        memory.offer(asking, key, question, options);
        if (key == null) {
            outbox.say(to, card);
        } else {
            outbox.post(key, to, card);
        }
    }

    /** A second press would do it a second time, launch twice or ask twice; so would a yes in words after it. */
    public boolean answered(Clicked clicked) {
        Optional<MessageKey> question = card(clicked.on());
        if (question.isPresent() && !open.markAnswered(clicked.by().person(), question.get())) {
            return false;
        }
        boolean dismissed = clicked.action().equals(ActionIds.DISMISS);
        String command = dismissed ? "" : stored.command(clicked.value()).orElse("");
        PersonId person = clicked.by().person();
        question.ifPresent(key -> {
            if (dismissed) {
                close(person, key, AskCard.left());
            } else {
                chosen(person, key, command);
            }
        });
        return true;
    }

    private void close(PersonId person, MessageKey key, Mrkdwn became) {
        String title = open.title(person, key);
        memory.close(person, key);
        // Each of its lines says itself what became of it.
        if (!RequestLines.is(key)
                && outbox.where(key).filter(QuestionCards::alone).isPresent()) {
            outbox.edit(key, AskCard.closed(title, became));
        }
    }

    /**
     * Only this question is answered: another that offers the same is another wish. But which of several was meant, and
     * the question that it names, have one answer.
     */
    void chosen(PersonId person, MessageKey key, String command) {
        List<Open> beside = open.beside(person, key);
        close(person, key, AskCard.chosen(lines.named(command)));
        Optional<Open> asked =
                beside.stream().filter(each -> each.card().equals(key)).findFirst();
        Optional<Open> named = asked.filter(QuestionCards::several)
                .flatMap(which -> beside.stream()
                        .takeWhile(each -> !each.equals(which))
                        .filter(each -> !several(each) && offers(each, command))
                        .min(Comparator.comparing(
                                each -> !each.offered().getFirst().command().equals(command))));
        named.ifPresent(each -> {
            open.markAnswered(person, each.card());
            close(person, each.card(), AskCard.chosen(lines.named(command)));
        });
        named.or(() -> asked)
                .ifPresent(answered -> beside.stream()
                        .dropWhile(each -> !each.equals(answered))
                        .filter(each -> several(each) && !each.card().equals(key))
                        .filter(each -> answered.offered().stream().anyMatch(option -> offers(each, option.command())))
                        .forEach(each -> {
                            open.markAnswered(person, each.card());
                            close(person, each.card(), AskCard.left());
                        }));
    }

    /** Whether it asks which of several open questions was meant. */
    private static boolean several(Open question) {
        return question.title().startsWith(SEVERAL);
    }

    private static boolean offers(Open question, String command) {
        return question.offered().stream().anyMatch(option -> option.command().equals(command));
    }

    /**
     * A word that more than one question would take for its answer is an answer to none: each is named. Only whoever was
     * asked reads it, because some of the questions may have been put to them alone. The answer to that is one.
     */
    public boolean ambiguous(IncomingMessage asking) {
        List<Open> waiting = memory.open(asking);
        if (!waiting.isEmpty() && several(waiting.getLast())) {
            return false;
        }
        Map<String, Option> meant = new LinkedHashMap<>();
        List<String> titles = new ArrayList<>();
        for (Open each : waiting) {
            String command = PickedOption.of(asking.words(), each.offered())
                    .map(Option::command)
                    .orElse("");
            if (!command.isEmpty() && !meant.containsKey(command)) {
                int number = meant.size() + 1;
                meant.put(command, new Option(number + ". " + lines.named(command), command));
                titles.add(number + ". " + each.title() + ": " + lines.named(command));
            }
        }
        if (meant.size() < 2) {
            return false;
        }
        String question = SEVERAL + " (" + meant.size() + "), so nothing is done yet:\n" + String.join("\n", titles)
                + "\nWhich one do you mean?";
        askPrivately(asking, question, meant.values().stream().limit(MOST).toList());
        return true;
    }

    /** What was asked last was said anew with other values: the former question is answered by nothing any more. */
    public void superseded(IncomingMessage asking) {
        memory.cards(asking).forEach(key -> {
            if (RequestLines.is(key)) {
                lines.supersede(asking.person(), key);
            } else {
                open.markAnswered(asking.person(), key);
                close(asking.person(), key, AskCard.superseded());
            }
        });
        memory.close(asking);
    }

    /** The last question was answered in words: its buttons go, so that no press does it a second time. */
    public void answered(IncomingMessage asking, String command) {
        memory.cards(asking).forEach(key -> {
            open.markAnswered(asking.person(), key);
            chosen(asking.person(), key, command);
        });
        memory.close(asking);
    }

    public void left(IncomingMessage asking) {
        memory.cards(asking).forEach(key -> {
            close(asking.person(), key, AskCard.left());
            lines.dismiss(asking.person(), key);
        });
        memory.close(asking);
    }

    private Optional<MessageKey> card(@Nullable Card on) {
        return Optional.ofNullable(on)
                .flatMap(card -> outbox.at(card.channel(), card.ts()))
                .filter(key -> key.value().startsWith(MARK));
    }

    /** Whether it stands in a DM, where nobody but the asker can press it. */
    static boolean alone(@Nullable Card on) {
        return on != null && on.channel().startsWith("D");
    }
}
