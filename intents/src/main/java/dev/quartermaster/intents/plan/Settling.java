package dev.quartermaster.intents.plan;

import dev.quartermaster.intents.catalogue.GoldenPath;
import dev.quartermaster.intents.catalogue.Parameter;
import dev.quartermaster.intents.catalogue.Value;
import dev.quartermaster.intents.intent.Intent;
import dev.quartermaster.intents.people.ImageRules;
import dev.quartermaster.intents.plan.Draft.Finding;
import dev.quartermaster.intents.yaml.NearestWord;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** Gives every parameter of a launch its value: what was said, else what a preset stands for, else the standard. */
final class Settling {
    private static final String DURATION = "duration";

    private final GoldenPath path;
    private final ImageRules images;
    private final SortedMap<String, Value> values = new TreeMap<>();
    private final List<Finding> findings = new ArrayList<>();

    private Settling(GoldenPath path, ImageRules images) {
        this.path = path;
        this.images = images;
    }

    /** @param values every parameter but presets, among them {@code duration}; complete only without findings */
    record Settled(SortedMap<String, Value> values, List<Finding> findings) {}

    static Settled of(GoldenPath path, ImageRules images, Intent.Launch launch, Instant start) {
        var settling = new Settling(path, images);
        settling.standards();
        settling.presets(launch.parameters());
        launch.parameters().forEach(settling::said);
        settling.term(launch, start);
        settling.missing();
        return new Settled(settling.values, List.copyOf(settling.findings));
    }

    private void standards() {
        for (Parameter parameter : path.parameters()) {
            if (parameter.standard() != null) {
                values.put(parameter.name(), parameter.standard());
            }
        }
    }

    private void presets(Map<String, Value> said) {
        for (Parameter parameter : path.parameters()) {
            Value chosen = said.get(parameter.name());
            if (parameter.type() == Parameter.Type.PRESET && chosen != null) {
                within(parameter, chosen);
                values.putAll(parameter.presets().getOrDefault(chosen.text(), Map.of()));
            }
        }
    }

    private void said(String name, Value value) {
        path.parameter(name)
                .ifPresentOrElse(
                        parameter -> {
                            if (parameter.type() == Parameter.Type.IMAGE) {
                                image(parameter, value);
                            } else if (parameter.type() != Parameter.Type.PRESET) {
                                within(parameter, value);
                                values.put(name, value);
                            }
                        },
                        () -> findings.add(new Finding(name, unknown(name), null)));
    }

    /** By its name, in the words that the path has for it, or a tool that isn't offered. */
    private void image(Parameter parameter, Value said) {
        Value meant = parameter.image(said.text()).orElse(said);
        Optional<String> instead = meant == said ? images.instead(said.text()) : Optional.empty();
        if (instead.isPresent()) {
            findings.add(new Finding(
                    parameter.name(), ImageRules.refusal(written(said), instead.get()), parameter.standard()));
            return;
        }
        within(parameter, meant);
        values.put(parameter.name(), meant);
    }

    private void term(Intent.Launch launch, Instant start) {
        Parameter parameter = path.parameter(DURATION)
                .orElseThrow(() ->
                        new IllegalStateException(path.name() + " has no duration; its file's check prevents it"));
        // A preset may stand for a length as well.
        if (!(values.get(DURATION) instanceof Value.Span standard)) {
            throw new IllegalStateException(path.name() + " has no standard duration; its file's check prevents it");
        }
        switch (PlannedTerm.length(launch.term(), start, standard.length())) {
            case PlannedTerm.Length.Of(var length) -> {
                within(parameter, new Value.Span(length));
                values.put(DURATION, new Value.Span(length));
            }
            case PlannedTerm.Length.Over over -> findings.add(new Finding(DURATION, PlannedTerm.OVER, standard));
        }
    }

    private void missing() {
        for (Parameter parameter : path.parameters()) {
            if (parameter.required() && !values.containsKey(parameter.name())) {
                String what = parameter.type() == Parameter.Type.TEXT
                                && !parameter.about().isBlank()
                        ? parameter.about()
                        : parameter.valid();
                String words = "Say which %s (%s): %s.".formatted(parameter.name(), parameter.option(), what);
                findings.add(new Finding(parameter.name(), words, null));
            }
        }
    }

    private void within(Parameter parameter, Value value) {
        var nearest = parameter.nearest(value);
        if (nearest.filter(value::equals).isEmpty()) {
            String words =
                    "%s can be %s, not %s.".formatted(capital(parameter.name()), parameter.valid(), written(value));
            findings.add(new Finding(parameter.name(), words, nearest.orElse(null)));
        }
    }

    private String unknown(String name) {
        List<String> names = path.parameters().stream().map(Parameter::name).toList();
        return "%s has no parameter %s. %s".formatted(path.title(), shortened(name), NearestWord.todo(name, names));
    }

    private static String written(Value value) {
        return value instanceof Value.Span span ? span.words() : shortened(value.text());
    }

    private static String capital(String name) {
        String words = name.replace('_', ' ').replace("gpu", "GPU").replace("cpu", "CPU");
        return Character.toUpperCase(words.charAt(0)) + words.substring(1);
    }

    private static String shortened(String text) {
        return text.length() <= 60 ? text : text.substring(0, 60) + "…";
    }
}
