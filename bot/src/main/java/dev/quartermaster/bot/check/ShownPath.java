package dev.quartermaster.bot.check;

import dev.quartermaster.intents.catalogue.GoldenPath;
import dev.quartermaster.intents.catalogue.Parameter;
import dev.quartermaster.intents.catalogue.Value;
import dev.quartermaster.intents.config.Bundle;
import dev.quartermaster.intents.plan.Draft;
import dev.quartermaster.intents.plan.Part;
import dev.quartermaster.intents.plan.Plan;
import dev.quartermaster.intents.plan.Price;
import dev.quartermaster.intents.yaml.NearestWord;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** What would be made of a golden path with some values, as YAML in which every value that was filled in says where from. */
final class ShownPath {
    private ShownPath() {}

    sealed interface Answer {
        record Text(String text) implements Answer {}

        /** @param words with the next step */
        record Refused(String words) implements Answer {}
    }

    private static final class Unfit extends Exception {
        private static final long serialVersionUID = 1;

        Unfit(String words) {
            super(words);
        }
    }

    static Answer of(Bundle bundle, String name, Map<String, String> typed) {
        Optional<GoldenPath> found = CheckCommand.paths(bundle).stream()
                .filter(path -> path.name().value().equals(name))
                .findFirst();
        Optional<Samples> samples = Samples.of(bundle);
        if (found.isEmpty()) {
            return new Answer.Refused("There is no golden path " + name + ". "
                    + NearestWord.todo(
                            name,
                            CheckCommand.paths(bundle).stream()
                                    .map(path -> path.name().value())
                                    .toList()));
        }
        if (samples.isEmpty()) {
            return new Answer.Refused("No team has a member, so nobody can have it. Add one to people.yaml.");
        }
        GoldenPath path = found.get();
        try {
            return switch (samples.get().draft(path, values(path, typed))) {
                case Draft.Ready(var plan, var price) -> new Answer.Text(text(path, plan, price));
                case Draft.Outside(var findings, var fault) ->
                    new Answer.Refused(findings.getFirst().words() + (fault.isEmpty() ? "" : " (" + fault + ".)"));
            };
        } catch (Unfit unfit) {
            return new Answer.Refused(unfit.getMessage());
        }
    }

    private static SortedMap<String, Value> values(GoldenPath path, Map<String, String> typed) throws Unfit {
        SortedMap<String, Value> values = new TreeMap<>();
        for (Map.Entry<String, String> each : typed.entrySet()) {
            List<String> names = path.parameters().stream().map(Parameter::name).toList();
            Parameter parameter = path.parameter(each.getKey())
                    .orElseThrow(() -> new Unfit(path.name() + " has no parameter " + each.getKey() + ". "
                            + NearestWord.todo(each.getKey(), names)));
            try {
                values.put(parameter.name(), parameter.type().read(each.getValue()));
            } catch (IllegalArgumentException none) {
                throw new Unfit(parameter.option() + ": " + none.getMessage() + ".");
            }
        }
        return values;
    }

    private static String text(GoldenPath path, Plan plan, Price price) {
        var text = new StringBuilder("# " + path.title() + ", for " + new Value.Span(plan.term()).words() + ": "
                + price.perHour() + " an hour, " + price.ceiling() + " in all\n# "
                + plan.parameters().entrySet().stream()
                        .map(each -> Parameter.option(each.getKey()) + " "
                                + each.getValue().text())
                        .collect(Collectors.joining(" "))
                + "\n");
        for (int i = 0; i < plan.parts().size(); i++) {
            Part part = plan.parts().get(i);
            text.append("\n# part ")
                    .append(part.name())
                    .append(" (")
                    .append(part.provider())
                    .append(")\n");
            if (part.spec().get("manifests") instanceof List<?> manifests) {
                Object templates = path.parts().get(i).spec().get("manifests");
                for (MarkedYaml.Pair pair : MarkedYaml.pairs(manifests, templates)) {
                    text.append("---\n").append(MarkedYaml.of(pair.filled(), pair.template()));
                }
            } else {
                text.append(MarkedYaml.of(part.spec(), path.parts().get(i).spec()));
            }
        }
        plan.links()
                .forEach(link -> text.append("\n# link ")
                        .append(link.title())
                        .append(": ")
                        .append(link.url()));
        return text.toString().strip().replace('\uFDD0', '<').replace('\uFDD1', '>');
    }
}
