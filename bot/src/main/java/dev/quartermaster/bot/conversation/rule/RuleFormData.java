package dev.quartermaster.bot.conversation.rule;

import dev.quartermaster.bot.card.rule.RuleModal;
import dev.quartermaster.bot.slack.SlackInteraction.Submitted;
import dev.quartermaster.intents.rulebook.Edit;
import dev.quartermaster.intents.rulebook.RuleSheet;
import dev.quartermaster.intents.rulebook.RuleText;
import dev.quartermaster.intents.rulebook.Rulebook;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * What is put into a rule's form when it opens and comes back with it.
 *
 * @param proposes whether it may be proposed; otherwise it is only tried
 * @param others tests of other files that are in the form, too
 */
record RuleFormData(boolean proposes, String rule, List<Place> others) {
    RuleFormData {
        others = List.copyOf(others);
    }

    /** A test by its file and its number in it, from 0. */
    record Place(String file, int test) {}

    /** What the form carries: {@code change|compute-over-20|policies/budget.yaml#3,…}. */
    static Optional<RuleFormData> parse(String data) {
        String[] parts = data.split("\\|", -1);
        if (parts.length < 2 || !parts[0].matches("change|try") || !parts[1].matches("[a-z][a-z0-9-]{0,62}")) {
            return Optional.empty();
        }
        List<Place> others = new ArrayList<>();
        for (String each : parts.length > 2 ? parts[2].split(",") : new String[0]) {
            if (each.matches("policies/[^#,|]{1,200}#[0-9]{1,4}")) {
                int hash = each.indexOf('#');
                others.add(new Place(each.substring(0, hash), Integer.parseInt(each.substring(hash + 1))));
            }
        }
        return Optional.of(new RuleFormData(parts[0].equals("change"), parts[1], others));
    }

    String data() {
        return (proposes ? "change|" : "try|") + rule + "|"
                + others.stream().map(each -> each.file() + "#" + each.test()).collect(Collectors.joining(","));
    }

    RuleFormData with(List<Place> more) {
        List<Place> all = new ArrayList<>(others);
        all.addAll(more);
        return new RuleFormData(proposes, rule, all);
    }

    /** Empty when the rule is gone. */
    Optional<Edit> edit(Submitted submitted, Rulebook book) {
        return book.rule(rule)
                .map(text -> new Edit(text, submitted.value(RuleModal.RULE).orElse(""), tests(submitted, text, book)));
    }

    private Map<String, String> tests(Submitted submitted, RuleText text, Rulebook book) {
        Map<String, String> tests = new TreeMap<>();
        String own = typed(submitted);
        boolean said = book.sheet(text.file())
                .map(sheet -> !plain(String.join("\n", RuleModal.chunks(sheet))).equals(plain(own)))
                .orElse(false);
        if (said && !own.isBlank()) {
            tests.put(text.file(), own);
        }
        others.stream().map(Place::file).distinct().forEach(file -> tests.put(file, ofFile(submitted, book, file)));
        return tests;
    }

    private String ofFile(Submitted submitted, Rulebook book, String file) {
        List<String> all =
                new ArrayList<>(book.sheet(file).map(RuleFormData::all).orElse(List.of()));
        for (int at = 0; at < others.size(); at++) {
            Place place = others.get(at);
            if (place.file().equals(file) && place.test() < all.size()) {
                all.set(place.test(), submitted.value(RuleModal.OTHER + at).orElse(""));
            }
        }
        return String.join("\n", all);
    }

    private static List<String> all(RuleSheet sheet) {
        return sheet.tests().stream().map(RuleSheet.Test::text).toList();
    }

    static String typed(Submitted submitted) {
        List<String> chunks = new ArrayList<>();
        for (int at = 0; submitted.values().containsKey(RuleModal.TESTS + at); at++) {
            submitted.value(RuleModal.TESTS + at).ifPresent(chunks::add);
        }
        return String.join("\n", chunks);
    }

    private static String plain(String text) {
        return text.lines()
                .map(String::stripTrailing)
                .filter(line -> !line.isBlank())
                .collect(Collectors.joining("\n"));
    }
}
