package dev.quartermaster.intents.reading.text;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** Names near to what somebody wrote, by typing distance and shared words; a suggestion to show, never a resolution. */
public final class Nearest {

    private static final Pattern APART = Pattern.compile("[^\\p{L}\\p{N}]+");

    private Nearest() {}

    /** At most {@code wanted} of the names, nearest first; all names take part, however far they are. */
    public static List<String> of(String written, Collection<String> names, int wanted) {
        var plain = plain(written);
        return names.stream()
                .sorted(Comparator.comparingDouble((String name) -> -likeness(plain, plain(name)))
                        .thenComparing(Comparator.naturalOrder()))
                .limit(wanted)
                .toList();
    }

    /** 0 (nothing in common) to 1 (the same but for case and punctuation). */
    public static double likeness(String one, String other) {
        var left = plain(one);
        var right = plain(other);
        var longer = Math.max(left.length(), right.length());
        if (longer == 0) {
            return 0;
        }
        var typing = 1 - (double) distance(left, right) / longer;
        return Math.max(typing, 0.9 * shared(left, right));
    }

    private static String plain(String name) {
        return APART.matcher(name.toLowerCase(Locale.ROOT)).replaceAll(" ").strip();
    }

    private static double shared(String left, String right) {
        var ours = List.of(left.split(" "));
        var theirs = List.of(right.split(" "));
        var common = ours.stream().filter(theirs::contains).count();
        return (double) common / Math.max(ours.size(), theirs.size());
    }

    /** Edits with neighbours swapped counting as one; bounded by cutting names at 64 characters. */
    public static int distance(String left, String right) {
        var a = left.substring(0, Math.min(64, left.length()));
        var b = right.substring(0, Math.min(64, right.length()));
        var rows = new int[a.length() + 1][b.length() + 1];
        for (var i = 0; i <= a.length(); i++) {
            for (var j = 0; j <= b.length(); j++) {
                rows[i][j] = i == 0 ? j : j == 0 ? i : step(rows, a, b, i, j);
            }
        }
        return rows[a.length()][b.length()];
    }

    private static int step(int[][] rows, String a, String b, int i, int j) {
        var same = a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1;
        var best = Math.min(Math.min(rows[i - 1][j], rows[i][j - 1]) + 1, rows[i - 1][j - 1] + same);
        var swapped = i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1);
        return swapped ? Math.min(best, rows[i - 2][j - 2] + 1) : best;
    }
}
