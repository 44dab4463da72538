package dev.quartermaster.intents.yaml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class YamlFileTest {
    private final List<Problem> problems = new ArrayList<>();

    @Test
    void everythingThatIsWrongIsNamedAtOnceWithItsLine() {
        var fields = read("name: box\nsizee: 3\nname: bag\ncount: many\n").fields("name", "size", "count", "owner");
        fields.required("count").whole();
        fields.required("owner").text();
        assertThat(problems)
                .extracting(Problem::line, Problem::what, Problem::todo)
                .containsExactly(
                        tuple(2, "The key \"sizee\" is not known here.", "Did you mean size?"),
                        tuple(3, "\"name\" stands here a second time (first in line 1).", "Keep one of them."),
                        tuple(4, "Here stands \"many\" where a whole number is wanted.", "Write a whole number."),
                        tuple(1, "The key \"owner\" is missing.", "Add owner: … to the map that starts here."));
    }

    @Test
    void nothingIsBuiltFromAMapWithAProblemAtAnyDepth() {
        var fields = read("one: {two: [1, x]}").fields("one");
        fields.required("one").fields("two").required("two").list().forEach(Node::whole);
        assertThat(fields.build(() -> "built")).isEmpty();
        assertThat(problems).hasSize(1);
    }

    @Test
    void wordsThatYamlTakesForTruthValuesTimesOrOctalsStayWords() {
        var tree = read("{a: no, b: 12:30, c: 0644, d: 2026-11-20, e: true, f: 7, g: \"8\", h: 0.05, i: 1_000}")
                .tree();
        assertThat(problems).isEmpty();
        assertThat(tree)
                .hasValue(Map.of(
                        "a",
                        "no",
                        "b",
                        "12:30",
                        "c",
                        "0644",
                        "d",
                        "2026-11-20",
                        "e",
                        true,
                        "f",
                        7L,
                        "g",
                        "8",
                        "h",
                        0.05,
                        "i",
                        "1_000"));
    }

    @Test
    void aliasesTagsSecondDocumentsAndMissingValuesAreRefusedWithTheirLine() {
        assertRefused("a: &x [1]\nb: *x\n", 2, "*x refers to another place.");
        assertRefused("a: 1\n---\nb: 2\n", 2, "A second document starts here.");
        assertRefused("a: 1\nb:\n", 2, "There is no value here.");
        assertRefused("a: !!java.net.URL x\n", 1, "This is not YAML: Global tag is not allowed");
        assertRefused("a: 1\n b: 2\n", 2, "This is not YAML");
        assertRefused("a: !secret x\n", 1, "Here stands the tag !secret where a value is wanted.");
        assertRefused("a: {{b}}\n", 1, "Here stands a map where text is wanted.");
        assertRefused("", 1, "The file is empty.");
    }

    @Test
    void deepAndHugeFilesAreRefusedBeforeTheyHurt() {
        assertRefused("[".repeat(100_000), 0, "");
        assertRefused("a: " + "x".repeat(600_000), 0, "It cannot be read");
    }

    private void assertRefused(String text, int line, String what) {
        problems.clear();
        YamlFile.read("some.yaml", text, problems).ifPresent(Node::tree);
        assertThat(problems).as(text.substring(0, Math.min(40, text.length()))).isNotEmpty();
        assertThat(problems.getFirst().what()).startsWith(what);
        assertThat(problems.getFirst().line()).isEqualTo(line);
    }

    private Node read(String text) {
        return YamlFile.read("some.yaml", text, problems).orElseThrow(() -> new AssertionError(problems));
    }
}
