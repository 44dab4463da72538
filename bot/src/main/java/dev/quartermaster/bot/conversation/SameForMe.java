package dev.quartermaster.bot.conversation;

import dev.quartermaster.bot.conversation.dialogue.IncomingMessage;
import dev.quartermaster.bot.conversation.dialogue.QuestionCards;
import dev.quartermaster.bot.conversation.dialogue.ReadingMemory;
import dev.quartermaster.intents.reading.Candidate;
import dev.quartermaster.intents.reading.KnownSlot;
import dev.quartermaster.intents.reading.Reading.Option;
import dev.quartermaster.intents.reading.Slot;
import dev.quartermaster.intents.reading.SlotName;
import dev.quartermaster.intents.reading.slash.CommandText;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;

/** "Same for me", below what somebody else asked for in a channel: shown, and asked for by a button. */
@Component
class SameForMe {
    private static final Pattern SAID = Pattern.compile(
            "\\W*(?:(?:ok|yes|and|also|oh|hi|hey|please|can i (?:get|have)|could i (?:get|have)|i(?:'d| would) (?:like|take)|i(?:'ll| will) (?:take|have)|i (?:need|want|take))\\W+){0,4}"
                    + "(?:(?:the |that )?same(?: (?:again|thing|one|please))? for me|me too|(?:one )?for me(?: too| as well)|(?:the )?same here|one for me)(?:\\W+(?:too|also|as well|please|pls|thanks))*\\W*");
    /** Whose it was, what it was called and what for is theirs. */
    private static final Set<SlotName> THEIRS =
            Set.of(KnownSlot.GRANTEE, KnownSlot.PERSON, KnownSlot.TEAM, KnownSlot.PURPOSE, KnownSlot.NAME);

    private final ReadingMemory memory;
    private final QuestionCards questions;

    SameForMe(ReadingMemory memory, QuestionCards questions) {
        this.memory = memory;
        this.questions = questions;
    }

    /** @return false: it is nothing of the kind; nothing was said */
    boolean offered(IncomingMessage asking) {
        String said = asking.words()
                .toLowerCase(java.util.Locale.ROOT)
                .replace('’', '\'')
                .strip();
        if (asking.direct() || !SAID.matcher(said).matches()) {
            return false;
        }
        Optional<Candidate> same =
                memory.saidByOthers(asking).filter(other -> other.verb().opens());
        same.ifPresent(other -> ask(asking, CommandText.of(without(other))));
        return same.isPresent();
    }

    private void ask(IncomingMessage asking, String command) {
        questions.ask(
                asking,
                "The same for you: `/qm " + command + "`. Shall I ask for it?",
                List.of(new Option("Yes, for me", command)),
                command,
                List.of());
    }

    private static Candidate without(Candidate other) {
        Map<SlotName, Slot> slots = new LinkedHashMap<>(other.slots());
        slots.keySet().removeAll(THEIRS);
        return new Candidate(other.verb(), slots, other.confidence());
    }
}
