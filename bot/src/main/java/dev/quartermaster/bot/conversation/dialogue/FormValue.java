package dev.quartermaster.bot.conversation.dialogue;

import dev.quartermaster.actions.RequestId;
import dev.quartermaster.bot.card.ActionIds;
import dev.quartermaster.intents.reading.Reading;
import dev.quartermaster.intents.reading.Verb;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What a button carries that opens the form of a reading. */
final class FormValue {
    private static final Pattern INSTEAD = Pattern.compile("^replace " + RequestId.PATTERN + " ");

    private FormValue() {}

    /**
     * @param command as far as it goes; null: there is none
     * @param notes what is assumed of it, or was said and is not in it, one sentence each
     * @return null: it is none of a launch, access to data, an extension or another size
     */
    static @Nullable String of(@Nullable String command, List<String> notes) {
        String left = notes.stream()
                .filter(note -> !note.isBlank())
                .map(FormValue::inForm)
                .collect(Collectors.joining("\n"));
        return command != null
                        && Verb.leading(INSTEAD.matcher(command).replaceFirst(""))
                                .filter(Verb::hasForm)
                                .isPresent()
                ? new ActionIds.Filled(command, left).value()
                : null;
    }

    private static String inForm(String note) {
        return note.startsWith(Reading.LEFT_OUT)
                ? "Not taken over: " + note.substring(Reading.LEFT_OUT.length())
                : note;
    }
}
