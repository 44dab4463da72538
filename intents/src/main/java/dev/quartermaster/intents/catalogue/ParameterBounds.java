package dev.quartermaster.intents.catalogue;

import dev.quartermaster.intents.schedule.Cron;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The bounds of a parameter: is a value within, and for a number, size or length the nearest that is. */
final class ParameterBounds {
    /** Host, path and tag or digest of an image (OCI distribution specification); nothing a shell or YAML would read. */
    private static final Pattern IMAGE = Pattern.compile(
            "[a-z0-9]([a-z0-9._:/-]*[a-z0-9])?(:[A-Za-z0-9_][A-Za-z0-9_.-]{0,127})?(@sha256:[0-9a-f]{64})?");

    private static final Value PINNED = new Value.Text("registry.example.com/team/image@sha256:" + "0".repeat(64));

    /** What YAML, JSON, a shell, CEL or Slack would read if it were anything but a value. */
    private static final String SIGNS = "x: '\"${p.x} {{ - # \\ é & <!here> | $(x) ";

    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9-]*");

    private ParameterBounds() {}

    private static boolean isName(String text) {
        return NAME.matcher(text).matches() && !text.contains("--") && !text.endsWith("-");
    }

    static Optional<Value> nearest(Parameter parameter, Value value) {
        return switch (value) {
            case Value.Whole whole
            when parameter.type() == Parameter.Type.INTEGER ->
                Optional.of(clamped(
                        whole,
                        or(parameter.min(), new Value.Whole(0)),
                        parameter.max(),
                        Comparator.comparingLong(Value.Whole::number)));
            case Value.Quantity size
            when parameter.type() == Parameter.Type.QUANTITY ->
                Optional.of(clamped(
                        size,
                        or(parameter.min(), Value.Quantity.ofMib(1)),
                        parameter.max(),
                        Comparator.comparing(Value.Quantity::gib)));
            case Value.Span span
            when parameter.type() == Parameter.Type.DURATION ->
                Optional.of(clamped(
                        span,
                        or(parameter.min(), new Value.Span(Duration.ofMinutes(1))),
                        parameter.max(),
                        Comparator.comparing(Value.Span::length)));
            case Value.Schedule schedule when parameter.type() == Parameter.Type.SCHEDULE -> Optional.of(schedule);
            case Value.Text text -> word(parameter, text);
            case Value.Whole whole -> Optional.empty();
            case Value.Quantity size -> Optional.empty();
            case Value.Span span -> Optional.empty();
            case Value.Schedule schedule -> Optional.empty();
            case Value.Relative relative -> Optional.empty();
        };
    }

    /** Valid values at the edges: the least, the most, each option; of words the longest, with every sign in it that others read. */
    static List<Value> edges(Parameter parameter) {
        Stream<Value> edges = switch (parameter.type()) {
            case INTEGER -> between(or(parameter.min(), new Value.Whole(0)), parameter.max());
            case QUANTITY -> between(or(parameter.min(), Value.Quantity.ofMib(1)), parameter.max());
            case DURATION -> between(or(parameter.min(), new Value.Span(Duration.ofMinutes(1))), parameter.max());
            case CHOICE, PRESET -> parameter.options().stream().map(Value.Text::new);
            case IMAGE ->
                Stream.concat(
                        Stream.of(PINNED), parameter.presets().values().stream().map(named -> named.get("image")));
            case NAME -> Stream.of(new Value.Text("a"), new Value.Text("a".repeat(longest(parameter))));
            case TEXT ->
                Stream.of(
                        new Value.Text("a"),
                        new Value.Text(SIGNS.repeat(longest(parameter)).substring(0, longest(parameter))));
            case SCHEDULE -> Stream.of("0 0 29 2 *", "* * * * *").map(Value.Schedule::of);
        };
        return edges.filter(value -> nearest(parameter, value).equals(Optional.of(value)))
                .distinct()
                .toList();
    }

    private static Stream<Value> between(Value least, @Nullable Value most) {
        return most == null ? Stream.of(least) : Stream.of(least, most);
    }

    private static int longest(Parameter parameter) {
        return parameter.max() instanceof Value.Whole(var most) ? (int) Math.min(most, 1000) : 1;
    }

    static String words(Parameter parameter) {
        return switch (parameter.type()) {
            case INTEGER -> or(parameter.min(), new Value.Whole(0)).text() + max(parameter, " to ");
            case QUANTITY, DURATION ->
                parameter.min() == null
                        ? max(parameter, "up to ")
                        : parameter.min().text() + max(parameter, " to ");
            case CHOICE, PRESET -> "one of " + String.join(", ", parameter.options());
            case IMAGE ->
                "an image such as quay.io/jupyter/scipy-notebook:2026-10-01"
                        + (parameter.options().isEmpty()
                                ? ""
                                : ", or in a word: " + String.join(", ", parameter.options()));
            case NAME ->
                "lower case letters, digits and single dashes, beginning with a letter, at most " + max(parameter, "")
                        + " characters";
            case TEXT -> "at most " + max(parameter, "") + " characters on one line";
            case SCHEDULE -> Cron.EXAMPLES;
        };
    }

    private static String max(Parameter parameter, String before) {
        return parameter.max() == null ? " or more" : before + parameter.max().text();
    }

    private static Value or(@Nullable Value bound, Value otherwise) {
        return bound == null ? otherwise : bound;
    }

    /** The bounds have the value's own type: the file's reader saw to it. */
    @SuppressWarnings("unchecked")
    private static <V extends Value> V clamped(V value, Value min, @Nullable Value max, Comparator<V> order) {
        if (order.compare(value, (V) min) < 0) {
            return (V) min;
        }
        return max != null && order.compare(value, (V) max) > 0 ? (V) max : value;
    }

    private static Optional<Value> word(Parameter parameter, Value.Text word) {
        String text = word.text();
        boolean valid = switch (parameter.type()) {
            case INTEGER, QUANTITY, DURATION, SCHEDULE -> false;
            case CHOICE, PRESET -> parameter.options().contains(text);
            case IMAGE -> fits(parameter, text) && IMAGE.matcher(text).matches();
            case NAME -> fits(parameter, text) && isName(text);
            case TEXT -> fits(parameter, text) && text.chars().noneMatch(Character::isISOControl);
        };
        if (valid) {
            return Optional.of(word);
        }
        return parameter.type() == Parameter.Type.NAME
                ? name(parameter, text)
                : parameter.chosen(text).map(Value.Text::new);
    }

    /** Somebody's words as a name: "Uplift Models" becomes uplift-models. */
    private static Optional<Value> name(Parameter parameter, String text) {
        String name =
                text.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-").replaceAll("^[^a-z]+|-+$", "");
        return parameter.max() instanceof Value.Whole(var most) && isName(name)
                ? Optional.of(name)
                        .map(each -> each.substring(0, (int) Math.min(most, each.length()))
                                .replaceAll("-+$", ""))
                        .map(Value.Text::new)
                : Optional.empty();
    }

    private static boolean fits(Parameter parameter, String text) {
        return parameter.max() instanceof Value.Whole most && text.length() <= most.number();
    }
}
