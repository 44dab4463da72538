package dev.quartermaster.intents.expression;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cel.common.types.ListType;
import dev.cel.common.types.MapType;
import dev.cel.common.types.SimpleType;
import dev.cel.compiler.CelCompilerBuilder;
import dev.cel.runtime.CelRuntimeBuilder;
import dev.quartermaster.intents.expression.Expressions.Compiled;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What is said without CEL is what CEL says: a "no" of the sieve is never CEL's "yes", nor a question without an answer. */
class SieveTest {
    private static final int EXPRESSIONS = 3_000;
    private static final int VALUES = 20;

    private final Expressions expressions = new Expressions(Set.of(), new Facts());

    private record Facts() implements Expressions.Language {
        @Override
        public void declare(CelCompilerBuilder compiler) {
            compiler.addVar("f", MapType.create(SimpleType.STRING, SimpleType.DYN))
                    .addVar("n", SimpleType.INT)
                    .addVar("m", SimpleType.INT)
                    .addVar("s", SimpleType.STRING)
                    .addVar("b", SimpleType.BOOL)
                    .addVar("t", SimpleType.DURATION)
                    .addVar("list", ListType.create(MapType.create(SimpleType.STRING, SimpleType.STRING)));
        }

        @Override
        public void bind(CelRuntimeBuilder runtime) {}
    }

    @Test
    void aNoIsAlwaysCelsOwnNo() {
        var random = new Random(4);
        int noes = 0;
        int told = 0;
        for (int i = 0; i < EXPRESSIONS; i++) {
            String text = truth(random, 4);
            Expression expression = compiled(text);
            for (int j = 0; j < VALUES; j++) {
                Map<String, Object> values = values(random);
                String truth = exactly(expression, values);
                boolean sieved = expression.surelyFalse(values);
                if (sieved) {
                    assertThat(truth).as("%s of %s", text, values).isEqualTo("false");
                }
                noes += truth.equals("false") ? 1 : 0;
                told += sieved ? 1 : 0;
            }
        }
        assertThat(told).as("of %s noes", noes).isGreaterThan(noes * 3 / 4);
    }

    @Test
    void whatItDoesNotKnowIsLeftToCel() throws Expression.Unworkable {
        Map<String, Object> values = values(new Random(1));
        for (String text : List.of(
                "s.startsWith('x')",
                "n / m > 1000",
                "n % 2 == 7",
                "{'a': n}['a'] == 77",
                "list.exists_one(d, d.k == 'zz')",
                "size(list) == 99",
                "n == 9223372036854775807 + 1 - 1 || n > 5000",
                "double(n) > 1e9")) {
            assertThat(compiled(text).surelyFalse(values)).as(text).isFalse();
        }
        assertThat(compiled("size(list) == 99").holds(values)).isFalse();
    }

    private static String exactly(Expression expression, Map<String, Object> values) {
        try {
            return String.valueOf(expression.exactly(values));
        } catch (Expression.Unworkable none) {
            return "none";
        }
    }

    private Expression compiled(String text) {
        return switch (expressions.compile(text, Kind.TRUTH)) {
            case Compiled.Good(var expression) -> expression;
            case Compiled.Faulty(var what, var todo) -> throw new AssertionError(what);
        };
    }

    private static Map<String, Object> values(Random random) {
        Map<String, Object> some = new TreeMap<>();
        if (random.nextInt(3) > 0) {
            some.put("x", random.nextBoolean() ? (Object) (long) random.nextInt(4) : "a");
        }
        List<Map<String, Object>> list = IntStream.range(0, random.nextInt(3))
                .mapToObj(each -> Map.<String, Object>of("k", word(random)))
                .toList();
        return Map.of(
                "f",
                some,
                "n",
                random.nextInt(8) == 0 ? Long.MAX_VALUE : (long) random.nextInt(4),
                "m",
                (long) random.nextInt(4),
                "s",
                word(random),
                "b",
                random.nextBoolean(),
                "t",
                Duration.ofHours(random.nextInt(4)),
                "list",
                list);
    }

    private static String word(Random random) {
        return List.of("a", "b", "c").get(random.nextInt(3));
    }

    private static String truth(Random random, int depth) {
        return switch (random.nextInt(depth > 0 ? 12 : 8)) {
            case 0 -> number(random) + comparison(random) + number(random);
            case 1 -> "s" + (random.nextBoolean() ? " == '" : " != '") + word(random) + "'";
            case 2 -> "s in ['" + word(random) + "', '" + word(random) + "']";
            case 3 -> "b";
            case 4 -> "t" + comparison(random) + "duration('" + random.nextInt(4) + "h')";
            case 5 -> "has(f.x)";
            case 6 -> "f.x == " + random.nextInt(4);
            case 7 ->
                "list." + (random.nextBoolean() ? "exists" : "all") + "(d, d.k == '" + word(random) + "' || "
                        + number(random) + " > 2)";
            case 8, 9 -> "(" + truth(random, depth - 1) + " && " + truth(random, depth - 1) + ")";
            case 10 -> "(" + truth(random, depth - 1) + " || " + truth(random, depth - 1) + ")";
            default -> "!(" + truth(random, depth - 1) + ")";
        };
    }

    private static String number(Random random) {
        return List.of("n", "m", "n + m", "n - 1", "n * 2", "f.x", String.valueOf(random.nextInt(4)))
                .get(random.nextInt(7));
    }

    private static String comparison(Random random) {
        return List.of(" == ", " != ", " < ", " <= ", " > ", " >= ").get(random.nextInt(6));
    }
}
