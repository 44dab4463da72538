package dev.quartermaster.intents.config;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quartermaster.intents.people.PersonId;
import dev.quartermaster.intents.yaml.Problem;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class LookAlikeNamesTest {
    @Test
    void nothingOfTheDefaultOrganisationLooksLikeAnotherName() {
        assertThat(LookAlikeNames.in(DefaultOrganisation.load())).isEmpty();
    }

    @Test
    void peopleWhoseNamesOrAddressesLookAlikeAreWarnedOfAndNotRefused() throws IOException {
        Bundle bundle = loaded("people.yaml", "\ngroups:", """

                  - {id: kirn, name: "\u041aim Singh", emails: ["\u212aim@example.com"], role: analyst}

                groups:""");
        assertThat(bundle.people().persons()).containsKey(new PersonId("kirn"));
        assertThat(LookAlikeNames.in(bundle))
                .extracting(Problem::toString)
                .anySatisfy(each -> assertThat(each).contains("\"kirn\" (person kirn) looks like \"kim\" (person kim"))
                .anySatisfy(each ->
                        assertThat(each).contains("\u212aim@example.com").contains("kim@example.com"))
                .allSatisfy(each -> assertThat(each).matches("people.yaml:\\d+: .*"));
        assertThat(bundle.people().byEmail("kim@example.com").orElseThrow().id().value())
                .isEqualTo("kim");
        assertThat(bundle.people()
                        .byEmail("\u212aim@example.com")
                        .orElseThrow()
                        .id()
                        .value())
                .isEqualTo("kirn");
    }

    @Test
    void namesakesAreNotWarnedOf() throws IOException {
        Bundle bundle = loaded("people.yaml", "\ngroups:", """

                  - {id: other, name: Ana Novak, emails: [other@example.com], role: analyst}
                  - {id: third, name: Ana Novak, emails: [third@example.com], role: analyst}

                groups:""");
        assertThat(LookAlikeNames.in(bundle)).isEmpty();
    }

    @Test
    void oneAddressOrOneSlackAccountForTwoPeopleIsRefusedWithFileAndLine() throws IOException {
        assertThat(refused("people.yaml", "\ngroups:", """

                  - {id: other, name: Other, emails: ["KIM@example.COM"], role: analyst}

                groups:"""))
                .singleElement()
                .satisfies(each -> assertThat(each.toString())
                        .matches("people.yaml:\\d+: The e-mail address kim@example.com stands in line \\d+ already.*"));
        assertThat(refused("people.yaml", "\ngroups:", """

                  - {id: other, name: Other, emails: [other@example.com], role: analyst, slack: [U0ONE]}
                  - {id: third, name: Third, emails: [third@example.com], role: analyst, slack: [U0ONE]}

                groups:"""))
                .singleElement()
                .satisfies(each -> assertThat(each.toString())
                        .matches("people.yaml:\\d+: The Slack account U0ONE stands in line \\d+ already.*"));
    }

    private static Bundle loaded(String file, String words, String instead) throws IOException {
        return ((Loaded.Ok) changed(file, words, instead)).bundle();
    }

    private static List<Problem> refused(String file, String words, String instead) throws IOException {
        return ((Loaded.Broken) changed(file, words, instead)).problems();
    }

    private static Loaded changed(String file, String words, String instead) throws IOException {
        Map<String, String> files = new TreeMap<>(BundleFiles.ofJar());
        String text = files.get(file);
        assertThat(text).contains(words);
        files.put(file, text.replaceFirst(Pattern.quote(words), instead));
        return DefaultOrganisation.reader().read(files);
    }
}
