package dev.quartermaster.bot.conversation.dialogue;

import dev.quartermaster.bot.card.Wording;
import dev.quartermaster.bot.slack.text.Mrkdwn;
import dev.quartermaster.intents.reading.Candidate;
import dev.quartermaster.intents.reading.Evidence;
import dev.quartermaster.intents.reading.Slot;
import dev.quartermaster.intents.reading.SlotName;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** Renders a reading as one line, each value with the words it came from, so that a misreading is seen at once. */
public final class ReadingLine {
    private static final int MOST_QUOTED = 40;

    private ReadingLine() {}

    public static Mrkdwn line(Candidate candidate, Evidence evidence) {
        if (evidence.by() == Evidence.By.SLASH) {
            return Mrkdwn.ours("");
        }
        Mrkdwn line = Mrkdwn.ours("understood as _" + candidate.verb().word() + "_");
        Set<String> quoted = new HashSet<>();
        for (Map.Entry<SlotName, Slot> each : candidate.slots().entrySet()) {
            Slot slot = each.getValue();
            String value = Wording.value(slot.value());
            line = line.and(" · ")
                    .and(Mrkdwn.theirs(each.getKey().text().replace('_', ' ') + " "))
                    .and(Wording.shown(value));
            // A quotation of the whole sentence, or of the same words twice, shows nobody what was misread.
            boolean tells =
                    slot.words().length() <= MOST_QUOTED && !slot.words().equalsIgnoreCase(value);
            if (tells && !slot.words().isBlank() && quoted.add(slot.words())) {
                line = line.and(" (“").and(Wording.shown(slot.words())).and("”)");
            } else if (slot.words().isBlank()) {
                line = line.and(" (assumed)");
            }
        }
        return line;
    }
}
