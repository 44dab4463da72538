package dev.quartermaster.intents.reading.gate;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * A message as clauses, each with its form. Works on words and punctuation only, one pass, and denies by default: what
 * is no order by its form is none, whatever it resembles.
 */
final class ClauseSplitter {

    private static final Pattern TOKEN = Pattern.compile(
            "<[^>\\s]{1,80}>|:[a-z_+-]{1,30}:|[\\p{L}\\p{N}_@#&+$€£%'][\\p{L}\\p{N}\\p{M}_@#&+$€£%'./:=-]{0,80}|[?!.,;:()\\n"
                    + "–—-]");
    private static final String SPLIT = "?!.;\n";
    private static final Set<String> JOINING = FormWords.words("and but so then also plus or & because since while as");
    /** After these the order may follow what bars the clause before it. */
    private static final Set<String> TURNING = FormWords.words("but so anyway");

    private static final Pattern QUOTED = Pattern.compile(
            "\"[^\"]{4,}\"|“[^“”]{4,}”|„[^„“”]{4,}[“”]|«[^«»]{4,}»|```[^`]{4,}```|`[^`\\s]+\\s[^`]+`|(?<![\\p{L}\\p{N}])['‘](?=[^'‘’]{5,}+['’])[^'‘’]{2,}[ ][^'‘’]{2,}['’](?![\\p{L}\\p{N}])"
                    + "|(?m)^(?:>|&gt;)[^\\n]*");

    private static final Set<String> RELATIVE = FormWords.words("which who whose where");

    /** What may stand before a time at the beginning of a clause: "from", "on", "not before". */
    private static final Set<String> BEFORE_TIME =
            FormWords.words("from on at in for by until till before starting start beginning this next the");

    private final String text;
    private final BitSet named;
    private final BitSet timed;
    private final List<Clause> clauses = new ArrayList<>();

    private ClauseSplitter(String text, BitSet named, BitSet timed) {
        this.text = text;
        this.named = named;
        this.timed = timed;
    }

    /** A word of a clause and where it stands. */
    record Word(String text, int start, int end) {}

    /** In order; none for a text without words. */
    static List<Clause> of(String written) {
        return of(written, new BitSet(), new BitSet());
    }

    /**
     * @param named where something of the catalogue is named
     * @param timed where a time, day or length stands
     */
    static List<Clause> of(String written, BitSet named, BitSet timed) {
        var blanked = new StringBuilder(written.replace('’', '\'').replace('‘', '\''));
        var quoted = QUOTED.matcher(written);
        while (quoted.find()) {
            for (var i = quoted.start(); i < quoted.end(); i++) {
                blanked.setCharAt(i, ' ');
            }
        }
        var lower = blanked.toString().toLowerCase(Locale.ROOT);
        var phrasing =
                new ClauseSplitter(lower.length() == written.length() ? lower : blanked.toString(), named, timed);
        phrasing.sentences();
        return List.copyOf(phrasing.clauses);
    }

    /** What the message as a whole is: an order where one clause is one. */
    static Form form(List<Clause> clauses) {
        for (var form : List.of(Form.ORDER, Form.FORBIDDEN, Form.QUESTION, Form.REMARK)) {
            if (clauses.stream().anyMatch(clause -> clause.form() == form)) {
                return form;
            }
        }
        return clauses.isEmpty() ? Form.REMARK : Form.VALUE;
    }

    private void sentences() {
        var match = TOKEN.matcher(text);
        var sentence = new ArrayList<Word>();
        while (match.find()) {
            var end = match.end();
            var token = match.group();
            // A point or colon at the end of a word ends it, and not that of "8.5" or "sales.orders".
            while (token.length() > 1
                    && ".:/'".indexOf(token.charAt(token.length() - 1)) >= 0
                    && !token.startsWith(":")) {
                token = token.substring(0, token.length() - 1);
                end--;
            }
            var stop = token.length() == 1 && SPLIT.contains(token) || end < match.end() && text.charAt(end) == '.';
            if (token.length() == 1 && SPLIT.contains(token)) {
                sentence(sentence, token.equals("?"), match.end());
                sentence.clear();
            } else {
                sentence.add(new Word(token, match.start(), end));
                if (end < match.end()) {
                    sentence.add(new Word(text.substring(end, end + 1), end, end + 1));
                }
                if (stop) {
                    sentence(sentence, false, match.end());
                    sentence.clear();
                }
            }
        }
        sentence(sentence, false, text.length());
    }

    private void sentence(List<Word> words, boolean asked, int end) {
        var barred = false;
        var start = 0;
        for (var i = 0; i <= words.size(); i++) {
            if (i == words.size() || i > start && cuts(words, i)) {
                var turned = start > 0 && start <= words.size() && turns(words, start);
                var piece = words.subList(start, i);
                var form = form(piece, asked && i == words.size() || asked && !barred, start > 0);
                if (start > 0
                        && !asked
                        && form == Form.QUESTION
                        && RELATIVE.contains(piece.getFirst().text())) {
                    form = Form.REMARK;
                }
                if (barred && !turned && form == Form.ORDER) {
                    form = Form.REMARK;
                }
                barred = barred && !turned || bars(form, piece);
                add(form, piece, i == words.size() ? end : words.get(i).start());
                start = i;
            }
        }
    }

    /** After a request, words without a verb belong to it: "a Kafka sandbox, 2 days, team risk". */
    private Form form(List<Word> whole, boolean asked, boolean inside) {
        var piece = untimed(whole);
        if (piece.isEmpty()) {
            return Form.VALUE;
        }
        var clause = new ClauseForm(piece, asked);
        var form = clause.form();
        if (form == Form.FORBIDDEN && inside && piece.getFirst().text().equals("not") && clause.verbless()) {
            return clause.names(1) ? Form.VALUE : form;
        }
        if (form == Form.ORDER && clause.needs() && named.get(piece.getFirst().start())) {
            return Form.REMARK;
        }
        if (form != Form.REMARK || asked || clause.embeds()) {
            return form;
        }
        var begins = piece.stream()
                .filter(word -> word.text().length() > 1 && !FormWords.OPENERS.contains(word.text()))
                .findFirst();
        var bare = begins.filter(word -> named.get(word.start())).isPresent()
                || inside && !clauses.isEmpty() && clauses.stream().allMatch(ClauseSplitter::asks);
        return bare && clause.verbless() ? Form.VALUE : form;
    }

    /** Without a time that it begins with, where somebody asks for something after it: "tomorrow from 10 to 12 I need". */
    private List<Word> untimed(List<Word> piece) {
        var at = 0;
        var end = 0;
        while (at < piece.size()) {
            var word = piece.get(at);
            if (timed.get(word.start())) {
                end = at + 1;
            } else if (!BEFORE_TIME.contains(word.text()) && !FormWords.OPENERS.contains(word.text())) {
                break;
            }
            at++;
        }
        var rest = piece.subList(end, piece.size());
        return end > 0 && (rest.isEmpty() || ClauseForm.ordersFrom(rest)) ? rest : piece;
    }

    private static boolean asks(Clause clause) {
        return clause.form() == Form.ORDER || clause.form() == Form.VALUE;
    }

    private void add(Form form, List<Word> piece, int end) {
        if (piece.stream()
                .anyMatch(word -> Character.isLetterOrDigit(word.text().codePointAt(0)))) {
            var spoken = piece.stream()
                    .anyMatch(word -> !FormWords.OPENERS.contains(word.text())
                                    && word.text().length() > 1
                            || Character.isDigit(word.text().charAt(0)));
            if (spoken) {
                clauses.add(new Clause(form, piece.getFirst().start(), end));
            }
        }
    }

    /** Whether a clause of its own begins here: after a comma, dash, bracket or colon, or with a joining word. */
    private static boolean cuts(List<Word> words, int at) {
        var before = words.get(at - 1).text();
        return before.length() == 1 && ",:()–—-".contains(before)
                || JOINING.contains(words.get(at).text())
                        && new ClauseForm(words.subList(at + 1, words.size()), false).form() == Form.ORDER;
    }

    private static boolean turns(List<Word> words, int at) {
        return TURNING.contains(words.get(at).text());
    }

    /** Whether what follows in the same sentence belongs to a report, a plan, a condition or a ban. */
    private static boolean bars(Form form, List<Word> piece) {
        return form == Form.FORBIDDEN || form != Form.ORDER && new ClauseForm(piece, false).embeds();
    }
}
