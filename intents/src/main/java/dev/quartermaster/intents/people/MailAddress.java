package dev.quartermaster.intents.people;

/**
 * A mail address as accounts are matched by: the letters A to Z whatever their case, everything else exactly as written.
 * Where the part before the @ is not ASCII it is compared as it stands, because every wider folding (U+212A to k, U+0130
 * to i, U+017F to s) makes one person's address another's.
 *
 * @param canonical the one spelling that all matching ones come to
 */
public record MailAddress(String canonical) {
    public static MailAddress of(String written) {
        int at = written.lastIndexOf('@');
        String local = at < 0 ? written : written.substring(0, at);
        String rest = at < 0 ? "" : written.substring(at);
        return new MailAddress((isAscii(local) ? lower(local) : local) + lower(rest));
    }

    /** Whether what somebody gives as their address is this one. */
    public boolean matches(String other) {
        return canonical.equals(of(other).canonical);
    }

    private static boolean isAscii(String text) {
        return text.chars().allMatch(each -> each < 0x80);
    }

    private static String lower(String text) {
        StringBuilder lower = new StringBuilder(text);
        for (int i = 0; i < text.length(); i++) {
            char each = text.charAt(i);
            if (each >= 'A' && each <= 'Z') {
                lower.setCharAt(i, (char) (each + ('a' - 'A')));
            }
        }
        return lower.toString();
    }

    @Override
    public String toString() {
        return canonical;
    }
}
