package dev.quartermaster.bot.conversation.verb;

import dev.quartermaster.actions.request.OriginalWords;
import dev.quartermaster.bot.conversation.verb.IntentHandler.Read;
import dev.quartermaster.intents.reading.Candidate;
import dev.quartermaster.intents.reading.Evidence;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Turns a reading into the original words and slots that are stored with a request: what was typed, which reader read
 * it, and what it took from where.
 */
final class ReadingProvenance {
    private ReadingProvenance() {}

    static OriginalWords of(String words, Read read) {
        Evidence evidence = read.evidence();
        // A model's reading is of the model's name and, after a blank, of the hash of what it was told.
        int blank = evidence.by() == Evidence.By.MODEL ? evidence.version().lastIndexOf(' ') : -1;
        return new OriginalWords(
                words,
                evidence.by().name().toLowerCase(Locale.ROOT),
                blank < 0 ? evidence.version() : evidence.version().substring(0, blank),
                blank < 0 ? "" : evidence.version().substring(blank + 1),
                slots(candidate(read)));
    }

    private static @Nullable Candidate candidate(Read read) {
        Candidate own = read.from().candidate();
        List<Candidate> all = read.evidence().candidates();
        return own != null || all.size() != 1 ? own : all.getFirst();
    }

    private static List<OriginalWords.Slot> slots(@Nullable Candidate candidate) {
        return candidate == null
                ? List.of()
                : candidate.slots().entrySet().stream()
                        .map(slot -> new OriginalWords.Slot(
                                slot.getKey().text(),
                                String.valueOf(slot.getValue().value()),
                                slot.getValue().words()))
                        .toList();
    }
}
