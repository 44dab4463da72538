package dev.quartermaster.bot.check;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.Yaml;

/** A filled tree as YAML, each value that was filled in with what it was filled in for as a comment behind it. */
final class MarkedYaml {
    private static final String WHEN = "when";
    private static final String THEN = "then";

    private final StringBuilder text = new StringBuilder();

    private MarkedYaml() {}

    /** An item of a filled list with what it was made of; null where that cannot be told. */
    record Pair(Object filled, @Nullable Object template) {}

    static String of(Object filled, @Nullable Object template) {
        var marked = new MarkedYaml();
        marked.node(filled, unwrapped(template), "");
        return marked.text.toString();
    }

    private void node(Object filled, @Nullable Object template, String indent) {
        switch (filled) {
            case Map<?, ?> map
            when !map.isEmpty() ->
                map.forEach((key, value) -> {
                    text.append(indent).append(scalar(key)).append(':');
                    Object made = template instanceof Map<?, ?> of ? of.get(key) : null;
                    below(value, unwrapped(made), indent + "  ");
                });
            case List<?> list
            when !list.isEmpty() ->
                pairs(list, template).forEach(pair -> {
                    int from = text.length();
                    below(pair.filled(), unwrapped(pair.template()), indent + "  ");
                    // The first line of an item stands behind its dash.
                    String item = text.substring(from).replaceFirst("^\\s+", "");
                    text.setLength(from);
                    text.append(indent).append("- ").append(item);
                });
            default -> text.append(indent).append(leaf(filled, template)).append('\n');
        }
    }

    private void below(Object value, @Nullable Object template, String indent) {
        if (value instanceof Map<?, ?> map && !map.isEmpty() || value instanceof List<?> list && !list.isEmpty()) {
            text.append('\n');
            node(value, template, indent);
        } else if (value instanceof String words && words.contains("\n")) {
            text.append(" |-").append(mark(template, words)).append('\n');
            words.stripTrailing()
                    .lines()
                    .forEach(line -> text.append(indent).append(line).append('\n'));
        } else {
            text.append(' ').append(leaf(value, template)).append('\n');
        }
    }

    private static String leaf(Object value, @Nullable Object template) {
        return scalar(value) + mark(template, value);
    }

    private static String mark(@Nullable Object template, Object value) {
        return template instanceof String made && made.contains("${") && !made.contains("\n") && !made.equals(value)
                ? "  # " + made
                : "";
    }

    private static String scalar(Object value) {
        var options = new DumperOptions();
        options.setWidth(Integer.MAX_VALUE);
        options.setSplitLines(false);
        options.setDefaultFlowStyle(DumperOptions.FlowStyle.FLOW);
        return new Yaml(options).dump(value).strip();
    }

    /** A list's items with what each was made of: those left out ({@code when: …} that was false) are passed over. */
    static List<Pair> pairs(List<?> filled, @Nullable Object template) {
        List<?> templates = template instanceof List<?> list ? list : List.of();
        List<Pair> pairs = new ArrayList<>();
        int next = 0;
        for (Object item : filled) {
            int at = next;
            while (at < templates.size() && conditional(templates.get(at)) && !fits(item, templates.get(at))) {
                at++;
            }
            boolean made = at < templates.size() && fits(item, templates.get(at));
            pairs.add(new Pair(item, made ? templates.get(at) : null));
            next = made ? at + 1 : next;
        }
        return pairs;
    }

    private static boolean conditional(Object template) {
        return template instanceof Map<?, ?> map
                && map.get(WHEN) instanceof String condition
                && condition.strip().startsWith("${");
    }

    /** Without its condition, which is no part of what is made. */
    private static @Nullable Object unwrapped(@Nullable Object template) {
        if (template == null || !conditional(template)) {
            return template;
        }
        Map<Object, Object> rest = new LinkedHashMap<>((Map<?, ?>) template);
        rest.remove(WHEN);
        return rest.size() == 1 && rest.containsKey(THEN) ? rest.get(THEN) : rest;
    }

    private static boolean fits(Object filled, @Nullable Object conditional) {
        Object template = Optional.ofNullable(unwrapped(conditional)).orElse("");
        return switch (filled) {
            case Map<?, ?> map ->
                template instanceof Map<?, ?> of
                        && map.entrySet().stream()
                                .allMatch(each ->
                                        of.containsKey(each.getKey()) && fits(each.getValue(), of.get(each.getKey())));
            case List<?> list -> template instanceof List<?>;
            default -> template.equals(filled) || template instanceof String made && made.contains("${");
        };
    }
}
