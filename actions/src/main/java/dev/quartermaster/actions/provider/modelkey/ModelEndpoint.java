package dev.quartermaster.actions.provider.modelkey;

import dev.quartermaster.actions.CannotStart;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.core.env.Environment;

/**
 * The organisation's LiteLLM proxy.
 *
 * @param url without a slash at its end, and without {@code /v1}
 * @param adminKey of a proxy admin; makes and ends keys
 * @param models that keys reach, as the proxy calls them; at least one
 */
record ModelEndpoint(String url, String adminKey, List<String> models) {
    static final String ENDPOINT = "QUARTERMASTER_LLM_ENDPOINT";
    static final String ADMIN_KEY = "QUARTERMASTER_LLM_ADMIN_KEY";
    static final String MODELS = "QUARTERMASTER_LLM_MODELS";

    ModelEndpoint {
        models = List.copyOf(models);
    }

    /** @throws CannotStart when some are set and others missing, or one has no sense */
    static Optional<ModelEndpoint> of(Environment environment) {
        List<String> missing = new ArrayList<>();
        List<String> set = new ArrayList<>();
        for (String name : List.of(ENDPOINT, ADMIN_KEY, MODELS)) {
            (said(environment, name).isEmpty() ? missing : set).add(name);
        }
        if (set.isEmpty()) {
            return Optional.empty();
        }
        if (!missing.isEmpty()) {
            throw new CannotStart("The shared language model is half configured: " + String.join(", ", set)
                    + " set and " + String.join(", ", missing)
                    + " without a value. Set what is missing, or unset all of them to hand out no keys.");
        }
        if (!said(environment, ADMIN_KEY).matches("[\\x21-\\x7e]+")) {
            throw new CannotStart(ADMIN_KEY + " is no key: there is something in it that cannot be sent. Set it anew.");
        }
        List<String> models = Stream.of(said(environment, MODELS).split(","))
                .map(String::strip)
                .filter(each -> !each.isEmpty())
                .toList();
        if (models.isEmpty() || !models.stream().allMatch(each -> each.matches("[A-Za-z0-9][A-Za-z0-9._:/-]{0,99}"))) {
            throw new CannotStart(
                    MODELS + " names no models. Set it to what the proxy calls them, with commas between.");
        }
        return Optional.of(
                new ModelEndpoint(address(said(environment, ENDPOINT)), said(environment, ADMIN_KEY), models));
    }

    private static String said(Environment environment, String name) {
        return environment.getProperty(name, "").strip();
    }

    private static String address(String said) {
        String url = said.replaceFirst("/+$", "").replaceFirst("/v1$", "");
        try {
            URI parsed = URI.create(url);
            boolean plain = parsed.getUserInfo() == null && parsed.getQuery() == null && parsed.getFragment() == null;
            if (url.matches("https?://.*") && parsed.getHost() != null && plain) {
                return url;
            }
        } catch (IllegalArgumentException none) {
            // Said below.
        }
        throw new CannotStart(ENDPOINT + " is no address such as https://llm.example.com. Set it to where the LiteLLM"
                + " proxy is reached, by this program and by people.");
    }

    /** Where OpenAI's clients find the models. */
    String base() {
        return url + "/v1";
    }

    /** The host of its address, as people are told it. */
    String host() {
        return URI.create(url).getHost();
    }

    @Override
    public String toString() {
        return "ModelEndpoint[" + url + ", " + models + "]";
    }
}
