package dev.quartermaster.intents.reading.slots;

import dev.quartermaster.intents.catalogue.Catalogue;
import dev.quartermaster.intents.catalogue.DatasetName;
import dev.quartermaster.intents.catalogue.GoldenPath;
import dev.quartermaster.intents.catalogue.PathName;
import dev.quartermaster.intents.reading.KnownSlot;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Golden paths by name, title and synonym; the one that is asked for comes first. Immutable. */
final class Paths {

    private static final Pattern EXCLUDED = Pattern.compile(
            "(?:\\bno|\\bnot|\\binstead of|\\brather than|\\bwithout|\\bdon['’]?t (?:need|want))(?: the| an?| my)? $");
    /** What somebody works on or with, not what they ask for: {@code try prompts against the shared model}. */
    private static final Pattern USED =
            Pattern.compile("\\b(?:against|using|via|into|hitting|behind|from|of)(?: the| our| my| an?)? $");

    private static final Pattern THEIRS = Pattern.compile(
            "^ (?:models?|code|files?|scripts?|projects?|results|reports?|queries|exports?|outputs?|artefacts|artifacts|figures|users?|training data|weights)\\b");
    private static final Pattern CHIPS = Pattern.compile("(?:gpus?|[ahtvl]\\d{1,3}s?|cluster|compute cluster)");

    private static final Pattern INVENTED =
            Pattern.compile("\\b(?:made[ -]up|fake|dummy|invented|synthetic|pretend|mock|simulated) $");

    private final Catalogue catalogue;
    private final Phrases phrases;

    Paths(Catalogue catalogue) {
        this.catalogue = catalogue;
        this.phrases = new Phrases(phrases(catalogue));
    }

    private static Map<String, String> phrases(Catalogue catalogue) {
        var phrases = new HashMap<String, String>();
        for (GoldenPath path : catalogue.paths().values()) {
            var name = path.name().value();
            path.synonyms().forEach(synonym -> phrases.putIfAbsent(synonym.toLowerCase(Locale.ROOT), name));
            phrases.put(path.title().toLowerCase(Locale.ROOT), name);
            phrases.put(name, name);
            phrases.put(name.replace('-', ' '), name);
        }
        return phrases;
    }

    List<Mention> find(String text, String lower, List<Mention> datasets) {
        // What runs on a schedule may be a notebook; the notebook is not what is asked for.
        var scheduled = Schedules.find(text).isPresent();
        var hits = new ArrayList<Phrases.Hit>();
        for (var hit : phrases.find(lower)) {
            var before = lower.substring(Math.max(0, hit.start() - 28), hit.start());
            var used = USED.matcher(before).find()
                    || THEIRS.matcher(lower.substring(hit.end())).find();
            var other = scheduled && !hit.name().contains("schedule");
            if (!EXCLUDED.matcher(before).find() && !used && !other && !says(lower, hit)) {
                hits.add(hit);
            }
        }
        hits.sort(Comparator.comparingInt(Phrases.Hit::start));
        return hits.stream()
                .map(hit -> Persons.mention(
                        KnownSlot.PATH,
                        withScript(withData(hit, lower, datasets), text),
                        text,
                        hit.start(),
                        hit.end(),
                        true))
                .toList();
    }

    /** A kind of GPU or a bare cluster may be wanted on many paths: the rest of the sentence says on which. */
    private static boolean says(String lower, Phrases.Hit hit) {
        return CHIPS.matcher(lower.substring(hit.start(), hit.end())).matches();
    }

    /** Who names a file of code to run on a cluster wants it run, and no cluster to sit at. */
    private String withScript(String path, String text) {
        var job = new PathName(path.replaceFirst("-cluster$", "-job"));
        return path.endsWith("-cluster")
                        && Titles.repository(text).isPresent()
                        && Titles.script(text).isPresent()
                        && catalogue.path(job).isPresent()
                ? job.value()
                : path;
    }

    /** A notebook on data that its path may not see is the path of the same words that may. */
    private String withData(Phrases.Hit hit, String lower, List<Mention> datasets) {
        var named = catalogue.path(new PathName(hit.name()));
        var data = datasets.stream()
                .filter(mention -> mention.resolved()
                        && !INVENTED.matcher(lower.substring(0, mention.words().start()))
                                .find())
                .findFirst();
        if (named.isEmpty() || data.isEmpty() || named.get().data().classes().isEmpty()) {
            return hit.name();
        }
        var dataset = data.get().value().toString();
        if (sees(named.get(), dataset)) {
            return hit.name();
        }
        var fitting = catalogue.paths().values().stream()
                .filter(path -> sees(path, dataset))
                .filter(path -> path.synonyms().stream()
                        .anyMatch(synonym -> of(named.get(), lower.substring(hit.start(), hit.end()))
                                .anyMatch(synonym::contains)))
                .filter(path -> !path.name().value().equals(hit.name()))
                .toList();
        return fitting.size() == 1 ? fitting.getFirst().name().value() : hit.name();
    }

    /** The word itself, and what else the path is called. */
    private static Stream<String> of(GoldenPath path, String word) {
        return Stream.concat(Stream.of(word), path.synonyms().stream());
    }

    private boolean sees(GoldenPath path, String dataset) {
        var named = new DatasetName(dataset);
        return path.data().datasets().stream().anyMatch(name -> name.covers(named))
                || catalogue.covered(named).stream()
                        .allMatch(each -> path.data().classes().contains(each.dataClass()));
    }
}
