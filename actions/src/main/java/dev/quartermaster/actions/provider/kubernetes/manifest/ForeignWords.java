package dev.quartermaster.actions.provider.kubernetes.manifest;

import java.util.regex.Pattern;

/** What the cluster says, for people: one short line, nothing invisible in it, and nothing that may be a secret. */
public final class ForeignWords {
    private static final int LONGEST = 220;
    /** Registries and webhooks quote addresses with a sign-in in them, and headers. */
    private static final Pattern SIGN_IN = Pattern.compile("://[^\\s/@]{1,200}@");

    private static final Pattern SECRET = Pattern.compile(
            "(?i)\\b(bearer|basic|token|password|passwd|secret|apikey|api[_-]key|authorization|signature|credential)"
                    + "(\"?\\s*[:=]\\s*\"?|\\s+)([A-Za-z0-9+/_.~=-]{8,})");
    private static final Pattern INVISIBLE = Pattern.compile("[\\p{Cntrl}\\p{Cf}\\p{Zl}\\p{Zp}\\s]+");

    private ForeignWords() {}

    public static String brief(String words) {
        var bounded = words.length() > 10 * LONGEST ? words.substring(0, 10 * LONGEST) : words;
        var line = INVISIBLE.matcher(bounded).replaceAll(" ").strip();
        var open = SECRET.matcher(SIGN_IN.matcher(line).replaceAll("://…@")).replaceAll("$1$2…");
        if (open.length() <= LONGEST) {
            return open;
        }
        var end = Character.isHighSurrogate(open.charAt(LONGEST - 1)) ? LONGEST - 1 : LONGEST;
        return open.substring(0, end) + "…";
    }
}
