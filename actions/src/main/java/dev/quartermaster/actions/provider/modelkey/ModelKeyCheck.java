package dev.quartermaster.actions.provider.modelkey;

import dev.quartermaster.actions.doctor.Checkup;
import dev.quartermaster.actions.doctor.Finding;
import dev.quartermaster.actions.doctor.SetupCheck;
import dev.quartermaster.intents.config.Bundle;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.springframework.core.env.Environment;

/** Whether the proxy that gives people keys of language models takes ours. */
public final class ModelKeyCheck implements SetupCheck {
    private static final String SUBJECT = "Language model for people";

    private final Optional<ModelEndpoint> endpoint;

    private ModelKeyCheck(Optional<ModelEndpoint> endpoint) {
        this.endpoint = endpoint;
    }

    /** @throws dev.quartermaster.actions.CannotStart when it is half configured */
    public static ModelKeyCheck of(Environment environment) {
        return new ModelKeyCheck(ModelEndpoint.of(environment));
    }

    @Override
    public Checkup look(Bundle bundle) {
        var paths = bundle.catalogue().paths().values().stream()
                .filter(path -> path.parts().stream().anyMatch(part -> part.type() instanceof ModelKeyPart))
                .map(path -> path.name().value())
                .sorted()
                .toList();
        return endpoint.map(proxy -> new Checkup(SUBJECT, proxy.url(), findings(proxy, paths)))
                .orElseGet(() -> Checkup.fine(
                        SUBJECT,
                        "none, so that " + (paths.isEmpty() ? "nothing" : String.join(", ", paths)) + " is refused; "
                                + ModelEndpoint.ENDPOINT + " names one"));
    }

    private static List<Finding> findings(ModelEndpoint proxy, List<String> paths) {
        try {
            new LiteLlm(proxy, Duration.ofSeconds(5)).find("quartermaster-doctor");
            return List.of();
        } catch (ProxyRefusal refused) {
            return List.of(new Finding(
                    "The proxy answers " + refused.status() + " to our key.",
                    paths,
                    "everybody with a key or without",
                    "Set " + ModelEndpoint.ADMIN_KEY + " to the key of a proxy admin."));
        } catch (IOException away) {
            return List.of(new Finding(
                    "The proxy can't be reached.",
                    paths,
                    "everybody with a key or without",
                    "curl " + proxy.url() + "/health/liveliness    # see " + ModelEndpoint.ENDPOINT));
        }
    }
}
