package dev.quartermaster.intents.reading.slots;

import dev.quartermaster.intents.reading.text.Words;
import java.util.Optional;
import java.util.regex.Pattern;

/** Why somebody decides as they do: what stands after the decision, behind a dash, a comma, a point or a "because". */
final class Reasons {

    private static final Pattern DECISION = Pattern.compile(
            "\\b(?:den(?:y|ied)|reject(?:ed|ing)?|declin(?:e|ed|ing)|refus(?:e|ed|ing)|veto(?:ed)?|nope|nah|not this (?:time|one)|(?:not|never) (?:approv\\w+|granted|happy|signing|going)|(?:can['’]?t|cannot|won['’]?t|shan['’]?t|will not|don['’]?t|do not|unable to) (?:be )?(?:approv\\w*|grant\\w*|accept\\w*|allow\\w*|sign\\w*|let|give|go)|turn(?:ed|ing)?(?: \\w+)? down|hold off|knock(?:ed|ing)?(?: \\w+)? back|no from me|it['’]?s a no|that['’]?s a no|no way|thumbs down|approv(?:e|ed|es|ing)|lgtm|grant(?:ed)?|fine by me|let|happy|go ahead|ok(?:ay)?|sign(?:ed|ing)?[ -]?off|\\+1|yes|yep|yeah|no)\\b");
    private static final Pattern SAID = Pattern.compile(
            "\\b(?:because|cause|cos|since|reason\\s*[:=]?|due to|given(?: that)?|on the grounds (?:of|that))\\s+(.{3,200})$");
    private static final Pattern AFTER = Pattern.compile(
            "(?:\\s[–—-]+\\s+|:\\s+|,\\s*|;\\s*|[.!]\\s+|\\s*\\()(?:(?:sorry|and|but|because|since|cos|as|reason[:=]?|so|would you\\?|will you\\?|please)[, ]+){0,20}(\\S.{1,240}?)\\)?\\s*$");
    private static final Pattern UNTIL = Pattern.compile("\\b((?:until|till|unless|while|before) .{3,200})$");
    private static final Pattern NO_REASON = Pattern.compile(
            "^(?:please|pls|thanks|thank you|thx|ta|cheers|sorry|for now|for (?:two|three|one|a|\\d+).*|(?:for )?(?:\\w{1,30} )?(?:days?|weeks?|months?)(?: .*)?|(?:two|three|one|four|a|\\d+) (?:days?|weeks?|months?).*|but (?:for|only|not).*|only .*|ship it.*|you can .*|the same.*|go for.*|no problem.*|(?:decline|deny|reject|refuse|cancel)(?: it| this| that)?|please .*|give .*|let .*|go (?:ahead|on).*|away .*|crack on.*|ok(?:ay)?|fine.*|:\\S+:|grant .*|approve.*|lgtm.*|happy .*|no worries.*|mate|all good.*|looks good.*|good to go.*|by me.*|from (?:me|my side).*|read only.*|until .*|till .*|max(?:imum)? .*|ana|raj|guys|team|[\\W\\d_]+)$");
    private static final Pattern BOUND = Pattern.compile("[.;:–—]| - ");
    private static final Pattern LAST_POINT = Pattern.compile("[\\s.!]+$");

    private Reasons() {}

    /** @param approving a yes often goes on with limits and encouragement; those are no reasons */
    static Optional<Words> find(String text, boolean approving) {
        var lower = Finds.lower(text);
        var decision = DECISION.matcher(lower);
        var from = 0;
        // "Sorry, not this time." decides at the last words that do, in the first sentence that has any.
        while (decision.find()
                && (from == 0
                        || decision.start() - from < 24
                                && !BOUND.matcher(lower.substring(from, decision.start()))
                                        .find())) {
            from = decision.end();
        }
        var rest = lower.substring(from);
        for (var pattern : approving ? new Pattern[] {SAID, AFTER} : new Pattern[] {UNTIL, SAID, AFTER}) {
            var match = pattern.matcher(rest);
            if (match.find()) {
                var tail = LAST_POINT.matcher(rest.substring(match.start(1), match.end(1)));
                var end = from + (tail.find() ? match.start(1) + tail.start() : match.end(1));
                var start = from + match.start(1);
                var said = lower.substring(start, end);
                var none = approving
                        ? NO_REASON.matcher(said).matches()
                        : said.length() < 4
                                || NO_REASON.matcher(said).matches()
                                        && !said.startsWith("until")
                                        && !said.startsWith("only")
                                        && !said.startsWith("till");
                if (!none) {
                    return Optional.of(new Words(text.substring(start, end), start, end));
                }
            }
        }
        return Optional.empty();
    }
}
