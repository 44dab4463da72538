package dev.quartermaster.bot.evaluation;

import dev.quartermaster.intents.catalogue.GoldenPath;
import dev.quartermaster.intents.catalogue.Parameter;
import dev.quartermaster.intents.catalogue.Value;
import dev.quartermaster.intents.intent.Intent;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** A launch with its size said in both ways: by the name of it, and by what that stands for. */
final class PresetSizes {
    private PresetSizes() {}

    static Intent.Launch said(Intent.Launch launch, GoldenPath path) {
        SortedMap<String, Value> both = new TreeMap<>(launch.parameters());
        for (Parameter parameter : path.parameters()) {
            if (parameter.type() == Parameter.Type.PRESET) {
                Value named = launch.parameters().get(parameter.name());
                Map<String, Value> stands =
                        named == null ? Map.of() : parameter.presets().get(named.text());
                stands.forEach(both::putIfAbsent);
                parameter.presets().forEach((name, values) -> {
                    if (!values.isEmpty() && both.entrySet().containsAll(values.entrySet())) {
                        both.putIfAbsent(parameter.name(), new Value.Text(name));
                    }
                });
            }
        }
        return launch.with(both);
    }
}
