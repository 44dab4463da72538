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

    Optional<String> end() {
        return first(END);
    }

    /** "After the demo". */
    Optional<String> start() {
        return first(START);
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
