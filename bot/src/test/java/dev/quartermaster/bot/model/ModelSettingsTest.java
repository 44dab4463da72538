package dev.quartermaster.bot.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.quartermaster.actions.CannotStart;
import dev.quartermaster.bot.model.ModelSettings.Provider;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ModelSettingsTest {
    private static final List<String> OTHERS = List.of(ModelSettings.URL, ModelSettings.NAME, ModelSettings.KEY);
    private static final Map<String, String> VALUES = Map.of(
            ModelSettings.URL, "http://127.0.0.1:1/v1", ModelSettings.NAME, "small", ModelSettings.KEY, "canary");

    @Test
    void everyCombinationIsWholeOrSaysWhatIsMissing() {
        for (Provider provider : Provider.values()) {
            for (int bits = 0; bits < 8; bits++) {
                Map<String, String> set = new HashMap<>(Map.of(ModelSettings.PROVIDER, provider.word()));
                for (int at = 0; at < 3; at++) {
                    if ((bits >> at & 1) != 0) set.put(OTHERS.get(at), VALUES.get(OTHERS.get(at)));
                }
                Set<String> missing = missing(provider, set);
                if (missing.isEmpty()) {
                    assertThat(ModelSettings.read(set::get)).isPresent();
                } else {
                    assertThatThrownBy(() -> ModelSettings.read(set::get))
                            .isInstanceOf(CannotStart.class)
                            .satisfies(e -> OTHERS.forEach(
                                    each -> assertThat(e.getMessage().contains(each))
                                            .as(provider + " " + set.keySet() + " " + each)
                                            .isEqualTo(missing.contains(each))))
                            .hasMessageNotContaining("canary");
                }
            }
        }
    }

    private static Set<String> missing(Provider provider, Map<String, String> set) {
        Map<String, Boolean> wanted = new HashMap<>();
        wanted.put(ModelSettings.NAME, true);
        wanted.put(ModelSettings.URL, provider == Provider.AZURE);
        wanted.put(
                ModelSettings.KEY,
                switch (provider) {
                    case OPENAI -> !set.containsKey(ModelSettings.URL);
                    case ANTHROPIC, AZURE -> true;
                    case OLLAMA -> false;
                });
        wanted.keySet().removeIf(each -> set.containsKey(each) || !wanted.get(each));
        return wanted.keySet();
    }

    @Test
    void nothingSetIsNoModelAndAnythingWithoutAProviderDoesNotStart() {
        assertThat(ModelSettings.read(name -> " ")).isEmpty();
        assertThatThrownBy(() -> ModelSettings.read(VALUES::get)).hasMessageContaining(ModelSettings.PROVIDER);
        assertThatThrownBy(() -> ModelSettings.read(name -> name.equals(ModelSettings.PROVIDER) ? "oracle" : "x"))
                .hasMessageContaining("openai, anthropic, azure, ollama");
    }

    @Test
    void keysAndAddressesAreNotPrinted() {
        Map<String, String> set = new HashMap<>(VALUES);
        set.put(ModelSettings.PROVIDER, "azure");
        assertThat(ModelSettings.read(set::get).toString()).doesNotContain("canary");

        set.put(ModelSettings.URL, "ftp://user:canary@example.com");
        assertThatThrownBy(() -> ModelSettings.read(set::get)).hasMessageNotContaining("canary");
    }
}
