package dev.quartermaster.bot.slack.identity;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Addresses that look like one, or come to it by some folding of case or form, and are not it. */
final class LookAlikeAddresses {
    /** Kelvin sign, long s, dotted and dotless i, Cyrillic, Greek, mathematical and Roman numeral letters. */
    private static final Map<Character, List<String>> LETTERS = Map.ofEntries(
            Map.entry('k', List.of("\u212a", "\u043a", "\u03ba")),
            Map.entry('s', List.of("\u017f", "\u0455")),
            Map.entry('i', List.of("\u0130", "\u0131", "\u0456", "\u2170", "i\u0307")),
            Map.entry('a', List.of("\u0430", "\u00aa", "\u0251", "\u03b1")),
            Map.entry('n', List.of("\u207f", "\u0578")),
            Map.entry('m', List.of("\u217f", "\u043c")),
            Map.entry('e', List.of("\u0435", "\u212f")),
            Map.entry('c', List.of("\u0441", "\u217d")),
            Map.entry('o', List.of("\u043e", "\u2134")),
            Map.entry('.', List.of("\u3002", "\u2024")));

    private static final List<String> MARKS =
            List.of("\u0301", "\u0327", "\u200b", "\u200d", "\u202e", "\u00ad", "\ufe0f");

    private LookAlikeAddresses() {}

    static List<String> of(String... mails) {
        List<String> found = new ArrayList<>();
        for (String mail : mails) {
            for (int at = 0; at < mail.length(); at++) {
                char letter = mail.charAt(at);
                for (String other : LETTERS.getOrDefault(letter, List.of())) {
                    found.add(with(mail, at, other));
                }
                if (letter > ' ') {
                    found.add(with(mail, at, Character.toString(letter - '!' + '\uff01')));
                }
                if (letter >= 'a' && letter <= 'z') {
                    found.add(with(mail, at, Character.toString(0x1d41a + letter - 'a')));
                }
                String mark = MARKS.get(at % MARKS.size());
                found.add(with(mail, at, letter + mark));
            }
        }
        return found;
    }

    private static String with(String mail, int at, String letter) {
        return mail.substring(0, at) + letter + mail.substring(at + 1);
    }
}
