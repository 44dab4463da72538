package dev.quartermaster.intents.people;

/**
 * Lower case in which names are looked up: as long as what was written, and no character from outside ASCII becomes one
 * inside it. {@link String#toLowerCase()} makes the Kelvin sign a k and the dotted capital I an i, and so one name another.
 */
public final class CaseFolding {
    private CaseFolding() {}

    public static String lower(String text) {
        StringBuilder lower = new StringBuilder(text.length());
        text.codePoints().map(CaseFolding::lower).forEach(lower::appendCodePoint);
        return lower.toString();
    }

    private static int lower(int written) {
        int lower = Character.toLowerCase(written);
        boolean longer = Character.charCount(lower) != Character.charCount(written);
        return longer || written >= 0x80 && lower < 0x80 ? written : lower;
    }
}
