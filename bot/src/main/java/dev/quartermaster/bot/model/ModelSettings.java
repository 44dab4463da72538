package dev.quartermaster.bot.model;

import dev.quartermaster.actions.CannotStart;
import dev.quartermaster.actions.Secret;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Which language model to ask.
 *
 * @param url where the provider's methods are
 * @param name the model's, as the provider calls it; with Azure the deployment's
 * @param key null where the provider wants none
 */
public record ModelSettings(
        Provider provider, URI url, String name, @Nullable Secret key) {
    public static final String PROVIDER = "QUARTERMASTER_MODEL_PROVIDER";
    public static final String URL = "QUARTERMASTER_MODEL_URL";
    public static final String NAME = "QUARTERMASTER_MODEL_NAME";
    public static final String KEY = "QUARTERMASTER_MODEL_KEY";

    /** Whom we can speak to; {@code openai} is also whoever speaks as they do, such as vLLM, by its address. */
    public enum Provider {
        OPENAI("https://api.openai.com/v1"),
        ANTHROPIC("https://api.anthropic.com/v1"),
        AZURE(null),
        OLLAMA("http://localhost:11434");

        private final @Nullable String standard;

        Provider(@Nullable String standard) {
            this.standard = standard;
        }

        String word() {
            return name().toLowerCase(Locale.ROOT);
        }

        /** One's own server often wants no key. */
        private boolean wantsKey(boolean ownAddress) {
            return switch (this) {
                case OPENAI -> !ownAddress;
                case ANTHROPIC, AZURE -> true;
                case OLLAMA -> false;
            };
        }
    }

    /**
     * @param property a setting's value by its name; null or blank: not set
     * @return empty when none is set: then there is no model, and nothing is said about it
     * @throws CannotStart when some are set and others missing
     */
    public static Optional<ModelSettings> read(Function<String, @Nullable String> property) {
        String provider = set(property.apply(PROVIDER));
        String url = set(property.apply(URL));
        String name = set(property.apply(NAME));
        String key = set(property.apply(KEY));
        if (provider.isEmpty() && url.isEmpty() && name.isEmpty() && key.isEmpty()) return Optional.empty();
        if (provider.isEmpty()) throw incomplete(List.of(PROVIDER));
        Provider known = provider(provider);
        List<String> missing = new ArrayList<>();
        if (name.isEmpty()) missing.add(NAME);
        if (url.isEmpty() && known.standard == null) missing.add(URL);
        if (key.isEmpty() && known.wantsKey(!url.isEmpty())) missing.add(KEY);
        if (!missing.isEmpty()) throw incomplete(missing);
        String address = url.isEmpty() ? String.valueOf(known.standard) : url;
        return Optional.of(new ModelSettings(known, address(address), name, key.isEmpty() ? null : new Secret(key)));
    }

    private static Provider provider(String word) {
        return Stream.of(Provider.values())
                .filter(each -> each.word().equals(word.toLowerCase(Locale.ROOT)))
                .findFirst()
                .orElseThrow(
                        () -> new CannotStart(
                                PROVIDER + " is none of "
                                        + Stream.of(Provider.values())
                                                .map(Provider::word)
                                                .collect(Collectors.joining(", "))
                                        + ". Set it to one of them, or unset every QUARTERMASTER_MODEL_ setting to do without a model."));
    }

    private static CannotStart incomplete(List<String> missing) {
        return new CannotStart("The language model is half configured: " + String.join(" and ", missing)
                + " not set. Set " + (missing.size() == 1 ? "it" : "them")
                + ", or unset every QUARTERMASTER_MODEL_ setting to do without a model.");
    }

    /** What was written is not repeated: an address may carry a key. */
    private static URI address(String written) {
        try {
            URI address = URI.create(written);
            if (address.getHost() != null
                    && address.getUserInfo() == null
                    && address.getQuery() == null
                    && List.of("http", "https").contains(address.getScheme())) {
                return address;
            }
        } catch (IllegalArgumentException notAnAddress) {
            // Said below.
        }
        throw new CannotStart(
                URL
                        + " is not an http or https address without a sign-in or a question mark. Set it to one such as https://models.example.com/v1.");
    }

    private static String set(@Nullable String value) {
        return value == null ? "" : value.strip();
    }
}
