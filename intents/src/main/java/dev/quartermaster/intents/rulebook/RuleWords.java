package dev.quartermaster.intents.rulebook;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A rule's words where no request fills them in: {@code ${words(price.estimate)}} reads as what stands there. */
final class RuleWords {
    private static final Pattern HOLE = Pattern.compile("\\$\\{([^}]*)}");
    private static final Pattern QUOTED = Pattern.compile("'[^']*'|\"[^\"]*\"");
    private static final Pattern FACT = Pattern.compile("\\b([a-z_]+)\\.([a-z_]+)\\b(?!\\()");
    private static final Pattern MONEY = Pattern.compile("\\s*words\\(money\\(([0-9.]+)\\)\\)\\s*");

    private RuleWords() {}

    static String plain(String because) {
        return HOLE.matcher(because).replaceAll(hole -> Matcher.quoteReplacement(read(hole.group(1))));
    }

    private static String read(String expression) {
        Matcher money = MONEY.matcher(expression);
        if (money.matches()) {
            return money.group(1);
        }
        if (expression.contains("gpus")) {
            return expression.contains("GPU") ? "so many GPUs" : "so many";
        }
        String bare = QUOTED.matcher(expression).replaceAll("");
        String facts = FACT.matcher(bare)
                .results()
                .map(fact -> named(fact.group(1), fact.group(2)))
                .distinct()
                .limit(2)
                .collect(Collectors.joining(" and "));
        return facts.isEmpty() ? bare.contains("datasets") ? "the data" : "…" : facts;
    }

    /** As one would say it of what the rule is asked about. */
    private static String named(String group, String name) {
        return switch (group + "." + name) {
            case "team.title", "team.id" -> "the team";
            case "grantee.name", "grantee.id" -> "whoever gets it";
            case "person.name", "person.id" -> "whoever asks";
            case "request.foreign" -> "the image";
            case "request.registries" -> "the allowed registries";
            case "price.added" -> "what it adds";
            default -> group.equals("d") ? "the data" : "the " + name.replace('_', ' ');
        };
    }
}
