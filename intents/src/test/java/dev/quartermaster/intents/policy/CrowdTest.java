package dev.quartermaster.intents.policy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quartermaster.intents.yaml.Problem;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** A rule that would ping more than ten is reported when it is read, and works all the same. */
class CrowdTest {
    @Test
    void elevenAreReportedAndTenAreNot() {
        assertThat(warnings(11, "then: approve, by: 'group:crowd'"))
                .singleElement()
                .satisfies(warning -> assertThat(warning.line()).isEqualTo(5))
                .satisfies(warning -> assertThat(warning.toString())
                        .startsWith("policies/only.yaml:5: The rule ask would ping 11 people each time.")
                        .contains("ping: digest"));
        assertThat(warnings(10, "then: approve, by: 'group:crowd'")).isEmpty();
    }

    @Test
    void whoIsToldCountsAndWhoReadsTheDigestDoesNot() {
        assertThat(warnings(11, "then: tell, by: 'group:crowd'")).hasSize(1);
        assertThat(warnings(11, "then: approve, by: 'group:crowd', ping: digest"))
                .isEmpty();
        assertThat(warnings(11, "then: approve, by: {any: [manager, 'group:crowd']}"))
                .hasSize(1);
        assertThat(warnings(11, "then: approve, by: manager")).isEmpty();
    }

    @Test
    void rulesThatAskNobodyPingNobody() {
        assertThat(warnings(11, "then: allow")).isEmpty();
        assertThat(warnings(11, "then: refuse, lift: 'group:crowd'")).isEmpty();
        assertThat(warnings(11, "then: break-glass, by: 'group:crowd', longest: 1h"))
                .isEmpty();
    }

    @Test
    void theDefaultOrganisationHasNoSuchRule() {
        assertThat(Asking.defaultOrganisation().bundle().judge().warnings()).isEmpty();
    }

    private static List<Problem> warnings(int people, String then) {
        Map<String, String> files = Asking.files("rules:\n  - {id: ask, when: 'true', " + then + ", because: Ask.}\n");
        String persons = IntStream.range(0, people)
                .mapToObj(each ->
                        "  - {id: p" + each + ", name: P, emails: [p" + each + "@example.com], role: analyst}\n")
                .collect(Collectors.joining());
        String group = IntStream.range(0, people).mapToObj(each -> "p" + each).collect(Collectors.joining(", "));
        files.computeIfPresent(
                "people.yaml",
                (name, text) -> text.replace("people:\n", "people:\n" + persons)
                        .replace("groups:\n", "groups:\n  crowd: [" + group + "]\n"));
        return Asking.ofFiles(files).bundle().judge().warnings();
    }
}
