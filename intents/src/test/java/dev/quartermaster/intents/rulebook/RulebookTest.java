package dev.quartermaster.intents.rulebook;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quartermaster.intents.config.BundleFiles;
import dev.quartermaster.intents.config.DefaultOrganisation;
import dev.quartermaster.intents.config.Loaded;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class RulebookTest {
    private final Map<String, String> files = BundleFiles.ofJar();
    private final Rulebook book = Rulebook.of(files);

    RulebookTest() throws IOException {}

    @Test
    void everyRuleOfTheDefaultOrganisationIsFoundWithItsFileAndOwner() {
        assertThat(book.sheets()).allSatisfy(sheet -> {
            assertThat(sheet.title()).isNotBlank();
            assertThat(sheet.owner()).isNotBlank();
            assertThat(sheet.rules()).isNotEmpty();
        });
        assertThat(book.rules()).allSatisfy(rule -> {
            assertThat(rule.because()).isNotBlank();
            assertThat(rule.then()).isNotBlank();
            assertThat(rule.text()).startsWith("id: " + rule.id()).contains("because:");
        });
        assertThat(book.rule("compute-over-20")).get().satisfies(rule -> {
            assertThat(rule.file()).isEqualTo("policies/compute.yaml");
            assertThat(rule.then()).isEqualTo("approve");
            assertThat(rule.text()).endsWith("which is over 20 EUR.");
        });
    }

    @Test
    void puttingEveryRuleAndTestBackAsItIsChangesNothingButEmptyLines() {
        for (RuleText rule : book.rules()) {
            String tests = book.sheet(rule.file()).orElseThrow().tests().stream()
                    .map(RuleSheet.Test::text)
                    .collect(Collectors.joining("\n"));
            String same = new Edit(rule, rule.text(), Map.of(rule.file(), tests))
                    .in(files)
                    .get(rule.file());

            assertThat(same.lines().filter(line -> !line.isBlank()).toList())
                    .isEqualTo(files.get(rule.file())
                            .lines()
                            .filter(line -> !line.isBlank())
                            .toList());
        }
    }

    @Test
    void aChangedLimitIsInTheBundleMadeOfItAndItsTestsSaySo() {
        RuleText rule = book.rule("compute-over-20").orElseThrow();
        Edit edit = new Edit(rule, rule.text().replace("money(20)", "money(50)"), Map.of());

        Map<String, String> changed = edit.in(files);

        assertThat(Rulebook.of(changed).rule("compute-over-20").orElseThrow().text())
                .contains("money(50)");
        assertThat(DefaultOrganisation.reader().read(changed))
                .isInstanceOfSatisfying(
                        Loaded.Broken.class,
                        broken -> assertThat(broken.problems())
                                .allSatisfy(
                                        problem -> assertThat(problem.what()).contains("This test fails"))
                                .anySatisfy(
                                        problem -> assertThat(problem.file()).isEqualTo("policies/compute.yaml")));
    }

    @Test
    void testsCanBeGivenToAFileThatHasNone() {
        RuleText rule = book.sheet("without-compute").orElseThrow().rules().getFirst();
        String test = "- ask: {by: ana, launch: bucket}\n  expect: {verdict: allow}";

        String changed =
                new Edit(rule, rule.text(), Map.of(rule.file(), test)).in(files).get(rule.file());

        assertThat(changed)
                .endsWith("tests:\n  " + test.replace("\n", "\n  ") + "\n")
                .doesNotContain("[]");
    }

    @Test
    void whatIsTypedCannotLeaveTheRule() {
        RuleText rule = book.rule("compute-over-20").orElseThrow();
        for (String line :
                List.of("\nrules: []", "\u2028rules: []", "\u0085rules: []", "\rrules: []", "\n---\nrules: []")) {
            Map<String, String> changed = new Edit(rule, rule.text() + line, Map.of()).in(files);

            assertThat(Rulebook.of(changed).rules().size() == book.rules().size()
                            || DefaultOrganisation.reader().read(changed) instanceof Loaded.Broken)
                    .isTrue();
            assertThat(changed.get(rule.file()).lines().filter(each -> each.startsWith("rules:")))
                    .hasSize(1);
        }
    }
}
