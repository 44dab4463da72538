package dev.quartermaster.intents.reading.clauses;

import dev.quartermaster.intents.reading.KnownSlot;
import dev.quartermaster.intents.reading.slots.Found;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A message as clauses, each with its form. Works on words and punctuation only, one pass, and denies by default: what
 * is no order by its form is none, whatever it resembles.
 */
public final class ClauseSplitter {

    private static final Pattern TOKEN = Pattern.compile(
            "<[^>\\s]{1,80}>|:[a-z_+-]{1,30}:|[\\p{L}\\p{N}_@#&+$€£%'][\\p{L}\\p{N}\\p{M}_@#&+$€£%'./:=-]{0,80}|[?!.,;:()\\n"
                    + "–—-]");
    private static final String SPLIT = "?!.;\n";
    private static final Set<String> JOINING = FormWords.words("and but so then also plus or & because since while as");
    /** Orders that may follow another without a word between: "stop rstudio extend notebook 2h". */
    private static final Set<String> PLAIN_ORDERS = FormWords.words("stop kill extend launch withdraw cancel prolong");
    /** After these the order may follow what bars the clause before it. */
    private static final Set<String> TURNING = FormWords.words("but so anyway");

    private static final Pattern QUOTED = Pattern.compile(
            "\"[^\"]{4,}\"|“[^“”]{4,}”|„[^„“”]{4,}[“”]|«[^«»]{4,}»|```[^`]{4,}```|`[^`\\s]+\\s[^`]+`|(?<![\\p{L}\\p{N}])['‘](?=[^'‘’]{5,}+['’])[^'‘’]{2,}[ ][^'‘’]{2,}['’](?![\\p{L}\\p{N}])"
                    + "|(?m)(?:^|(?<=[?.!:] ))(?:>|&gt;)[^\\n]*");

    /** After these a verb is no order: "if you can stop it", "if the start is slow". */
    private static final Set<String> NO_END = FormWords.words(
            "to can can't could you i we will would not the a an my our your and or , ( please must may might should does do did don't didn't doesn't");

    /** A sentence that begins with one asks as a whole: "does it also delete my files?". */
    private static final Set<String> ASKING = FormWords.words(
            "do does did will would is are was were has have had should shall can could may might must doesn't don't won't isn't");

    private static final Set<String> CONDITION = Set.of("if", "unless");
    private static final Set<String> YES = Set.of("so", "yes", "not");

    private static final Set<String> RELATIVE = FormWords.words("which who whose where");

    /** What may stand before a time at the beginning of a clause: "from", "on", "not before". */
    private static final Set<String> BEFORE_TIME =
            FormWords.words("from on at in for by until till before starting start beginning this next the");

    /** Days and times of day that the grammar of times takes for no end and no start, such as a bare "tonight". */
    public static final Pattern DAYS = Pattern.compile("\\b(?:tonight|tomorrow|(?:(?:this|next|last|coming)"
            + " )?(?:mon|tues|wednes|thurs|fri|satur|sun)day|mon|tues?|wed|thurs?|fri|weekends?|overnight|midnight|noon|(?:this|next)"
            + " (?:morning|afternoon|evening|week|month|quarter|year))\\b");

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
    public static List<Clause> of(String written) {
        return of(written, new BitSet(), new BitSet());
    }

    /** @param found in exactly that text: a clause that begins with a thing is about that, one with a time is about what follows */
    public static List<Clause> of(String written, Found found) {
        return of(written, names(found), times(found));
    }

    /** Where the message names something of the catalogue: a clause that begins there is about that. */
    private static BitSet names(Found found) {
        var named = new BitSet();
        found.mentions().stream()
                .filter(mention -> heads(mention.slot()) && mention.resolved())
                .forEach(mention ->
                        named.set(mention.words().start(), mention.words().end()));
        return named;
    }

    private static BitSet times(Found found) {
        var timed = new BitSet();
        found.times()
                .forEach(time -> timed.set(time.words().start(), time.words().end()));
        DAYS.matcher(found.text().toLowerCase(Locale.ROOT)).results().forEach(day -> timed.set(day.start(), day.end()));
        return timed;
    }

    /** Whether what was found makes a noun phrase a request: what is wanted anew, or how large. */
    private static boolean heads(KnownSlot slot) {
        return slot == KnownSlot.PATH || slot == KnownSlot.DATASET || slot.sized();
    }

    private static List<Clause> of(String written, BitSet named, BitSet timed) {
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

    /** What stands in quotation marks, in the marks of code or in lines of others. */
    public static Stream<MatchResult> quotations(String written) {
        return QUOTED.matcher(written).results();
    }

    /** Whether some words are no sentence: nothing is said of anything. */
    public static boolean verbless(String text) {
        var words = TOKEN.matcher(text.toLowerCase(Locale.ROOT))
                .results()
                .map(token -> new Word(token.group(), token.start(), token.end()))
                .toList();
        return new ClauseForm(words, false).verbless();
    }

    /** What the message as a whole is: an order where one clause is one. */
    public static Form form(List<Clause> clauses) {
        for (var form : List.of(Form.ORDER, Form.FORBIDDEN, Form.CONDITIONAL, Form.QUESTION, Form.REMARK)) {
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
        var hangs = false;
        var first = clauses.size();
        var start = 0;
        for (var i = 0; i <= words.size(); i++) {
            if (i == words.size() || i > start && (cuts(words, i, asked) || ends(words, start, i))) {
                var turned = start > 0 && start <= words.size() && turns(words, start);
                var piece = words.subList(start, i);
                var form = form(piece, asked && i == words.size() || asked && !barred, start > 0);
                if (start > 0
                        && !asked
                        && form == Form.QUESTION
                        && RELATIVE.contains(piece.getFirst().text())) {
                    form = Form.REMARK;
                }
                var barring = barred && !turned;
                hangs = hangs && !turned;
                if (form == Form.ORDER && (hangs || barring)) {
                    form = hangs ? Form.CONDITIONAL : Form.REMARK;
                    hangs = false;
                }
                hangs = hangs || new ClauseForm(piece, false).supposes();
                barred = barring || bars(form, piece);
                add(form, piece, asked, i == words.size() ? end : words.get(i).start());
                start = i;
            }
        }
        if (hangs) {
            // "Stop it, if nobody uses it": the condition is said last.
            clauses.subList(first, clauses.size())
                    .replaceAll(clause -> clause.form() == Form.ORDER
                            ? new Clause(Form.CONDITIONAL, true, clause.start(), clause.end())
                            : clause);
        }
    }

    /** Whether a condition ends and what hangs on it begins: "if it is still there | stop it". */
    private static boolean ends(List<Word> words, int start, int at) {
        return (at - start > 2 || YES.contains(words.get(at - 1).text()))
                && FormWords.DOING.contains(words.get(at).text())
                && !NO_END.contains(words.get(at - 1).text())
                && new ClauseForm(words.subList(start, at), false).supposes()
                && new ClauseForm(words.subList(at, words.size()), false).form() == Form.ORDER;
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

    private void add(Form form, List<Word> piece, boolean asked, int end) {
        var request = form == Form.ORDER || form == Form.CONDITIONAL || new ClauseForm(piece, asked).begins();
        if (piece.stream()
                .anyMatch(word -> Character.isLetterOrDigit(word.text().codePointAt(0)))) {
            var spoken = piece.stream()
                    .anyMatch(word -> !FormWords.OPENERS.contains(word.text())
                                    && word.text().length() > 1
                            || Character.isDigit(word.text().charAt(0)));
            if (spoken) {
                clauses.add(new Clause(form, request, piece.getFirst().start(), end));
            }
        }
    }

    /** Whether a clause of its own begins here: after a comma, dash, bracket or colon, or with a joining word. */
    private boolean cuts(List<Word> words, int at, boolean asked) {
        var before = words.get(at - 1).text();
        return before.length() == 1 && ",:()–—-".contains(before)
                || CONDITION.contains(words.get(at).text())
                        && new ClauseForm(words.subList(at, words.size()), false).supposes()
                || follows(words, at)
                || JOINING.contains(words.get(at).text())
                        && !before.equals("if")
                        && !(asked
                                && words.get(at).text().equals("also")
                                && ASKING.contains(words.getFirst().text()))
                        && begins(words.subList(at + 1, words.size()), asked);
    }

    /** Each of the two names a thing of its own. */
    private boolean follows(List<Word> words, int at) {
        return PLAIN_ORDERS.contains(words.get(at).text())
                && !NO_END.contains(words.get(at - 1).text())
                && words.subList(0, at).stream().anyMatch(word -> named.get(word.start()))
                && words.subList(at, words.size()).stream().anyMatch(word -> named.get(word.start()))
                && new ClauseForm(words.subList(0, at), false).form() == Form.ORDER
                && begins(words.subList(at, words.size()), false);
    }

    private static boolean begins(List<Word> words, boolean asked) {
        var clause = new ClauseForm(words, asked);
        return clause.form() == Form.ORDER || clause.begins() || clause.supposes();
    }

    private static boolean turns(List<Word> words, int at) {
        return TURNING.contains(words.get(at).text());
    }

    /** Whether what follows in the same sentence belongs to a report, a plan, a condition or a ban. */
    private static boolean bars(Form form, List<Word> piece) {
        return form == Form.FORBIDDEN || form != Form.ORDER && new ClauseForm(piece, false).embeds();
    }
}
