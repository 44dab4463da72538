package dev.quartermaster.intents.reading.text;

/**
 * One piece of a sentence, in lower case.
 *
 * @param glued nothing stands between this token and the one before it, as between the parts of {@code 30m}
 */
public record Token(Kind kind, String text, int start, int end, boolean glued) {

    /** What a token looks like. {@code OPAQUE} is a name of something: its letters and digits mean nothing by themselves. */
    public enum Kind {
        WORD,
        NUMBER,
        ORDINAL,
        CLOCK,
        DATE,
        YEAR_MONTH,
        QUARTER,
        OPAQUE,
        MARK,
        PUNCTUATION,
        END
    }

    public boolean is(Kind wanted) {
        return kind == wanted;
    }
}
