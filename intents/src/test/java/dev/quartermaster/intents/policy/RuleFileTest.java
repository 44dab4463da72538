package dev.quartermaster.intents.policy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quartermaster.intents.config.BundleFiles;
import dev.quartermaster.intents.config.DefaultOrganisation;
import dev.quartermaster.intents.config.Loaded;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** What is wrong with a rule file is said with file, line and what to do. */
class RuleFileTest {
    private static final String FILE = """
        apiVersion: quartermaster/v1
        kind: Policy
        metadata: {name: extra, title: Extra, owner: platform}
        rules:
          - id: extra
            when: path.name == 'nothing'
            then: allow
            because: It is there.
        tests: []
        """;

    private final Map<String, String> files = new TreeMap<>(BundleFiles.ofJar());

    RuleFileTest() throws IOException {}

    @Test
    void theFileAsItIsHasNoProblem() {
        assertThat(problems("nothing", "nothing")).isEmpty();
    }

    @Test
    void aMisspeltFactIsNamedWithItsLineAndTheNearest() {
        assertThat(problems("path.name", "path.nam"))
                .singleElement()
                .asString()
                .startsWith("policies/extra.yaml:6: ")
                .contains("undefined field 'nam'", "Did you mean name?");
        assertThat(problems("path.name", "pth.name")).singleElement().asString().contains("Did you mean path.name?");
    }

    @Test
    void aMisspeltFieldOfADatasetIsFoundInsideAMacro() {
        assertThat(problems("path.name == 'nothing'", "datasets.exists(d, d.clas == 'internal')"))
                .singleElement()
                .asString()
                .contains("undefined field 'clas'");
    }

    @Test
    void aMisspeltParameterIsFound() {
        assertThat(problems("path.name == 'nothing'", "p.gpuss > 1"))
                .singleElement()
                .asString()
                .contains("undefined field 'gpuss'", "gpus");
    }

    @Test
    void comparingMoneyWithAWordIsFound() {
        assertThat(problems("path.name == 'nothing'", "price.estimate > '20 EUR'"))
                .singleElement()
                .asString()
                .contains("extra.yaml:6", "no matching overload");
    }

    @Test
    void aConditionMustBeOne() {
        assertThat(problems("path.name == 'nothing'", "price.estimate"))
                .singleElement()
                .asString()
                .contains("gives int, not true or false");
    }

    @Test
    void aHoleInTheWordsIsCheckedToo() {
        assertThat(problems("It is there.", "It is ${path.titel}."))
                .singleElement()
                .asString()
                .startsWith("policies/extra.yaml:8: ")
                .contains("Did you mean title?");
    }

    @Test
    void anUnknownGroupAnUnknownRoleAndAKeyThatDoesNothingAreNamed() {
        assertThat(problems("then: allow", "then: approve\n    by: group:platform-leeds"))
                .singleElement()
                .asString()
                .contains("Did you mean platform-leads?");
        assertThat(problems("then: allow", "then: approve\n    by: the-boss"))
                .singleElement()
                .asString()
                .contains("owner-of-data");
        assertThat(problems("then: allow", "then: allow\n    by: manager"))
                .singleElement()
                .asString()
                .contains("does nothing");
    }

    @Test
    void anIdIsUniqueOverAllFiles() {
        assertThat(problems("id: extra", "id: compute-small"))
                .singleElement()
                .asString()
                .contains("extra.yaml:5", "compute-small already");
    }

    @Test
    void aTestThatFailsIsNamedWithItsLine() {
        assertThat(problems(
                        "tests: []", "tests:\n  - ask: {by: ana, grant: sales.orders}\n    expect: {verdict: allow}"))
                .singleElement()
                .asString()
                .startsWith("policies/extra.yaml:10: ")
                .contains("verdict is approve, not allow");
    }

    @Test
    void aTestAboutSomebodyUnknownIsNamed() {
        assertThat(problems(
                        "tests: []", "tests:\n  - ask: {by: anna, grant: sales.orders}\n    expect: {verdict: allow}"))
                .singleElement()
                .asString()
                .contains("Did you mean ana?");
    }

    @Test
    void anExpressionCannotTurnWithoutEnd() {
        assertThat(problems("path.name == 'nothing'", "datasets.all(a, datasets.all(b, datasets.all(c, true)))"))
                .isEmpty();
        String deep = "datasets.all(a, datasets.all(b, datasets.all(c, datasets.all(d, true))))";
        assertThat(problems("path.name == 'nothing'", deep))
                .singleElement()
                .asString()
                .contains("3 deep");
        assertThat(problems("path.name == 'nothing'", "size('" + "x".repeat(2_000) + "') > 0"))
                .hasSize(1);
    }

    @Test
    void aRuleWithoutAnAnswerIsARefusalAndNotLeftOut() {
        files.put("policies/extra.yaml", FILE.replace("path.name == 'nothing'", "p.workers > 100"));
        files.keySet().removeIf(name -> name.startsWith("policies/") && !name.endsWith("extra.yaml"));
        Asking asking = Asking.ofFiles(files);
        var refused = (Verdict.Refused)
                asking.judge("ana", asking.launch("data-science-experimentation", Duration.ofHours(1)))
                        .verdict();
        assertThat(refused.reasons().getFirst().words()).contains("The rule extra has no answer", "Kim Sato");
    }

    @Test
    void aFactThatNotEveryPathHasCanBeAskedForFirst() {
        assertThat(problems("path.name == 'nothing'", "has(p.workers) && p.workers > 100"))
                .isEmpty();
    }

    @Test
    void withoutAnyRuleEverythingIsRefused() {
        files.keySet().removeIf(name -> name.startsWith("policies/"));
        Asking asking = Asking.ofFiles(files);
        var refused = (Verdict.Refused)
                asking.judge("ana", Asking.read("synthetic.customers", 1)).verdict();
        assertThat(refused.reasons()).extracting(Verdict.Reason::rule).containsExactly("nothing-allows");
        assertThat(refused.reasons().getFirst().words()).contains("Ask the platform team");
    }

    private List<String> problems(String from, String to) {
        files.put("policies/extra.yaml", FILE.replace(from, to));
        return switch (DefaultOrganisation.reader().read(files)) {
            case Loaded.Ok ok -> List.of();
            case Loaded.Broken(var problems) ->
                problems.stream().map(Object::toString).toList();
        };
    }
}
