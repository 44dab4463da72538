package dev.quartermaster.actions.provider;

import java.util.regex.Pattern;

/**
 * A line of a log, for people: cut, without control characters, and without what looks like a secret. Whoever wrote it
 * may have hidden those that it knows, and may print others.
 */
public final class LogLine {
    private static final int LONGEST = 200;
    private static final Pattern COLOURS = Pattern.compile("\\x1B\\[[0-9;]{0,20}[A-Za-z]");
    private static final Pattern CONTROLS = Pattern.compile("[\\p{Cntrl}\\p{Cf}]+");
    private static final Pattern NAMED = Pattern.compile(
            "(?i)((?:pass(?:word|wd|phrase)?|secret|token|credential|api[_-]?key|access[_-]?key|private[_-]?key|authorization)"
                    + "[\"'\\w-]{0,20}\\s?[=:]\\s?)(?:(?:bearer|basic) )?[\"']?[^\\s\"',;]+");
    private static final Pattern BARE = Pattern.compile(
            "(?<![\\w/.+])[A-Za-z0-9+/]{60,}={0,2}|\\beyJ[\\w-]{4,}\\.[\\w-]+(?:\\.[\\w-]*)?|\\b(?:AKIA|ASIA)[A-Z0-9]{16}\\b|\\b(?:ghp|gho|glpat|xox[abp])[-_][\\w-]{10,}");
    private static final Pattern IN_ADDRESS = Pattern.compile("(://)[^\\s/@]+@");

    private LogLine() {}

    /** Cut before it is searched, so that no line costs more than its share. */
    public static String clean(String words) {
        String bounded = words.length() > 4 * LONGEST ? words.substring(0, 4 * LONGEST) : words;
        String shown = CONTROLS.matcher(COLOURS.matcher(bounded).replaceAll("")).replaceAll(" ");
        String hidden =
                NAMED.matcher(IN_ADDRESS.matcher(shown).replaceAll("$1***@")).replaceAll("$1***");
        String without = BARE.matcher(hidden).replaceAll("***").strip();
        return without.length() > LONGEST ? without.substring(0, LONGEST) + "…" : without;
    }
}
