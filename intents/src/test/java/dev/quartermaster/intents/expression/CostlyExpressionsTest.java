package dev.quartermaster.intents.expression;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.management.ThreadMXBean;
import dev.quartermaster.intents.expression.Expressions.Compiled;
import java.lang.management.ManagementFactory;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Expressions made to cost: each is refused, cut off, or cheap; what is cut off has stopped. */
class CostlyExpressionsTest {
    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    private static final Map<String, ExpressionType> NAMES =
            Map.of("p.text", ExpressionType.WORDS, "objects", ExpressionType.TREES, "p.n", ExpressionType.WHOLE);
    private static final Map<String, Object> VALUES = Map.of(
            "p.text",
            "a".repeat(200) + "b",
            "objects",
            IntStream.range(0, 90)
                    .mapToObj(number -> Map.of("name", "pod-" + number))
                    .toList(),
            "p.n",
            7L);

    private final Expressions tried = new Expressions(NAMES.keySet(), language(), EvaluationBudget.TRIED);
    private final Random random = new Random(52);

    private static Expressions.Language language() {
        return new Expressions.Language() {
            @Override
            public void declare(dev.cel.compiler.CelCompilerBuilder compiler) {
                NAMES.forEach((name, kind) -> compiler.addVar(name, kind.variable()));
            }

            @Override
            public void bind(dev.cel.runtime.CelRuntimeBuilder runtime) {}
        };
    }

    @Test
    void fiveHundredMadeToCostStayUnderASecondAndFiftyMegabytes() {
        for (int warm = 0; warm < 50; warm++) {
            evaluated(made(warm));
        }
        double worst = 0;
        long most = 0;
        int refused = 0;
        int cut = 0;
        for (int number = 0; number < 500; number++) {
            String text = made(number);
            long bytes = THREADS.getCurrentThreadAllocatedBytes();
            long cpu = THREADS.getCurrentThreadCpuTime();
            String came = evaluated(text);
            double seconds = (THREADS.getCurrentThreadCpuTime() - cpu) / 1e9;
            long megabytes = (THREADS.getCurrentThreadAllocatedBytes() - bytes) >> 20;
            worst = Math.max(worst, seconds);
            most = Math.max(most, megabytes);
            refused += came.equals("refused") ? 1 : 0;
            cut += came.equals("cut") ? 1 : 0;
            // Processor time and allocation of this thread: neither depends on how busy the machine is.
            assertThat(seconds).as(text).isLessThan(1);
            assertThat(megabytes).as(text).isLessThan(50);
        }
        assertThat(cut).isPositive();
        System.out.printf(
                "500 expressions made to cost: %d refused, %d cut off, worst %.3f s of CPU, most %d MB allocated%n",
                refused, cut, worst, most);
    }

    private String evaluated(String text) {
        return switch (tried.compile(text, ExpressionType.TRUTH)) {
            case Compiled.Faulty faulty -> "refused";
            case Compiled.Good(var expression) -> {
                try {
                    expression.holds(VALUES);
                    yield "cheap";
                } catch (Expression.Unworkable unworkable) {
                    yield "cut";
                }
            }
        };
    }

    private String made(int number) {
        int many = 2 + random.nextInt(60);
        return switch (number % 12) {
            case 0 -> "['" + "x".repeat(many) + "']" + ".map(s, s + s)".repeat(many) + ".size() > 0";
            case 1 -> "[[1]]" + ".map(l, [l, l])".repeat(many) + " == [[1]]";
            case 2 -> nested("objects", 1 + many % 5, "true") + "";
            case 3 ->
                list(many) + ".map(a, " + list(many) + ".map(b, " + list(many) + ".map(c, a + b + c))).size() > 0";
            case 4 -> "(p.text" + " + p.text".repeat(many) + ").contains(p.text + 'c')";
            case 5 ->
                list(many) + ".all(a, " + list(many) + ".all(b, !(p.text" + " + p.text".repeat(10)
                        + ").contains(p.text + 'c')))";
            case 6 -> "p.text.matches('(" + "a*".repeat(many) + ")*c')";
            case 7 -> "p.text.matches('((a{" + many + "}){" + many * 20 + "}){" + many * 20 + "}')";
            case 8 -> "(".repeat(many) + "true" + ")".repeat(many);
            case 9 -> "!".repeat(many * 20) + "true";
            case 10 ->
                "{'a': {'b': " + list(many) + ".map(a, {'k': " + list(many) + ".map(b, {'v': " + list(many)
                        + "})})}}.size() > 0";
            default -> "[['a']]" + ".map(l, {'k': l, 'm': l}).map(m, [m, m])".repeat(many / 2) + " != []";
        };
    }

    private static String nested(String over, int depth, String inside) {
        String text = inside;
        for (int level = 0; level < depth; level++) {
            text = over + ".all(v" + level + ", " + text + ")";
        }
        return text;
    }

    private static String list(int many) {
        return IntStream.range(0, many).mapToObj(String::valueOf).collect(Collectors.joining(",", "[", "]"));
    }

    @Test
    void oneThatIsInterruptedStops() throws Expression.Unworkable {
        var owners = Expressions.of(NAMES);
        var expression = ((Compiled.Good) owners.compile(
                        "objects.all(a, objects.all(b, a.name != 'x' && b.name != 'x' && p.n > 0))",
                        ExpressionType.TRUTH))
                .expression();
        assertThat(expression.holds(Map.of("objects", VALUES.get("objects"), "p.n", 1L)))
                .isTrue();
        Thread.currentThread().interrupt();
        try {
            assertThatThrownBy(() -> expression.holds(Map.of("objects", VALUES.get("objects"), "p.n", 1L)))
                    .isInstanceOf(Expression.Unworkable.class)
                    .hasMessageContaining("too long");
        } finally {
            assertThat(Thread.interrupted()).isTrue();
        }
    }

    @Test
    void whatIsTriedHasUnderATenthOfWhatFilesHave() {
        assertThat(EvaluationBudget.TRIED.work() * 10).isLessThan(EvaluationBudget.OWNERS.work());
        assertThat(EvaluationBudget.TRIED.turns() * 10).isLessThan(EvaluationBudget.OWNERS.turns());
    }

    @Test
    void loopsThreeDeepAreReadAndFourAreNot() {
        assertThat(tried.compile(nested("objects", 3, "true"), ExpressionType.TRUTH))
                .isInstanceOf(Compiled.Good.class);
        assertThat(tried.compile(nested("objects", 4, "true"), ExpressionType.TRUTH))
                .isInstanceOfSatisfying(
                        Compiled.Faulty.class, fault -> assertThat(fault.what()).contains("more than 3 deep"));
    }

    @Test
    void patternIsWrittenOutAndSmall() {
        assertThat(tried.compile("p.text.matches('^a+b$')", ExpressionType.TRUTH))
                .isInstanceOf(Compiled.Good.class);
        assertThat(tried.compile("p.text.matches(p.text)", ExpressionType.TRUTH))
                .isInstanceOfSatisfying(
                        Compiled.Faulty.class, fault -> assertThat(fault.what()).contains("written out"));
        assertThat(tried.compile("p.text.matches('((a{900}){900}){900}')", ExpressionType.TRUTH))
                .isInstanceOf(Compiled.Faulty.class);
    }
}
