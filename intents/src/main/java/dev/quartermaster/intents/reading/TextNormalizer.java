package dev.quartermaster.intents.reading;

import java.text.Normalizer;

/**
 * What somebody wrote, made fit for reading, once and for every reader: a letter and its marks as one (NFC), at most two
 * marks on a letter, one kind of space and few in a row, no controls and no halves of characters, at most as long as
 * Slack sends. No letter becomes another: NFKC would make Latin letters of wide ones, and even NFC makes a K of the
 * Kelvin sign (U+212A), which is how one person's name becomes another's.
 *
 * <p>Worst case without it: a letter with 2,000 accents, over which every word boundary of every pattern looks back.
 */
public final class TextNormalizer {
    /** Slack cuts messages here (chat.postMessage, "truncating content"). */
    public static final int LONGEST = 40_000;

    private static final int MOST_MARKS = 2;
    private static final int MOST_BLANKS = 3;
    private static final char REPLACEMENT = '\uFFFD';

    private final StringBuilder text;
    private final StringBuilder cluster = new StringBuilder();
    private int marks;
    private int blanks;

    private TextNormalizer(int length) {
        this.text = new StringBuilder(length);
    }

    public static String normalized(String written) {
        var normalizer = new TextNormalizer(Math.min(written.length(), LONGEST));
        for (int at = 0; at < written.length() && normalizer.text.length() < LONGEST; ) {
            int letter = written.codePointAt(at);
            normalizer.take(letter);
            at += Character.charCount(letter);
        }
        normalizer.flush();
        return normalizer.text.substring(0, Math.min(LONGEST, normalizer.text.length()));
    }

    private void take(int letter) {
        switch (Character.getType(letter)) {
            case Character.NON_SPACING_MARK, Character.ENCLOSING_MARK, Character.COMBINING_SPACING_MARK -> {
                if (++marks <= MOST_MARKS) {
                    cluster.appendCodePoint(letter);
                }
            }
            // Invisible, and so no letter of its own that marks could start anew on.
            case Character.FORMAT -> {
                flush();
                text.appendCodePoint(letter);
            }
            default -> {
                flush();
                marks = 0;
                int fit = fit(letter);
                blanks = Character.isWhitespace(fit) ? blanks + 1 : 0;
                if (blanks <= MOST_BLANKS) {
                    cluster.appendCodePoint(fit);
                }
            }
        }
    }

    /** A letter that is another's twin is left as it is, with its marks. */
    private void flush() {
        if (!cluster.isEmpty()) {
            boolean marked = cluster.length() > Character.charCount(cluster.codePointAt(0));
            boolean own = Normalizer.isNormalized(
                    cluster.substring(0, Character.charCount(cluster.codePointAt(0))), Normalizer.Form.NFC);
            boolean letter = Character.isLetterOrDigit(cluster.codePointAt(0));
            text.append(marked && own && letter ? Normalizer.normalize(cluster, Normalizer.Form.NFC) : cluster);
            cluster.setLength(0);
        }
    }

    private static int fit(int letter) {
        return switch (Character.getType(letter)) {
            case Character.SPACE_SEPARATOR -> ' ';
            case Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR -> '\n';
            case Character.CONTROL -> letter == '\n' || letter == '\t' ? letter : ' ';
            case Character.SURROGATE -> REPLACEMENT;
            default -> letter;
        };
    }
}
