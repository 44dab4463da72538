package dev.quartermaster.intents.reading;

import java.util.List;

/**
 * How a verb is written as a command; its options are those of its slots.
 *
 * @param rank among the commands of the help; 0: not in the help, because the words are easier
 * @param about one line of help
 * @param places what is said by position; the optional ones last
 */
public record CommandForm(int rank, String about, String example, List<Field> places) {
    public CommandForm {
        places = List.copyOf(places);
    }

    static CommandForm of(int rank, String about, String example, Field... places) {
        return new CommandForm(rank, about, example, List.of(places));
    }

    static CommandForm unlisted(String about, String example, Field... places) {
        return of(0, about, example, places);
    }
}
