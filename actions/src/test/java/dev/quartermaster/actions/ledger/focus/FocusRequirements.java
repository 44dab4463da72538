package dev.quartermaster.actions.ledger.focus;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What the file {@code focus/requirements-1.4.txt} asks of each line, and which of it a line breaks. */
record FocusRequirements(List<Requirement> all) {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Pattern DECIMAL = Pattern.compile("-?\\d+(\\.\\d+)?(E-?\\d+)?");
    private static final Pattern MOMENT = Pattern.compile("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\dZ");
    private static final Pattern UNIT = Pattern.compile("(\\d+ )?[A-Z][A-Za-z]*(-[A-Z][a-z]+s)?");

    record Requirement(String column, List<String> when, String what) {
        @Override
        public String toString() {
            return column + (when.isEmpty() ? "" : " when " + String.join(" and ", when)) + ": " + what;
        }
    }

    static FocusRequirements read() {
        try (InputStream in = FocusRequirements.class.getResourceAsStream("/focus/requirements-1.4.txt")) {
            return new FocusRequirements(new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#") && !line.isBlank())
                    .map(line -> line.split("\\|"))
                    .map(parts -> new Requirement(
                            parts[0].strip(),
                            parts[1].isBlank()
                                    ? List.of()
                                    : Stream.of(parts[1].split("&"))
                                            .map(String::strip)
                                            .toList(),
                            parts[2].strip()))
                    .toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** @param line by column; a column that is there and has no value stands with an empty text */
    List<Requirement> broken(Map<String, String> line) {
        List<Requirement> broken = new ArrayList<>();
        for (Requirement each : all) {
            boolean applies = each.when().stream().allMatch(condition -> holds(condition, line));
            if (applies && !met(each, line)) {
                broken.add(each);
            }
        }
        return broken;
    }

    private static boolean holds(String condition, Map<String, String> line) {
        String column = condition.substring(0, condition.indexOf(' '));
        String rest = condition.substring(column.length() + 1);
        String value = value(column, line);
        return switch (rest) {
            case "null" -> value == null;
            case "not null" -> value != null;
            default -> value != null && among(value, rest.substring("is ".length()));
        };
    }

    private static boolean met(Requirement requirement, Map<String, String> line) {
        String value = value(requirement.column(), line);
        String what = requirement.what();
        return switch (what) {
            case "present" -> line.containsKey(requirement.column());
            case "null" -> value == null;
            case "not null" -> value != null;
            default -> value == null || fits(value, what, line);
        };
    }

    private static boolean fits(String value, String what, Map<String, String> line) {
        return switch (what) {
            case "decimal" -> DECIMAL.matcher(value).matches();
            case "moment" -> MOMENT.matcher(value).matches();
            case "text" -> value.equals(value.strip());
            case "unit" -> UNIT.matcher(value).matches();
            case "currency" ->
                Currency.getAvailableCurrencies().stream()
                        .anyMatch(currency -> currency.getCurrencyCode().equals(value));
            case "pairs" -> pairs(value);
            default -> compared(value, what, line);
        };
    }

    private static boolean compared(String value, String what, Map<String, String> line) {
        String[] words = what.split(" ");
        if (what.startsWith("one of ")) {
            return among(value, what.substring("one of ".length()));
        }
        String other = value(words[words.length - 1], line);
        return switch (words[0]) {
            case "equals" -> same(number(value), number(other));
            case "product" -> {
                BigDecimal price = number(value(words[2], line));
                BigDecimal quantity = number(other);
                yield price != null && quantity != null && same(number(value), price.multiply(quantity));
            }
            case "before" -> at(value).isBefore(at(other));
            case "not" ->
                words[1].equals("before")
                        ? !at(value).isBefore(at(other))
                        : !at(value).isAfter(at(other));
            default -> throw new IllegalArgumentException(what);
        };
    }

    private static boolean pairs(String value) {
        try {
            JsonNode read = JSON.readTree(value);
            return read.isObject() && read.values().stream().noneMatch(JsonNode::isContainer);
        } catch (RuntimeException notJson) {
            return false;
        }
    }

    private static boolean among(String value, String choices) {
        return List.of(choices.split("/")).contains(value);
    }

    private static boolean same(@Nullable BigDecimal one, @Nullable BigDecimal other) {
        return one != null && other != null && one.compareTo(other) == 0;
    }

    private static @Nullable BigDecimal number(@Nullable String text) {
        return text != null && DECIMAL.matcher(text).matches() ? new BigDecimal(text) : null;
    }

    /** One that is no moment is before and after everything: another requirement says so. */
    private static Instant at(@Nullable String text) {
        return text != null && MOMENT.matcher(text).matches() ? Instant.parse(text) : Instant.MIN;
    }

    private static @Nullable String value(String column, Map<String, String> line) {
        String value = line.get(column);
        return value == null || value.isEmpty() ? null : value;
    }
}
