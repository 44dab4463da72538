package dev.quartermaster.intents.yaml;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.DumperOptions.ScalarStyle;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.Tag;

/**
 * The type of a plain scalar's text: YAML 1.2's core schema, not 1.1's, in which {@code no} is false, {@code 12:30} is
 * 750 and {@code 0644} is 420. Everything that is not plainly a number or a truth value is text.
 */
final class Scalars {
    private static final Pattern WHOLE = Pattern.compile("-?(0|[1-9][0-9]{0,17})");
    private static final Pattern FRACTION = Pattern.compile("-?(0|[1-9][0-9]{0,17})\\.[0-9]{1,18}");

    private Scalars() {}

    static @Nullable Object of(ScalarNode scalar) {
        String text = scalar.getValue();
        if (scalar.getScalarStyle() != ScalarStyle.PLAIN || scalar.getTag().equals(Tag.STR)) {
            return text;
        }
        if (scalar.getTag().equals(Tag.NULL)) {
            return null;
        }
        if (text.equals("true") || text.equals("false")) {
            return Boolean.valueOf(text);
        }
        if (WHOLE.matcher(text).matches()) {
            return Long.valueOf(text);
        }
        return FRACTION.matcher(text).matches() ? (Object) Double.valueOf(text) : text;
    }
}
