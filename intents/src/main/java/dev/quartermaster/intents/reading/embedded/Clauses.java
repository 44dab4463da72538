package dev.quartermaster.intents.reading.embedded;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** A message cut where one request may end and another begin, and which pieces have the form of a request at all. */
final class Clauses {

    private static final String DO =
            "(?:launch|start|stop|kill|shut|spin|give|gimme|grant|get|show|list|tell|extend|keep"
                    + "|cancel|withdraw|revoke|run|rerun|trigger|resize|resume|find|set|create|make|approve|deny|reject|drop|bin"
                    + "|scrap|nuke|axe|close|end|terminate|tear|delete|remove|wake|bring|unpause|pause|restart|hand|transfer|put"
                    + "|move|let|book|reserve|allocate|provision|bump|scale|upgrade|downgrade|shrink|grow|double|halve|renew"
                    + "|prolong|push|add|fire|kick|send|check|look up|search|explain|decline|turn|take|free|release|swap|replace"
                    + "|stand|sort|ditch|retire|change|switch|open|build|host|publish|register|hook|schedule|execute|retrigger"
                    + "|throw|lose|reclaim|dispose|return|boot|wind|decommission|destroy|carry on|continue|revive|reactivate|unfreeze|get rid|fetch|pull|wind|undo|keep|grab|set up|prolong|refresh|queue)";
    private static final String WISH =
            "(?:(?:i|we)(?:['’]d| would|['’]ll| will|['’]m| am| are|['’]re)?(?: also| still| now| then| just|"
                    + " really| only){0,20} (?:need|want|wanna|like|love|require|after|looking for|going to need|gonna need|be needing|have to"
                    + " have)\\b|(?:can|could|would|will|may|might|shall) (?:i|we|you|u|someone|somebody|it|he|she|they|my|the|colleague)\\b"
                    + "|(?:you|u) (?:can|could|may|might want to)\\b)";
    private static final String PASSIVE =
            "(?:the|my|that|this|our) (?:[\\w-]+ ){1,3}?(?:can|could|should|may|must) (?:be|go)\\b";
    /** A right and what it is to: a request of its own, with a length of its own. */
    private static final String RIGHT =
            "(?:read|write|select)(?:[- ]only)?(?: access| rights?| permissions?)? (?:on|to|for) \\w";

    private static final String POLITE =
            "(?:(?:please|pls|plz|kindly|also|just|then|maybe|perhaps|afterwards|after that|while"
                    + " you(?:['’]re| are) (?:at it|there)|at the same time|in that case|if (?:so|yes|not)|otherwise|instead|simply|when"
                    + " (?:done|that['’]s done)|once (?:done|that['’]s done))[\\s,]+){0,60}";
    private static final String ASK =
            "(?:(?:what|who|how|when|where)['’]s|(?:what|which|who|how|when|where|why|is|are|do|does|did|has|have))\\b(?: \\w+)";
    private static final String ASK_WHAT =
            "(?:(?:what|who|how|when|where)['’]s|(?:what|who|when|where|why|how) (?:is|are|did|do|does|much|many|long)) \\w+";

    /** A conjunction cuts only where a request of its own follows it. */
    private static final Pattern CUT = Pattern.compile(
            "(?<=[.!?;])\\s+|\\s*\\n+\\s*|[,;]?\\s+(?:and then|and also|and|then|also|plus|but|&|\\+)\\s+(?=" + POLITE
                    + "(?:" + DO
                    + "\\b(?!ed|s\\b)|" + WISH + "|" + PASSIVE
                    + "|(?:need|want|somewhere|someplace)\\b|" + RIGHT + "|" + ASK_WHAT
                    + "))|,\\s+(?:oh )?(?:and|plus|also|but)\\s+(?="
                    + POLITE + "(?:" + ASK + "|(?:need|want)\\b))|,\\s+(?=" + POLITE + "(?:then )?(?:" + WISH + "|(?:"
                    + DO + "|approve|deny) (?!or |by |as )\\w+))",
            Pattern.CASE_INSENSITIVE);

    private static final Pattern WORD = Pattern.compile("\\p{L}{2,}");
    private static final Pattern ABBREVIATED =
            Pattern.compile("(?i)(?:^|\\s)(?:e\\.g|i\\.e|etc|vs|approx|no|incl|max|min|mr|mrs|dr)\\.$");

    private static final Pattern REQUEST = Pattern.compile(
            "^(?:\\W|and |but |or |so |then |also |plus |hi |hey |hello |thanks |thx"
                    + " |cheers |ok |okay |oh |yes |yeah |actually |ta |morning |good morning |afternoon |(?:two|three|a couple of) (?:things|questions|requests)\\W+){0,60}"
                    + POLITE
                    + "(?:" + DO + "\\b|" + WISH
                    + "|" + ASK
                    + "|\\d{1,3} ?x? ?(?:gpus?|[ahtvl]\\d{1,3}s?|workers?|cores?|nodes?)\\b"
                    + "|got\\b|(?:need|want|wanna|requesting|looking for|after|any chance|somewhere|someplace|time to|let['’]?s"
                    + "|a\\b|an\\b|one\\b|another\\b|some\\b|read\\b|write\\b|access\\b|link\\b|burn rate|eta\\b|status\\b|airflow|:\\w+: "
                    + DO + "|new)\\b|" + PASSIVE
                    + "|(?:<@\\w+>|@?[a-z]{2,12}) (?:gets|takes over|inherits|takes on) (?:my|the|our)\\b|.*\\b(?:please|pls|plz)\\b)");
    private static final Pattern ORDER = Pattern.compile(
            "^(?:\\W|and |but |or |so |then |also |anyway |instead |rather |just |simply |only |better |if you can |in fact |anyhow |whoever ){0,60}"
                    + POLITE + "(?:" + DO + "\\b|" + WISH + "|(?:need|want|requesting)\\b)|\\b(?:please|pls|plz)\\b");
    private static final Pattern INSTEAD =
            Pattern.compile("^\\W*or (?:else |maybe |perhaps )?(?:just |simply |even )?" + DO + "\\b");
    private static final int MOST = 6;

    private Clauses() {}

    /** A piece of the text it was cut from, without the conjunction before it. */
    record Clause(String text, int start, int end) {}

    /** At least one, in order; a piece without a word belongs to the one before it. */
    static List<Clause> of(String text) {
        var clauses = new ArrayList<Clause>();
        var cut = CUT.matcher(text);
        var start = 0;
        while (cut.find()) {
            add(clauses, text, start, cut.start());
            start = cut.end();
        }
        add(clauses, text, start, text.length());
        return clauses;
    }

    private static void add(List<Clause> clauses, String text, int start, int end) {
        var piece = text.substring(start, end);
        var open = clauses.isEmpty()
                || ABBREVIATED.matcher(clauses.getLast().text()).find();
        if (clauses.isEmpty() || !open && WORD.matcher(piece).find() && clauses.size() < MOST) {
            clauses.add(new Clause(piece, start, end));
        } else {
            var before = clauses.removeLast();
            clauses.add(new Clause(text.substring(before.start(), end), before.start(), end));
        }
    }

    /** Whether a clause asks for something, by its form: background told around a request does not. */
    static boolean asks(String clause) {
        return REQUEST.matcher(clause.toLowerCase(Locale.ROOT)).find();
    }

    /** Whether a clause tells or wishes, and does not only ask what is so. */
    static boolean orders(String clause) {
        return ORDER.matcher(clause.toLowerCase(Locale.ROOT)).find();
    }

    /** "Or just give me a new one": another way to the same end, said last and therefore meant. */
    static boolean instead(String clause) {
        return INSTEAD.matcher(clause.toLowerCase(Locale.ROOT)).find();
    }
}
