package dev.quartermaster.intents.reading.gate;

import dev.quartermaster.intents.reading.clauses.ClauseSplitter;
import dev.quartermaster.intents.reading.slots.Found;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** Words for when something begins or ends that are no time anybody could tell: "until the end of the sprint". */
record UnknownMoments(String text, Found found) {
    private static final Pattern END = Pattern.compile(
            "(?i)\\b(?:until|till|til)\\s+(?!then\\b|now\\b|further\\b|i say\\b)"
                    + "(\\p{L}[^,.;!?\\n\\d]{1,40}?)(?=\\s+(?:please|pls|plz|for|with|and|so|then|if|because)\\b|[,.;!?\\n]|$)");
    private static final Pattern START = Pattern.compile(
            "(?i)\\b((?:after|once|as soon as) (?:the |our |my |this )?(?!that\\b|it\\b|all\\b|this\\b|you\\b|a\\b)\\p{L}[\\p{L} ]{1,30}?)(?=\\s+(?:please|pls|for|with|and)\\b|[,.;!?\\n]|$)");

    /** "When she is back", and not "when you have a moment" nor a question. */
    private static final Pattern EVENT = Pattern.compile(
            "(?i)(?<=[\\p{L}\\d,] )(?<!\\b(?:me|us|know|see|say) )((?:when|whenever|the moment|as long as) (?!you\\b|possible\\b|do(?:es)?\\b|did\\b|is\\b|are\\b|was\\b|will\\b|would\\b|can\\b|could\\b|should\\b)"
                    + "(?:\\p{L}[\\p{L}'’-]{0,24} ){1,5}?(?:is|are|has|have|gets|comes|ends|finishes|stops|agrees|says|returns|leaves|arrives|starts|begins|allows|needs|works|runs)\\b(?: [\\p{L}'’-]{1,24}){0,4}?)(?=\\s+(?:please|pls|for|with|and)\\b|[,.;!?\\n]|$)");

    Optional<String> end() {
        return first(END);
    }

    /** "After the demo". */
    Optional<String> start() {
        return first(START);
    }

    /** "When the cluster is free". */
    Optional<String> event() {
        return first(EVENT);
    }

    private Optional<String> first(Pattern moment) {
        return moment.matcher(text)
                .results()
                .filter(said -> found.times().stream()
                        .noneMatch(time -> time.words().start() < said.end()
                                && said.start() < time.words().end()))
                .map(said -> said.group(1).strip())
                .filter(said -> !ClauseSplitter.DAYS
                        .matcher(said.toLowerCase(Locale.ROOT))
                        .find())
                .findFirst();
    }
}
