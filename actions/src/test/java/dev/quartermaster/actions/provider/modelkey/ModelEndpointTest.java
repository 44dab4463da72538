package dev.quartermaster.actions.provider.modelkey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.quartermaster.actions.CannotStart;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.mock.env.MockEnvironment;

class ModelEndpointTest {
    private static final Map<String, String> ALL = Map.of(
            ModelEndpoint.ENDPOINT, "https://llm.example.com/",
            ModelEndpoint.ADMIN_KEY, "sk-canary",
            ModelEndpoint.MODELS, "small, eu/large:v2");

    @Test
    void allOfItIsAnEndpointAndNothingIsNone() {
        ModelEndpoint endpoint = ModelEndpoint.of(environment(ALL)).orElseThrow();
        assertThat(endpoint.base()).isEqualTo("https://llm.example.com/v1");
        assertThat(endpoint.host()).isEqualTo("llm.example.com");
        assertThat(endpoint.models()).isEqualTo(List.of("small", "eu/large:v2"));
        assertThat(ModelEndpoint.of(environment(Map.of()))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {ModelEndpoint.ENDPOINT, ModelEndpoint.ADMIN_KEY, ModelEndpoint.MODELS})
    void whatIsMissingIsNamed(String missing) {
        Map<String, String> some = new TreeMap<>(ALL);
        some.put(missing, " ");
        assertThatThrownBy(() -> ModelEndpoint.of(environment(some)))
                .isInstanceOf(CannotStart.class)
                .hasMessageContaining("and " + missing + " without a value")
                .hasMessageNotContaining("canary");
    }

    @ParameterizedTest
    @CsvSource({
        "QUARTERMASTER_LLM_ENDPOINT, llm.example.com",
        "QUARTERMASTER_LLM_ENDPOINT, https://canary@llm.example.com",
        "QUARTERMASTER_LLM_ENDPOINT, https://llm.example.com?key=canary",
        "QUARTERMASTER_LLM_ADMIN_KEY, sk-canary two",
        "QUARTERMASTER_LLM_MODELS, ','",
        "QUARTERMASTER_LLM_MODELS, 'small, '' or 1=1'"
    })
    void whatHasNoSenseIsNamedAndNotRepeated(String name, String value) {
        Map<String, String> some = new TreeMap<>(ALL);
        some.put(name, value);
        assertThatThrownBy(() -> ModelEndpoint.of(environment(some)))
                .isInstanceOf(CannotStart.class)
                .hasMessageStartingWith(name)
                .hasMessageNotContaining("canary");
    }

    private static MockEnvironment environment(Map<String, String> settings) {
        MockEnvironment environment = new MockEnvironment();
        settings.forEach(environment::setProperty);
        return environment;
    }
}
