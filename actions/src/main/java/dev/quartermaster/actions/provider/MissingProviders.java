package dev.quartermaster.actions.provider;

import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** What kinds of parts cannot be made here, because something of the organisation's is not connected. */
@Component
public class MissingProviders {
    private final List<Provider> providers;

    MissingProviders(List<Provider> providers) {
        this.providers = List.copyOf(providers);
    }

    /** Why not, in a sentence with the next step; empty: parts of this kind can be made. */
    public Optional<String> of(String kind) {
        return providers.stream()
                .filter(provider -> provider.type().kind().equals(kind))
                .flatMap(provider -> provider.missing().stream())
                .findFirst();
    }
}
