package dev.quartermaster.intents.reading.slots;

import dev.quartermaster.intents.catalogue.Dataset;
import dev.quartermaster.intents.catalogue.DatasetName;
import dev.quartermaster.intents.catalogue.GoldenPath;
import dev.quartermaster.intents.people.Person;
import dev.quartermaster.intents.people.TeamId;
import dev.quartermaster.intents.reading.Reader.Known;
import dev.quartermaster.intents.reading.text.Words;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Names the catalogue and the people know, found in words: by name, title or synonym. Built once for a catalogue,
 * because its patterns are; immutable and safe to share.
 */
public final class Names {

    private static final Pattern DOTTED = Pattern.compile(
            "(?<![\\w.@/:-])([a-z_][a-z0-9_]{0,62}\\.(?:[a-z_][a-z0-9_]{0,62}|\\*))(?![\\w/@-]|\\.\\w)");
    private static final Pattern SCHEMA =
            Pattern.compile("\\bschema ([a-z_][a-z0-9_]*)|\\b([a-z_][a-z0-9_]*)(?= schema\\b)");
    private static final Pattern FILE =
            Pattern.compile(".*\\.(?:com|org|net|io|py|csv|md|txt|sql|json|yaml|yml|ipynb|r)$|^(?:i\\.e|e\\.g)$");
    private static final Pattern MENTION =
            Pattern.compile("<@([uw][a-z0-9]+)(?:\\|[^>]*)?>|(?<![\\w.])@([a-z0-9][a-z0-9.-]{0,62})");
    private static final Pattern ID = Pattern.compile(
            "(?<![\\w-])((?:req|lease|env)-[a-z0-9][a-z0-9-]*)|(?<!\\w)(?:request|lease|env) #?(\\d{1,12})(?!\\w)");
    private static final Pattern TEAM = Pattern.compile(
            "(?<!\\b(?:my|our|the|your|whole|entire) )\\bteam ([a-z][a-z0-9-]+)|\\b([a-z][a-z0-9-]+)(?:'s)?(?="
                    + " (?:team|group)\\b)");
    private static final Pattern MINE = Pattern.compile("\\bmy (?:whole |entire )?(?:team|group)(?:'?s)?\\b|\\bour(?:"
            + " (?:team|group)(?:'?s)?)?\\b|\\bwe\\b|\\bus\\b");
    private static final Set<String> NO_TEAM = Set.of(
            "under",
            "for",
            "to",
            "per",
            "by",
            "each",
            "every",
            "is",
            "has",
            "spend",
            "usage",
            "on",
            "from",
            "with",
            "my",
            "the",
            "our",
            "your",
            "whole",
            "entire",
            "this",
            "that",
            "a",
            "data",
            "dev",
            "another",
            "resource",
            "new",
            "same",
            "and",
            "in",
            "of");

    private final Known known;
    private final Phrases datasets;
    private final Phrases paths;
    private final Map<String, String> persons = new HashMap<>();

    public Names(Known known) {
        this.known = known;
        this.datasets = new Phrases(datasetPhrases(known));
        this.paths = new Phrases(pathPhrases(known));
        for (Person person : known.people().persons().values()) {
            persons.put(person.id().value(), person.id().value());
            persons.put(person.name().toLowerCase(Locale.ROOT), person.id().value());
            person.emails()
                    .forEach(email -> persons.put(
                            email.toLowerCase(Locale.ROOT), person.id().value()));
        }
    }

    private static Map<String, String> pathPhrases(Known known) {
        var phrases = new HashMap<String, String>();
        for (GoldenPath path : known.catalogue().paths().values()) {
            var name = path.name().value();
            path.synonyms().forEach(synonym -> phrases.putIfAbsent(synonym.toLowerCase(Locale.ROOT), name));
            phrases.put(path.title().toLowerCase(Locale.ROOT), name);
            phrases.put(name, name);
            phrases.put(name.replace('-', ' '), name);
        }
        return phrases;
    }

    /** A phrase that fits two datasets stands for neither: it is kept with an empty name, so that it is asked about. */
    private static Map<String, String> datasetPhrases(Known known) {
        var phrases = new HashMap<String, String>();
        for (Dataset dataset : known.catalogue().datasets().values()) {
            var name = dataset.name();
            var loose = new HashSet<>(List.of(
                    name.table().replace('_', ' '),
                    name.schema() + " " + name.table().replace('_', ' ')));
            dataset.synonyms().forEach(synonym -> loose.add(synonym.toLowerCase(Locale.ROOT)));
            loose.forEach(phrase -> phrases.merge(phrase, name.value(), (one, other) -> one.equals(other) ? one : ""));
        }
        return phrases;
    }

    /** Everything named, the longest names first; spans of different kinds may overlap. */
    List<Mention> find(String text) {
        var lower = text.toLowerCase(Locale.ROOT);
        var folded = lower.length() == text.length() ? lower : text;
        var found = new ArrayList<Mention>();
        ids(text, folded, found);
        people(text, folded, found);
        teams(text, folded, found);
        datasets(text, folded, found);
        paths.find(folded).forEach(hit -> found.add(mention("path", hit.name(), text, hit.start(), hit.end(), true)));
        return found;
    }

    private static Mention mention(String slot, Object value, String text, int start, int end, boolean resolved) {
        return new Mention(slot, value, new Words(text.substring(start, end), start, end), resolved);
    }

    private static void each(Pattern pattern, String text, Consumer<Matcher> use) {
        var match = pattern.matcher(text);
        while (match.find()) {
            use.accept(match);
        }
    }

    private static void ids(String text, String lower, List<Mention> found) {
        each(ID, lower, match -> {
            var id = match.group(1) != null ? match.group(1) : match.group(2);
            found.add(mention("target", id, text, match.start(), match.end(), true));
        });
    }

    private void people(String text, String lower, List<Mention> found) {
        each(MENTION, lower, match -> {
            if (match.group(1) != null) {
                var id = match.group(1).toUpperCase(Locale.ROOT);
                found.add(mention("person", id, text, match.start(), match.end(), false));
            } else {
                var id = persons.get(match.group(2));
                found.add(mention(
                        "person", id == null ? match.group(2) : id, text, match.start(), match.end(), id != null));
            }
        });
        each(Phrases.WORD, lower, match -> {
            var id = persons.get(match.group().replaceFirst("['’]s$", ""));
            var inMark = match.start() > 0 && "@<".indexOf(lower.charAt(match.start() - 1)) >= 0;
            if (id != null && !inMark) {
                found.add(mention(
                        "person",
                        id,
                        text,
                        match.start(),
                        match.start() + match.group().replaceFirst("['’]s$", "").length(),
                        true));
            }
        });
    }

    private void teams(String text, String lower, List<Mention> found) {
        each(TEAM, lower, match -> {
            var name = match.group(1) != null ? match.group(1) : match.group(2);
            if (!NO_TEAM.contains(name)) {
                found.add(mention("team", name, text, match.start(), match.end(), isTeam(name)));
            }
        });
        if (found.stream().noneMatch(mention -> mention.slot().equals("team"))) {
            each(Phrases.WORD, lower, match -> {
                var name = match.group().replaceFirst("['’]s$", "");
                if (isTeam(name)) {
                    found.add(mention("team", name, text, match.start(), match.start() + name.length(), true));
                }
            });
        }
        if (found.stream().noneMatch(mention -> mention.slot().equals("team"))) {
            each(MINE, lower, match -> found.add(mention("team", "mine", text, match.start(), match.end(), true)));
        }
    }

    private boolean isTeam(String name) {
        return known.people().teams().keySet().stream().map(TeamId::value).anyMatch(name::equals);
    }

    private void datasets(String text, String lower, List<Mention> found) {
        each(DOTTED, lower, match -> {
            if (!FILE.matcher(match.group(1)).matches() && !persons.containsKey(match.group(1))) {
                var resolved = !known.catalogue()
                        .covered(new DatasetName(match.group(1)))
                        .isEmpty();
                found.add(mention("dataset", match.group(1), text, match.start(), match.end(), resolved));
            }
        });
        each(SCHEMA, lower, match -> {
            var schema = match.group(1) != null ? match.group(1) : match.group(2);
            if (!NO_TEAM.contains(schema)) {
                var name = new DatasetName(schema + ".*");
                var resolved = !known.catalogue().covered(name).isEmpty();
                found.add(mention("dataset", name.value(), text, match.start(), match.end(), resolved));
            }
        });
        if (found.stream().noneMatch(mention -> mention.slot().equals("dataset"))) {
            datasets.find(lower).stream()
                    .max(Comparator.comparingInt(hit -> hit.end() - hit.start()))
                    .ifPresent(hit -> {
                        var words = text.substring(hit.start(), hit.end());
                        found.add(
                                hit.name().isEmpty()
                                        ? mention("dataset", words, text, hit.start(), hit.end(), false)
                                        : mention("dataset", hit.name(), text, hit.start(), hit.end(), true));
                    });
        }
    }
}
