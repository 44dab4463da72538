package dev.quartermaster.bot.conversation.dialogue;

import dev.quartermaster.intents.reading.Choices;
import dev.quartermaster.intents.reading.Reading.Option;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Pattern;

/** Which of the options of a question words pick: one of them, or all of several requests. */
public final class PickedOption {
    /** The option that stands for all the others. */
    static final String ALL = "Ask for all of it";

    private static final Pattern EVERY = Pattern.compile(
            "\\W*(?:(?:yes|ok(?:ay)?|sure|please)\\W+)?(?:(?:ask for|get|take|do|start|launch|i want|i need) )?(?:me )?(?:both|all|everything)"
                    + "(?: (?:of )?(?:it|them|these|those|two|three|four|five))?(?: please| pls| thanks)?\\W*");

    private PickedOption() {}

    public static Optional<Option> of(String words, List<Option> offered) {
        // "The last one" is one of them, and never all.
        List<Option> each =
                offered.stream().filter(option -> !option.label().equals(ALL)).toList();
        OptionalInt one = Choices.pick(words, each.stream().map(Option::label).toList());
        return one.isPresent()
                ? Optional.of(each.get(one.getAsInt()))
                : offered.stream()
                        .filter(option -> option.label().equals(ALL))
                        .filter(all -> every(words)
                                || Choices.pick(words, List.of(ALL)).isPresent())
                        .findFirst();
    }

    private static boolean every(String words) {
        return EVERY.matcher(words.toLowerCase(Locale.ROOT).strip()).matches();
    }
}
