package dev.quartermaster.intents.config;

import dev.quartermaster.intents.catalogue.Parameter;
import dev.quartermaster.intents.catalogue.Value;
import dev.quartermaster.intents.expression.ExpressionType;
import dev.quartermaster.intents.money.PriceList;
import dev.quartermaster.intents.part.Shape;
import dev.quartermaster.intents.plan.PathExpressions;
import dev.quartermaster.intents.yaml.Fields;
import dev.quartermaster.intents.yaml.Node;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** {@code price}: how much of each priced resource a golden path takes. */
final class PriceEntry {
    /** The kind that a GPU is priced as where the entry names none. */
    private static final String STANDARD_KIND = "a100";

    static final Shape.Entries SHAPE = Shape.map()
            .perhaps("cpu", Shape.text())
            .perhaps("memory", Shape.text())
            .perhaps("gpus", Shape.text())
            .perhaps("storage", Shape.text())
            .perhaps("tokens", Shape.text());

    private final PriceList prices;

    PriceEntry(PriceList prices) {
        this.prices = prices;
    }

    Map<String, String> read(Optional<Node> node, List<Parameter> parameters, Optional<PathExpressions> expressions) {
        Fields fields = node.map(SHAPE::open).orElse(null);
        if (fields == null) {
            return Map.of();
        }
        Map<String, String> price = new LinkedHashMap<>();
        fields.entries().forEach((resource, amount) -> {
            amount.text().ifPresent(text -> price.put(resource, text));
            amount(amount, expressions);
            if (resource.equals("gpus")) {
                kinds(parameters).forEach(kind -> priced("gpu." + kind, fields.key(resource)));
            } else {
                priced(resource, fields.key(resource));
            }
        });
        return price;
    }

    /** One expression alone, or a plain number or size. */
    private static void amount(Node amount, Optional<PathExpressions> expressions) {
        boolean filled = amount.plainText()
                .filter(text -> text.startsWith("${") && text.endsWith("}"))
                .isPresent();
        if (filled) {
            expressions.ifPresent(each -> ExpressionCheck.leaf(amount, each.prices(), ExpressionType.NUMBER));
        } else {
            amount.as(text -> text.endsWith("i") ? Value.Quantity.of(text) : NameFormats.amount(text));
        }
    }

    private static List<String> kinds(List<Parameter> parameters) {
        return parameters.stream()
                .filter(each -> each.name().equals("gpu_kind"))
                .map(Parameter::options)
                .findFirst()
                .orElse(List.of(STANDARD_KIND));
    }

    /** With no price at all the prices' own file is the trouble, and is reported itself. */
    private void priced(String resource, Node at) {
        boolean unread = prices.hourly().values().stream()
                .allMatch(price -> price.amount().signum() == 0);
        if (!unread && !prices.hourly().containsKey(resource)) {
            at.problem("prices.yaml has no price for " + resource + ".", "Add one there, or don't offer it here.");
        }
    }
}
