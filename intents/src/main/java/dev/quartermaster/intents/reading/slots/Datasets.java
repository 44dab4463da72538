package dev.quartermaster.intents.reading.slots;

import dev.quartermaster.intents.catalogue.Catalogue;
import dev.quartermaster.intents.catalogue.Dataset;
import dev.quartermaster.intents.catalogue.DatasetName;
import dev.quartermaster.intents.people.CaseFolding;
import dev.quartermaster.intents.reading.KnownSlot;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** Datasets by name, synonym or schema; immutable. */
final class Datasets {

    private static final Pattern DOTTED = Pattern.compile(
            "(?<![\\w.@/:-])([a-z_][a-z0-9_-]{0,62}\\.(?:[a-z_][a-z0-9_]{0,62}|\\*))(?![\\w/@-]|\\.\\w)");
    private static final Pattern SCHEMA = Pattern.compile(
            "\\bschema ([a-z_][a-z0-9_]*)|\\b([a-z_][a-z0-9_]{0,62})(?= schema\\b)"
                    + "|\\b(?:everything|anything|all tables|all the tables|every table|all of it) (?:under|in|inside|within) (?:the )?(?:schema )?([a-z_][a-z0-9_]*)(?!\\w|\\.\\w)");
    private static final Pattern FILE = Pattern.compile(
            ".*\\.(?:com|org|net|io|py|csv|md|txt|sql|json|yaml|yml|ipynb|r|ai|dev|xlsx|pdf|app|sh)$|^(?:i\\.e|e\\.g|node\\.js)$");
    private static final Pattern UNDERSCORED =
            Pattern.compile("(?<![\\w./@:=-])([a-z][a-z0-9]*(?:_[a-z0-9]+){1,60})(?![\\w./@=:-]|=)");
    private static final Pattern EXCLUDED = Pattern.compile(
            "(?:\\bnot|\\bi['’]ve got|\\balready have|\\bi have|\\binstead of|\\brather than|\\bexcept|\\bnot on)(?: just| only)?(?: the)?(?: whole| entire)? $");

    private static final String CLEAR = "(?:clear[- ]?text|plain[- ]?text|unmasked|un-masked|unredacted|non-masked)";
    private static final Pattern CLEAR_BEFORE =
            Pattern.compile("(?<!\\bno |\\bnot )\\b" + CLEAR + "(?: version of)?(?: of)?(?: the| our)? $");
    private static final Pattern CLEAR_AFTER = Pattern.compile(
            "^(?: table| data)?,? \\(?(?:in (?:the )?clear(?: ?text)?|" + CLEAR + ")\\b(?! (?:is |are )?(?:not|isn))");

    private final Catalogue catalogue;
    private final Persons persons;
    private final Phrases phrases;

    Datasets(Catalogue catalogue, Persons persons) {
        this.catalogue = catalogue;
        this.persons = persons;
        this.phrases = new Phrases(phrases(catalogue));
    }

    /** A phrase that fits two datasets stands for neither: it is kept with an empty name, so that it is asked about. */
    private static Map<String, String> phrases(Catalogue catalogue) {
        var phrases = new HashMap<String, String>();
        for (Dataset dataset : catalogue.datasets().values()) {
            var name = dataset.name();
            var loose = new HashSet<>(List.of(
                    name.table().replace('_', ' '),
                    name.schema() + " " + name.table().replace('_', ' ')));
            dataset.synonyms().forEach(synonym -> loose.add(CaseFolding.lower(synonym)));
            loose.forEach(phrase -> phrases.merge(phrase, name.value(), (one, other) -> one.equals(other) ? one : ""));
        }
        return phrases;
    }

    List<Mention> find(String text, String lower) {
        var found = new ArrayList<Mention>();
        var dotted = DOTTED.matcher(lower);
        while (dotted.find()) {
            var name = dotted.group(1);
            if (!FILE.matcher(name).matches() && !persons.known(name) && !excluded(lower, dotted.start())) {
                found.add(Persons.mention(KnownSlot.DATASET, name, text, dotted.start(), dotted.end(), covered(name)));
            }
        }
        schemas(text, lower, found);
        spoken(text, lower, found);
        found.replaceAll(mention -> inClear(mention, text, lower));
        if (found.isEmpty()) {
            var table = UNDERSCORED.matcher(lower);
            while (table.find()) {
                found.add(Persons.mention(
                        KnownSlot.TABLE,
                        text.substring(table.start(1), table.end(1)),
                        text,
                        table.start(1),
                        table.end(1),
                        false));
            }
        }
        return found;
    }

    /** "Clear text customer accounts" are another dataset than the masked ones. */
    private Mention inClear(Mention mention, String text, String lower) {
        var clear = catalogue.datasets().values().stream()
                .filter(dataset -> dataset.clearTextOf() != null
                        && dataset.clearTextOf().value().equals(mention.value()))
                .findFirst();
        if (clear.isEmpty()) {
            return mention;
        }
        var before = CLEAR_BEFORE.matcher(lower.substring(0, mention.words().start()));
        var after = CLEAR_AFTER.matcher(lower.substring(mention.words().end()));
        var start = before.find() ? before.start() : mention.words().start();
        var end = mention.words().end() + (after.find() ? after.end() : 0);
        return start < mention.words().start() || end > mention.words().end()
                ? Persons.mention(KnownSlot.DATASET, clear.get().name().value(), text, start, end, true)
                : mention;
    }

    private static boolean excluded(String lower, int start) {
        return EXCLUDED.matcher(lower.substring(Math.max(0, start - 32), start)).find();
    }

    private boolean covered(String name) {
        try {
            return !catalogue.covered(new DatasetName(name)).isEmpty();
        } catch (IllegalArgumentException noName) {
            return false;
        }
    }

    private void schemas(String text, String lower, List<Mention> found) {
        var match = SCHEMA.matcher(lower);
        while (match.find()) {
            var group = match.group(1) != null ? 1 : match.group(2) != null ? 2 : 3;
            var schema = match.group(group);
            if (!Stops.TEAM.contains(schema) && !schema.equals("schema") && !excluded(lower, match.start())) {
                var name = schema + ".*";
                found.add(Persons.mention(KnownSlot.DATASET, name, text, match.start(), match.end(), covered(name)));
            }
        }
    }

    private void spoken(String text, String lower, List<Mention> found) {
        var hits = phrases.find(lower).stream()
                .filter(hit -> !excluded(lower, hit.start()))
                .sorted(Comparator.comparingInt(hit -> hit.start() - hit.end()))
                .toList();
        for (var hit : hits) {
            // Of names in a word the longest says which is meant; more of them only where each is named in several.
            var first = found.isEmpty();
            var words = text.substring(hit.start(), hit.end());
            var apart = found.stream()
                    .noneMatch(mention -> mention.value().equals(hit.name())
                            || mention.words().start() < hit.end()
                                    && hit.start() < mention.words().end());
            if (first || apart && !hit.name().isEmpty() && words.contains(" ")) {
                found.add(
                        hit.name().isEmpty()
                                ? Persons.mention(KnownSlot.DATASET, words, text, hit.start(), hit.end(), false)
                                : Persons.mention(KnownSlot.DATASET, hit.name(), text, hit.start(), hit.end(), true));
            }
        }
    }
}
