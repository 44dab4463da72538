package dev.quartermaster.intents.guide;

import dev.quartermaster.intents.catalogue.GoldenPath;
import dev.quartermaster.intents.catalogue.Parameter;
import dev.quartermaster.intents.catalogue.Value;
import dev.quartermaster.intents.config.Bundle;
import dev.quartermaster.intents.intent.Intent;
import dev.quartermaster.intents.intent.Term;
import dev.quartermaster.intents.people.PersonId;
import dev.quartermaster.intents.policy.Rights;
import dev.quartermaster.intents.reading.Standard;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** How long it takes to get something of a size, what that would cost and whose yes it needs; and what sizes there are. */
final class SizeAnswers {
    private static final Pattern CORES = Pattern.compile("(\\d{1,6})\\s*-?(?:cores?|cpus?|vcpus?|c\\b)");
    private static final Pattern MEMORY = Pattern.compile("(\\d{1,6})\\s*-?(?:gb|gib|gi|gigs?|g)\\b");
    private static final Pattern BARE = Pattern.compile("about (\\d{1,6})\\s*\\?");
    private static final int MOST = 6;

    private final Bundle bundle;
    private final Measures measures;
    private final Spoken spoken;

    SizeAnswers(Bundle bundle, Measures measures) {
        this.bundle = bundle;
        this.measures = measures;
        this.spoken = new Spoken(new Rights(bundle.people(), bundle.catalogue()));
    }

    /** @param named null: the standard environment is meant */
    Optional<String> took(PersonId asker, String text, @Nullable GoldenPath named) {
        if (named != null && named.planned()) {
            return Optional.of(Spoken.planned(named) + " So there is no telling yet how long it will take.");
        }
        var path = named == null ? Standard.of(Map.of(), bundle.catalogue()) : Optional.of(named);
        return path.map(found -> found.title() + ":\n"
                + asked(text, found).stream()
                        .map(parameters -> "• " + line(asker, found, parameters))
                        .collect(Collectors.joining("\n"))
                + "\n" + measured(found));
    }

    /** One for each number of cores asked about; the memory that was said once holds for all of them. */
    private static List<SortedMap<String, Value>> asked(String text, GoldenPath path) {
        var said = text.toLowerCase(Locale.ROOT);
        var memory = MEMORY.matcher(said);
        var gib = memory.find() ? Optional.of(memory.group(1)) : Optional.<String>empty();
        var sizes = new ArrayList<SortedMap<String, Value>>();
        for (var cores : numbers(said)) {
            SortedMap<String, Value> parameters = new TreeMap<>();
            if (path.parameter("cpu").isPresent()) {
                parameters.put("cpu", new Value.Whole(cores));
            }
            if (path.parameter("memory").isPresent()) {
                gib.ifPresent(amount -> parameters.put("memory", new Value.Quantity(new BigDecimal(amount))));
            }
            sizes.add(parameters);
        }
        return sizes.isEmpty() ? List.of(new TreeMap<>()) : sizes;
    }

    private static List<Long> numbers(String said) {
        var numbers = new TreeMap<Integer, Long>();
        for (var pattern : List.of(CORES, BARE)) {
            pattern.matcher(said).results().forEach(found -> numbers.put(found.start(1), Long.valueOf(found.group(1))));
        }
        return numbers.values().stream().distinct().limit(MOST).toList();
    }

    private String line(PersonId asker, GoldenPath path, SortedMap<String, Value> parameters) {
        var judgement = measures.judged(asker, new Intent.Launch(path.name(), parameters, new Term.Unsaid(), ""));
        var size = parameters.isEmpty()
                ? "as it comes"
                : parameters.entrySet().stream()
                        .map(each -> each.getKey().equals("cpu")
                                ? each.getValue().text() + " cores"
                                : each.getValue().text().replaceFirst("(?<=\\d)(?=[MGT]i$)", " ") + "B")
                        .collect(Collectors.joining(", "));
        var price = judgement.price() == null
                ? ""
                : " " + judgement.price().perHour() + " an hour, "
                        + judgement.price().ceiling() + " for the usual "
                        + new Value.Span(judgement.price().term()).words() + ";";
        return size + ":" + price + " " + spoken.verdict(judgement, asker) + ".";
    }

    private String measured(GoldenPath path) {
        var took = measures.handedOver(path.name()).stream().sorted().toList();
        return took.isEmpty()
                ? "How long it then takes until it is ready has not been measured yet: none was handed over so far."
                : "Then it takes " + seconds(took.get(took.size() / 2)) + " until it is ready ("
                        + (took.size() == 1 ? "measured once" : "the middle of the last " + took.size()) + ").";
    }

    private static String seconds(Duration length) {
        return length.toSeconds() < 120 ? length.toSeconds() + " seconds" : new Value.Span(length).words();
    }

    String offered(@Nullable GoldenPath named) {
        var paths = named != null
                ? List.of(named)
                : bundle.catalogue().paths().values().stream()
                        .filter(path -> !path.planned() && path.compute())
                        .sorted(Comparator.comparing(GoldenPath::name))
                        .toList();
        return paths.stream().map(SizeAnswers::described).collect(Collectors.joining("\n"));
    }

    private static String described(GoldenPath path) {
        var bounds = path.parameters().stream()
                .filter(parameter -> List.of("cpu", "memory", "gpus", "workers").contains(parameter.name()))
                .map(parameter -> parameter.name() + " " + parameter.valid())
                .collect(Collectors.joining(", "));
        var presets = path.parameters().stream()
                .filter(parameter -> parameter.type() == Parameter.Type.PRESET)
                .flatMap(parameter -> parameter.options().stream()
                        .map(option ->
                                option + " (" + preset(parameter.presets().getOrDefault(option, Map.of())) + ")"))
                .collect(Collectors.joining(", "));
        return path.title() + (path.planned() ? " (planned, not offered yet)" : "") + ": " + bounds
                + (presets.isEmpty() ? "." : "; in one word: " + presets + ".");
    }

    private static String preset(Map<String, Value> values) {
        return new TreeMap<>(values)
                .entrySet().stream()
                        .map(each -> each.getKey() + " " + each.getValue().text())
                        .collect(Collectors.joining(", "));
    }
}
