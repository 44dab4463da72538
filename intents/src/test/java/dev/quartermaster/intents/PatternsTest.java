package dev.quartermaster.intents;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/**
 * Every pattern of this module that is kept in a field, on text made to cost, up to what Slack sends: none overflows the
 * stack of an ordinary thread, and none costs by the square of the length.
 */
class PatternsTest {
    private static final int SHORT = 1_000;
    private static final int LONG = 8_000;
    /** At each character: far more than any grammar here needs, far less than the square of a message's length. */
    private static final long MOST_LOOKS = 400;
    /** Eight times the length: eight times the looks where it is linear, sixty-four where it is not. */
    private static final long MOST_TIMES = 24;
    /** A fifth of the stack that threads have by default, for a fifth of what Slack sends. */
    private static final ExecutorService STACK = Executors.newSingleThreadExecutor(work -> {
        var thread = new Thread(null, work, "patterns", 200_000);
        thread.setDaemon(true);
        return thread;
    });

    private static final List<String> PIECES = List.of(
            "a",
            "A",
            "1",
            " ",
            "\n",
            "\t ",
            "-",
            "'",
            "’",
            "\"",
            "(",
            ")",
            "<",
            "<@u",
            "`",
            "“",
            ".",
            ",",
            "/",
            ":",
            "_",
            "@",
            "+",
            "ü",
            "é\u0301",
            "\u0489",
            "\u200D",
            "👩",
            "a ",
            "1 ",
            "a-",
            "a_",
            "a.",
            "a'",
            "a, ",
            "1.",
            "1:",
            "1/",
            "1-",
            "12 h ",
            "1h",
            "1w1d",
            "and ",
            ", and ",
            "no ",
            "not ",
            "the ",
            "for ",
            "to ",
            "from ",
            "until ",
            "svc-",
            "svc-a ",
            "a-b-",
            "a@b.",
            "a.b ",
            "who ",
            "two weeks ",
            "4 gpus ",
            "16 gb ",
            "my ",
            "in ",
            "of ",
            "on ",
            "or ",
            "read and ",
            "ignore ",
            "ignore all ",
            "rules ",
            "you ",
            "it's ",
            "please ",
            "sorry, ",
            "no, ",
            "ok ",
            "as ",
            "- ",
            "> ",
            "* ",
            "1) ",
            "&gt;",
            "``",
            "```",
            "x!",
            "? ",
            "! ",
            "...",
            "a?",
            "hm",
            "mm",
            "back ",
            "up to ",
            "-> ");

    /** Only ever held against a whole text, or against one word of the configuration. */
    private static final Set<String> WHOLE = Set.of(
            "CoverageCheck.NUMBERED",
            "Asked.PRONOUN",
            "Choices.NONE",
            "Choices.YES",
            "Datasets.FILE",
            "Expressions.NAME",
            "Lexer.AMOUNTS",
            "Lexer.RANGE",
            "RuleWords.MONEY",
            "SheetReader.ITEM",
            "NameFormats.EMAIL");

    /** Square, and known: only the embedded reader holds them against text, of which it reads 2,000 characters. */
    private static final Set<String> CAPPED = Set.of(
            "Asked.MORE",
            "Change.FORM",
            "Choices.LAST",
            "Choices.LEAST",
            "Choices.MOST",
            "Disguises.LEET",
            "Guards.NAMED",
            "Guards.NOT_TO_START",
            "Guards.PIECES",
            "Purposes.END",
            "Purposes.TRAILING",
            "Reasons.AFTER");

    private record Named(String name, Pattern pattern) {}

    @Test
    void noPatternOverflowsTheStackOrCostsByTheSquare() throws Exception {
        List<Named> patterns = patterns();
        Set<String> faults = new TreeSet<>();
        long worst = 0;
        String which = "";
        for (Named each : patterns) {
            for (String piece : PIECES) {
                Cost small = cost(each, piece.repeat(SHORT / piece.length()));
                Cost large =
                        small.looks() > MOST_LOOKS * SHORT ? small : cost(each, piece.repeat(LONG / piece.length()));
                if (large.overflowed()) {
                    faults.add(each.name() + " overflows on '" + piece + "'");
                }
                boolean capped = CAPPED.contains(each.name().replaceFirst("\\[.*", ""));
                if (!capped && large.looks() > MOST_TIMES * Math.max(small.looks(), SHORT)
                        || !capped && large == small) {
                    faults.add(each.name() + " looks " + large.looks() + " times on '" + piece + "'");
                }
                if (large.looks() > worst) {
                    worst = large.looks();
                    which = each.name() + " on '" + piece + "'";
                }
            }
        }
        System.out.printf(
                "%d patterns, each over %d texts of %d characters: at most %d looks at a character (%s)%n",
                patterns.size(), PIECES.size(), LONG, worst / LONG, which);
        assertThat(patterns).hasSizeGreaterThan(200);
        assertThat(faults).isEmpty();
    }

    private record Cost(long looks, boolean overflowed) {}

    /** Counts how often a letter of it is looked at: what matching costs, whatever the machine does meanwhile. */
    private static final class Looked implements CharSequence {
        private final String text;
        private long looks;

        Looked(String text) {
            this.text = text;
        }

        @Override
        public int length() {
            return text.length();
        }

        @Override
        public char charAt(int index) {
            if (++looks > 2 * MOST_LOOKS * text.length()) {
                throw new Enough();
            }
            return text.charAt(index);
        }

        @Override
        public CharSequence subSequence(int start, int end) {
            return text.subSequence(start, end);
        }

        @Override
        public String toString() {
            return text;
        }
    }

    private static final class Enough extends RuntimeException {
        private static final long serialVersionUID = 1;

        Enough() {
            super(null, null, false, false);
        }
    }

    private static Cost cost(Named named, String text) throws InterruptedException, ExecutionException {
        var looked = new Looked(text);
        Pattern pattern = named.pattern();
        boolean whole = WHOLE.contains(named.name());
        try {
            return STACK.submit(() -> {
                        var matcher = pattern.matcher(looked);
                        while (!whole && matcher.find()) {}
                        matcher.reset().matches();
                        return new Cost(looked.looks, false);
                    })
                    .get();
        } catch (ExecutionException ended) {
            if (ended.getCause() instanceof Enough || ended.getCause() instanceof StackOverflowError) {
                return new Cost(looked.looks, ended.getCause() instanceof StackOverflowError);
            }
            throw ended;
        }
    }

    private static List<Named> patterns() throws IOException, URISyntaxException, ReflectiveOperationException {
        Path classes = Path.of(PatternsTest.class
                .getClassLoader()
                .getResource("dev/quartermaster/intents/reading/Bounds.class")
                .toURI());
        Path root = classes.resolve("../../../../..").normalize();
        List<Named> found = new ArrayList<>();
        try (Stream<Path> files = Files.walk(root)) {
            for (Path file : files.filter(each -> each.toString().endsWith(".class"))
                    .sorted()
                    .toList()) {
                String name = root.relativize(file).toString().replace('/', '.').replaceFirst("\\.class$", "");
                if (!name.endsWith("-info")) {
                    of(Class.forName(name), found);
                }
            }
        }
        return found;
    }

    private static void of(Class<?> type, List<Named> found) throws IllegalAccessException {
        for (Field field : type.getDeclaredFields()) {
            if (Modifier.isStatic(field.getModifiers()) && !field.getType().isPrimitive() && !field.isSynthetic()) {
                field.setAccessible(true);
                in(type.getSimpleName() + "." + field.getName(), field.get(null), found, 3);
            }
        }
    }

    /** Patterns in lists, in maps and in records of this module as well. */
    private static void in(String name, @Nullable Object value, List<Named> found, int deep)
            throws IllegalAccessException {
        switch (value) {
            case null -> {}
            case Pattern pattern -> found.add(new Named(name, pattern));
            case Collection<?> many
            when deep > 0 -> {
                int at = 0;
                for (Object each : many) {
                    in(name + "[" + at++ + "]", each, found, deep - 1);
                }
            }
            case Map<?, ?> map
            when deep > 0 -> {
                in(name, List.copyOf(map.keySet()), found, deep - 1);
                in(name, List.copyOf(map.values()), found, deep - 1);
            }
            case Record record
            when deep > 0 && record.getClass().getName().startsWith("dev.quartermaster") -> {
                for (Field part : record.getClass().getDeclaredFields()) {
                    if (!Modifier.isStatic(part.getModifiers())) {
                        part.setAccessible(true);
                        in(name + "." + part.getName(), part.get(record), found, deep - 1);
                    }
                }
            }
            default -> {}
        }
    }
}
