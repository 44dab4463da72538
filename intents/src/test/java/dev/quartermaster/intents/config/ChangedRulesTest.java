package dev.quartermaster.intents.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

/** A bundle read over the one before it is the bundle that would have been read anew. */
class ChangedRulesTest {
    private static final String RULES = "policies/interns.yaml";

    private final Bundle before = DefaultOrganisation.load();

    @Test
    void whereOnlyRulesChangedTheRestIsKeptAndTheRulesAreNew() {
        Map<String, String> files = changed(RULES, text -> text + "\n# Looked at again.\n");
        Bundle anew = ((Loaded.Ok) DefaultOrganisation.reader().read(files)).bundle();

        Bundle over = ((Loaded.Ok) DefaultOrganisation.reader().read(before, files, Set.of())).bundle();

        assertThat(over.hash()).isEqualTo(anew.hash()).isNotEqualTo(before.hash());
        assertThat(over.files()).isEqualTo(anew.files());
        assertThat(over.catalogue()).isSameAs(before.catalogue());
        assertThat(over.judge()).isNotSameAs(before.judge());
    }

    @Test
    void whatIsWrongWithRulesIsSaidAlike() {
        Map<String, String> files = changed(RULES, text -> text.replace("money(20)", "money('20')"));
        List<?> anew = ((Loaded.Broken) DefaultOrganisation.reader().read(files)).problems();

        assertThat(((Loaded.Broken) DefaultOrganisation.reader().read(before, files, Set.of())).problems())
                .isEqualTo(anew)
                .isNotEmpty();
    }

    @Test
    void whereAnotherFileChangedEverythingIsReadAnew() {
        Map<String, String> files = changed("people.yaml", text -> "people: 3\n");

        assertThat(DefaultOrganisation.reader().read(before, files, Set.of())).isInstanceOf(Loaded.Broken.class);
        files = new TreeMap<>(before.files());
        files.put("policies.yaml", "rules: []");
        assertThat(DefaultOrganisation.reader().read(before, files, Set.of())).isInstanceOf(Loaded.Broken.class);
    }

    private Map<String, String> changed(String file, UnaryOperator<String> edit) {
        Map<String, String> files = new TreeMap<>(before.files());
        files.compute(file, (name, text) -> edit.apply(text));
        return files;
    }
}
