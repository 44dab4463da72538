package dev.quartermaster.intents.reading.slots;

import dev.quartermaster.intents.reading.text.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What stands between commas, points, brackets or dashes, or behind a length, and is nothing else that was recognised, no
 * sentence and no courtesy: what it is for. {@code 8 cores, billing mart}, {@code 2h (schema check)}, {@code 3 days
 * warranty claims}, {@code seat model: 2 cores}.
 */
final class Remainders {
    private static final Pattern CUT =
            Pattern.compile("[,;!?\\n()\\[\\]\\p{So}]|\\.{1,3}(?=\\s|$)|:(?=\\s|$)|\\s(?:[–—-]|->|→)\\s");
    private static final String WORD = "[\\w'’&/-]";
    private static final Pattern SEVERAL = Pattern.compile("^(?:(?:the|my|our|its|it['’]s|for|just|some|a|an) ){0,2}"
            + "((?!(?:please|pls|plz|thanks|thank|thx|ta|cheers|many|best|kind|regards|if|when|while|no|not|nothing|nope|yes|and|but|or|with|w"
            + "|without|for|then|so|as|that|which|it|its|we|i|you|u|they|he|she|can|could|would|asap|whatever|ideally|preferably|same|both|all|each"
            + "|every|until|till|til|thru|through|up|from|start\\w*|end\\w*|tomorrow|today|tonight|now|just|only|also|the|small|medium|large|read|write|in|on|at"
            + "|by|of|to|hi|hey|hello|hiya|kindly|like|permanent\\w*|pick|proj|don['’]t|do|two|dear|good|team|sorry|ok|okay|great|much|any|some|more|less|max|do|this|these|those|whichever|either|maybe"
            + "|probably|cheap\\w*|name\\w*|call\\w*|project|image|size|one|two|three|four|five|six|about|around|roughly|usual|default"
            + "|standard|normal|old|new|other|first|second|next|last|rest|whole|entire|full|half|real|fake|masked|big\\w*|urgent\\w*|nice|need|want|give|get|run|stop|kill|keep|extend)\\b)"
            + WORD + "{2,30}(?: " + WORD + "{1,30}){0,6} " + WORD + "{3,30})");
    private static final Pattern SINGLE = Pattern.compile(
            "^((?!(?:please|thanks|thank|cheers|urgent\\w*|quick\\w*|today|tonight|again|maybe|later|asap|python|julia|scala"
                    + "|masked|default|everything|nothing|small|medium|large|sorry|great|really|right|though|always|shared|private|named|without|instead|only|still|soon|okay|alright|perhaps"
                    + "|reading|writing|monthly|weekly|daily|hourly|nightly|mates?|folks|everyone|anyone|someone|colleagues?|total|altogether|minimum|maximum|starting|ending|onwards?|straight|early|latest|earliest|noon|midnight|[a-z]{3,}ly)\\b)[a-z][a-z-]{4,30})");
    private static final Pattern SAYS = Pattern.compile(
            "\\b(?:is|are|was|were|be|can|could|would|will|should|need|want|give|get|got|has|have|had|i|we|you|me|us|it|please|pls|thanks|cheers|possible|ok|okay|fine|rush|urgent|enough|template|kernel|version)\\b");
    /** What happened to something that has to be mended. */
    private static final Pattern SUFFERED = Pattern.compile(
            "[\\w'’ -]{4,60}? (?:were|have been|must be|to be|needs? to be) (?:\\w{1,20} )?\\w{2,20}(?:ed|en|rt|nt)\\b(?: [\\w'’ -]{1,60})?");
    /** A cap, a start or a condition is no reason. */
    private static final Pattern LIMIT = Pattern.compile(
            "\\d|^\\w+ from (?:the )?\\w+$|^(?:under|below|within|after|before|once|unless|stop|delete|over|above|around|near|during|than|less"
                    + "|more|since|between|at|by|off|out|up|down|next|last|every|per|any|beginning|ending|except|excluding|including|capped|limited|max\\w*)\\b"
                    + "|\\b(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|tomorrow|tonight|only|each|either|here|speaking|kernel|ram|memory|ones?|needful|things|requests?|both)$");

    private final Found found;
    private final String lower;

    Remainders(Found found) {
        this.found = found;
        this.lower = Finds.lower(found.text());
    }

    /** The last such piece, or else the one before it. */
    Optional<Words> find() {
        var pieces = pieces();
        return Optional.ofNullable(pieces.isEmpty() ? null : pieces.getLast())
                .flatMap(last -> single(last).filter(words -> pieces.size() > 1 || last.start() > 0))
                .or(() -> pieces.reversed().stream()
                        .flatMap(piece -> several(piece).stream())
                        .findFirst());
    }

    /** Each without what comes before the end of the last length or end in it. */
    private List<Words> pieces() {
        var pieces = new ArrayList<Words>();
        var cut = CUT.matcher(lower);
        var start = 0;
        while (cut.find()) {
            add(start, cut.start(), cut.group().startsWith(":"), pieces);
            start = cut.end();
        }
        add(start, lower.length(), false, pieces);
        return pieces;
    }

    /** What somebody begins with asks for something, unless it ends in a colon. */
    private void add(int start, int end, boolean heads, List<Words> pieces) {
        var from = found.times().stream()
                .filter(time -> time.words().start() >= start && time.words().end() <= end)
                .mapToInt(time -> time.words().end())
                .max()
                .orElse(start);
        var own = from > start || start > 0 || heads;
        if (own && from < end && !lower.substring(from, end).isBlank()) {
            pieces.add(new Words(found.text().substring(from, end), from, end));
        }
    }

    private Optional<Words> several(Words piece) {
        return words(SEVERAL, piece)
                .filter(words -> !SAYS.matcher(Finds.lower(words.text())).find()
                        || SUFFERED.matcher(Finds.lower(words.text())).matches());
    }

    private Optional<Words> single(Words piece) {
        return words(SINGLE, piece);
    }

    private Optional<Words> words(Pattern shape, Words piece) {
        var bare = Finds.lower(piece.text()).strip();
        var match = shape.matcher(bare);
        if (!match.matches() || LIMIT.matcher(match.group(1)).find() || Purposes.none(match.group(1))) {
            return Optional.empty();
        }
        var start = lower.indexOf(bare, piece.start()) + match.start(1);
        var end = start + match.group(1).length();
        return Optional.of(new Words(found.text().substring(start, end), start, end))
                .filter(this::free);
    }

    private boolean free(Words words) {
        return found.times().stream().noneMatch(time -> time.words().overlaps(words))
                && found.mentions().stream()
                        .noneMatch(mention -> !Purposes.AROUND.contains(mention.slot())
                                && mention.words().overlaps(words));
    }
}
