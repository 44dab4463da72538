package dev.quartermaster.intents.reading.slots;

import dev.quartermaster.intents.reading.text.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** What a question is about, without the words that only ask; and what a list is to show. */
final class Queries {

    private static final Pattern WORD =
            Pattern.compile("[\\p{L}\\p{N}_][\\p{L}\\p{N}_.'’+#/-]*[\\p{L}\\p{N}_+#]|[\\p{L}\\p{N}]");
    private static final Pattern SENTENCE = Pattern.compile("[?!;\\n]|\\.(?=\\s|$)|,\\s|\\s[–—-]\\s|\\(");
    private static final Pattern POLITE = Pattern.compile(
            "^(?:hi|hey|hello|hiya|morning|good morning|good afternoon|oi|yo|sorry|quick (?:one|question)|just wondering|out of interest|ok|okay|thanks|please|pls|so|um|question|random question|heads up|cheers|guys|team|all|there)(?: (?:all|team|guys|there|again|everyone|both|bot))?$");
    private static final Set<String> SEEK = Stops.words(
            "find search looking look lookin hunting hunt locate list describe data dataset datasets table tables"
                    + " column columns source sources anything something somewhere anywhere catalogue catalog contain contains containing holds held hold live lives living stored store owns owner owned"
                    + " recent latest current old abt any1 seen place carry carries mentioning tabel tabels good up-to-date date ideally available info information details got got's we've i've know idea ideas wi w/ kept kinda sort sorts kind called");
    private static final Set<String> BARE = Stops.words("command commands help menu options usage manual docs");
    private static final Pattern SOUGHT =
            Pattern.compile("^.{0,80}?\\b(?:looking for|searching for|search for|hunting for|in search of)\\b");
    private static final Pattern WHAT = Pattern.compile(
            "\\b((?:gpu|ray|spark|r|jupyter|sql)\\s)?(golden"
                    + " paths?|paths?|environments?|envs?|workspaces?|notebooks?|clusters?|requests?|approvals?|leases?|datasets?|tables?|dags?|jobs?|workflows?|pipelines?|buckets?|repositor(?:y|ies)|repos?|grants?|access|gpus?|sandbox(?:es)?|machines?|workstations?|box(?:es)?|instances?|sessions?|services|keys|websites?|sites|vms?|servers?|permissions|schedules|scheduled jobs|images|models|data)\\b");

    private Queries() {}

    /** A catalogue query keeps its phrase whole: {@code motor claims by postcode}. */
    static Optional<Words> find(String text) {
        for (var part : parts(text)) {
            var words = content(Spans.without(SOUGHT, part), true);
            if (words.isPresent()) {
                return words;
            }
        }
        return Optional.empty();
    }

    /** The telling words of a question, as they stand: {@code interns customer data}. */
    static Optional<Words> asked(String text) {
        for (var part : parts(text)) {
            var words = content(part, false);
            if (words.isPresent()) {
                return words;
            }
        }
        return Optional.empty();
    }

    private static List<Words> parts(String text) {
        var parts = new ArrayList<Words>();
        var start = 0;
        var cut = SENTENCE.matcher(text);
        while (cut.find()) {
            add(text, start, cut.start(), parts);
            start = cut.end();
        }
        add(text, start, text.length(), parts);
        return parts;
    }

    private static void add(String text, int start, int end, List<Words> parts) {
        var piece = text.substring(start, end).strip();
        if (!piece.isEmpty() && !POLITE.matcher(Finds.lower(piece)).matches()) {
            parts.add(new Words(text.substring(start, end), start, end));
        }
    }

    private static Optional<Words> content(Words part, boolean whole) {
        var lower = Finds.lower(part.text());
        var word = WORD.matcher(lower);
        var first = -1;
        var last = -1;
        var telling = new StringBuilder();
        while (word.find()) {
            var plain = Phrases.bare(word.group());
            var small = Stops.QUESTION.contains(plain)
                    || Stops.QUESTION.contains(word.group())
                    || whole && SEEK.contains(plain);
            if (!small) {
                first = first < 0 ? word.start() : first;
                last = word.end();
                telling.append(telling.isEmpty() ? "" : " ").append(part.text(), word.start(), word.end());
            }
        }
        if (first < 0 || !whole && BARE.contains(lower.strip())) {
            return Optional.empty();
        }
        var text = whole ? part.text().substring(first, last) : telling.toString();
        return Optional.of(new Words(text, part.start() + first, part.start() + last));
    }

    /** What a list is of, in the plural: {@code every notebook} gives {@code notebooks}. */
    static Optional<Words> listed(String text) {
        var match = WHAT.matcher(Finds.lower(text));
        if (!match.find()) {
            return Optional.empty();
        }
        var start = match.group(1) != null ? match.start(1) : match.start(2);
        return Optional.of(new Words(text.substring(start, match.end(2)), start, match.end(2)));
    }

    static String plural(String word) {
        var lower = Finds.lower(word);
        if (lower.endsWith("s") && !lower.endsWith("ss") || lower.endsWith("data")) {
            return lower;
        }
        if (lower.endsWith("ss")) {
            return lower;
        }
        if (lower.endsWith("y")) {
            return lower.substring(0, lower.length() - 1) + "ies";
        }
        return lower.endsWith("x") ? lower + "es" : lower + "s";
    }
}
