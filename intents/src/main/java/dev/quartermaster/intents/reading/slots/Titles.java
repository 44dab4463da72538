package dev.quartermaster.intents.reading.slots;

import dev.quartermaster.intents.reading.text.Words;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Names given to new things, projects, images and jobs, as written. */
final class Titles {

    private static final Pattern CALLED = Pattern.compile(
            "\\b(?:called|named|name ?[:=]|name (?:it|is|should be)|(?<=[,;] )name(?= [a-z0-9]+(?:[-_]|\\s*(?:[,;.]|$)))|call (?:it|this|the \\w+)|(?:under|with|by) (?:the )?name(?: of)?|titled|--name)\\s+[\"'“`]?([a-z0-9][\\w.-]*)");
    private static final Pattern NAMED_THING = Pattern.compile(
            "\\b(?:bucket|repo|repository|(?:micro-?)?site|website|web ?page|landing page|namespace|key)(?: (?:pls|please))?(?: ?[:(,]| ?->)?\\s*(?<=[\\s:(])[\"'“`]?([a-z0-9]+(?:[-_][a-z0-9]+){1,60})|[\"'“`]([a-z0-9]+(?:[-_][a-z0-9]+){1,60})[\"'”`]|(?<![\\w.-])([a-z][a-z0-9]*(?:-[a-z0-9]+){1,60}) (?:bucket|repo|repository)\\b");
    private static final String IDENTIFIER = "[a-z0-9]+(?:[-_][a-z0-9]+){1,60}";
    private static final Pattern SEVERAL = Pattern.compile("(?:" + Counts.PATTERN
            + " )?(?:new |s3 |git )?(?:buckets|repos|repositories|websites|sites)(?: (?:please|pls))?(?: (?:called|named))?\\s?[,:(–—-]{0,2}\\s?("
            + IDENTIFIER
            + "(?:, ?" + IDENTIFIER + "){0,10},? ?(?:and|&|\\+) ?" + IDENTIFIER + ")(?![\\w-])");
    private static final Pattern ONE = Pattern.compile("[\\w-]+");
    private static final Pattern PROJECT = Pattern.compile(
            "(?:^|[,;:.(!?] ?|\\b(?:for|under|in|on|to|of|from|is|and|env|with|the|pls|please) )proj(?:ect)?(?:\\s*[:=]\\s*|\\s+(?:is |called |code |named |name )?)[\"'“]?([a-z0-9][\\w-]*(?:\\.[\\w-]+){0,60})");
    private static final Pattern IMAGE = Pattern.compile(
            "\\bimage\\s*(?:[:=]|is)?\\s+([\\w.-]+(?:[/:@][\\w./:@-]+){1,20})|(?<![\\w/.@:-])([\\w-]+(?:\\.[\\w-]+){1,60}(?::\\d+)?/[\\w./-]+(?::[\\w.-]+|@sha256:[0-9a-f]+))|(?<![\\w/.@:-])([a-z][\\w-]*/[\\w./-]+:[\\w.-]+)");
    private static final Pattern SPOKEN_IMAGE = Pattern.compile(
            "\\b(?:with|on|using|use|from|has|in|of|has) (?:the |an? |our )?((?:(?!(?:approved|default|same|latest|standard|new|usual|right|old|other|docker|base|custom|any|own|this|that|whatever|current)\\b)[\\w.+-]{1,40} ){1,4}?)(?:docker |container |base )?image\\b");
    private static final Pattern SCRIPT =
            Pattern.compile("(?<![\\w./@:-])(\\w[\\w./-]{0,180}+(?<=\\.(?:py|ipynb|[rR]|sh)))(?![\\w/@:-])");
    private static final Pattern REPOSITORY =
            Pattern.compile("(?<![\\w./@:-])(https?://[\\w.-]{1,100}+(?::\\d{1,5}+)?/[\\w./~-]{0,180}\\w)");
    private static final Pattern JOB_IDENTIFIER = Pattern.compile(
            "(?<![\\w.=/-])([a-z][a-z0-9]*(?:_[a-z0-9]+){1,60}|[a-z][a-z0-9]+(?:-[a-z0-9]+){2,60})(?![\\w.=/-]|=)");
    private static final String RUN =
            "(?:re-?run|re-?start|run|re-?trigger|trigger|kick off|kick|start|execute|fire off|fire|launch|submit|schedule|set off|dags?:?|airflow:?|rerunning|running)";
    private static final String JOB_NOUN =
            "(?:jobs?|dags?|workflows?|pipelines?|flows?|runs?|tasks?|etl|process|script|checks?)";
    private static final Pattern JOB = Pattern.compile(
            "\\b" + RUN
                    + "\\s+(?:me )?(?:(?:the|our|my|that|this|a|job|dag|workflow|pipeline|off|again)\\s+){0,20}((?:[\\w'’.-]{1,40} ?){1,5}?)(?: ?\\b"
                    + JOB_NOUN
                    + "\\b|$|[,.;?!(:]|(?<= )(?:now|please|pls|plz|again|for|every|with|w/|go|from|on|once|asap|right|manually|today|tonight|tomorrow|later|twice|thrice|at|after|in|using|rather|by|because|since|when|and|it|straight|against|would|could|can|if|to|off|off,|in)\\b)");
    private static final Pattern JOB_OF =
            Pattern.compile("\\b(?:the|our|my|that|this) ((?:[\\w'’-]{1,40} ){1,4}?)" + JOB_NOUN + "\\b");
    private static final Pattern OF_LATE = Pattern.compile(
            "\\b(?:last night|yesterday|today|tonight|this morning)['’]?s ((?:[\\w-]{1,40} )?[\\w-]+?)(?= (?:failed|crashed|died|again|please|pls|run|needs)\\b|[,.;?!]|$)");
    private static final Pattern LEAD = Pattern.compile(
            "^(?:(?:last night['’]s|yesterday['’]s|today['’]s|tonight['’]s|this morning['’]s|of|the|again) ){1,60}");

    private Titles() {}

    static Optional<Words> name(String text) {
        return Spans.first(CALLED, text)
                .filter(words -> !Stops.NAME.contains(Finds.lower(words.text())))
                .or(() -> Spans.first(NAMED_THING, text));
    }

    record Each(List<String> each, Words words) {}

    /** {@code two buckets, raw-in and raw-out}. */
    static Optional<Each> names(String text) {
        var match = SEVERAL.matcher(Finds.lower(text));
        if (!match.find()) {
            return Optional.empty();
        }
        var names = ONE.matcher(text.substring(match.start(2), match.end(2)))
                .results()
                .map(one -> one.group())
                .filter(name -> !name.equalsIgnoreCase("and"))
                .toList();
        return Optional.of(new Each(names, Spans.of(text, match.start(), match.end())));
    }

    /** {@code report.py}, with the folders before it. */
    static Optional<Words> script(String text) {
        return Spans.first(SCRIPT, text);
    }

    /** {@code https://git.example.com/risk/reports.git}. */
    static Optional<Words> repository(String text) {
        return Spans.first(REPOSITORY, text);
    }

    /** As long, with spaces for addresses and files of code: no name in them names anybody. */
    static String blank(String text) {
        var blank = new StringBuilder(text);
        for (var pattern : List.of(REPOSITORY, SCRIPT)) {
            pattern.matcher(text)
                    .results()
                    .forEach(match ->
                            blank.replace(match.start(), match.end(), " ".repeat(match.end() - match.start())));
        }
        return blank.toString();
    }

    static Optional<Words> project(String text) {
        return Spans.all(PROJECT, text)
                .filter(words -> !Stops.PROJECT.contains(Finds.lower(words.text())))
                .findFirst();
    }

    /** An image as a registry writes it. */
    static Optional<Words> address(String text) {
        return Spans.first(IMAGE, text);
    }

    /** In words: {@code the R 4.4 image} gives {@code R 4.4}. */
    static Optional<Words> image(String text) {
        return Spans.first(SPOKEN_IMAGE, text);
    }

    static Optional<Words> job(String text) {
        return Spans.first(JOB_IDENTIFIER, text)
                .or(() -> Spans.first(JOB_OF, text))
                .or(() -> Spans.first(JOB, text))
                .or(() -> Spans.first(OF_LATE, text))
                .map(words -> Spans.without(LEAD, words));
    }
}
