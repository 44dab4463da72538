package dev.quartermaster.bot.conversation.command;

import dev.quartermaster.actions.RequestId;
import dev.quartermaster.actions.request.OriginalWords;
import dev.quartermaster.bot.announce.CardPlacements;
import dev.quartermaster.bot.conversation.dialogue.IncomingMessage;
import dev.quartermaster.bot.conversation.dialogue.ReaderChain;
import dev.quartermaster.bot.conversation.dialogue.ReadingMemory;
import dev.quartermaster.bot.conversation.dialogue.RequestFiling;
import dev.quartermaster.bot.slack.outbox.Message;
import dev.quartermaster.bot.slack.outbox.Outbox;
import dev.quartermaster.intents.intent.Intent;
import dev.quartermaster.intents.reading.Context;
import dev.quartermaster.intents.reading.Evidence;
import dev.quartermaster.intents.reading.Place;
import dev.quartermaster.intents.reading.Reading;
import dev.quartermaster.intents.reading.Utterance;
import dev.quartermaster.intents.reading.Verb;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;

/** Something else instead of what waits: the one is taken back and the other asked for, or nothing changes. */
@Component
public class ReplaceCommand implements CommandHandler {
    private static final String WORD = "replace";
    private static final String UNREAD =
            "I could not read what is to be asked for instead, so nothing was changed. `/qm help` shows the commands.";
    private static final Pattern REST = Pattern.compile("(" + RequestId.PATTERN + ")\\s+(\\S+\\s.+)", Pattern.DOTALL);

    private final RequestFiling filing;
    private final ReaderChain readings;
    private final CardPlacements threads;
    private final ReadingMemory memory;
    private final Outbox outbox;

    ReplaceCommand(
            RequestFiling filing, ReaderChain readings, CardPlacements threads, ReadingMemory memory, Outbox outbox) {
        this.filing = filing;
        this.readings = readings;
        this.threads = threads;
        this.memory = memory;
        this.outbox = outbox;
    }

    public static String of(RequestId waiting, String command) {
        return WORD + " " + waiting + " " + command;
    }

    /**
     * What a command of this says.
     *
     * @param waiting what is taken back
     * @param command what is asked for instead
     */
    public record Replacing(RequestId waiting, String command) {
        /** Empty: the command is another. */
        public static Optional<Replacing> of(String typed) {
            Matcher parts = REST.matcher(typed.startsWith(WORD + " ") ? typed.substring(WORD.length() + 1) : "");
            return parts.matches() && takesPlace(parts.group(2))
                    ? Optional.of(new Replacing(new RequestId(parts.group(1)), parts.group(2)))
                    : Optional.empty();
        }
    }

    /** Whether a command asks for something that can stand in place of another. */
    public static boolean takesPlace(String command) {
        return Verb.leading(command).filter(Verb::hasForm).isPresent();
    }

    @Override
    public List<String> words() {
        return List.of(WORD);
    }

    @Override
    public String usage() {
        return "<request> <command>";
    }

    @Override
    public String about() {
        return "Take back what still waits and ask for something else instead";
    }

    @Override
    public boolean takes(String rest) {
        Matcher parts = REST.matcher(rest);
        return parts.matches() && takesPlace(parts.group(2));
    }

    @Override
    public void perform(IncomingMessage asking, String rest) {
        Matcher parts = REST.matcher(rest);
        if (!parts.matches()) {
            return;
        }
        switch (read(asking, parts.group(2))) {
            case Reading.Understood understood
            when understood.evidence().by() == Evidence.By.SLASH
                    && understood.intents().size() == 1 ->
                replace(
                        asking,
                        new RequestId(parts.group(1)),
                        understood.intents().getFirst());
            case Reading.Ask ask -> say(asking, ask.question() + " Nothing was changed; say it again with that.");
            case Reading.Understood understood -> say(asking, UNREAD);
            case Reading.Answer answer -> say(asking, UNREAD);
            case Reading.NotOurs notOurs -> say(asking, UNREAD);
        }
    }

    private Reading read(IncomingMessage asking, String command) {
        return readings.read(
                new Utterance(
                        asking.key(),
                        asking.person(),
                        asking.place() == null ? new Place("dm", null) : asking.place(),
                        command,
                        asking.at(),
                        asking.by().zone()),
                new Context.None());
    }

    private void replace(IncomingMessage asking, RequestId before, Intent intent) {
        filing.replace(asking, before, intent, OriginalWords.plainly(asking.words()))
                .ifPresent(request -> {
                    if (memory.request(asking).filter(before::equals).isPresent()) {
                        memory.filed(asking, request.id());
                    }
                    threads.open(request.id(), new CardPlacements.Talk(asking.person(), asking.place(), "", ""));
                });
    }

    private void say(IncomingMessage asking, String words) {
        outbox.say(asking.reply(), Message.said(words));
    }
}
