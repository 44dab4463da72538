package dev.quartermaster.actions.provider;

import dev.quartermaster.actions.CannotStart;
import java.net.URI;
import java.util.Optional;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Where people's browsers reach this program: beside the local workspace on this machine, otherwise where
 * {@code QUARTERMASTER_ADDRESS} says. Without one no link to a page of ours is handed out.
 */
@Component
public final class OwnAddress {
    private static final String SHAPE = "https?://[A-Za-z0-9.-]+(:[0-9]{1,5})?";

    private final String base;

    /** @throws CannotStart when what is said is no address */
    public OwnAddress(
            @Value("${quartermaster.address:}") String said,
            @Value("${quartermaster.workspace.enabled:false}") boolean workspace,
            @Value("${server.port:8080}") int port) {
        if (!said.isBlank() && !said.matches(SHAPE)) {
            throw new CannotStart("QUARTERMASTER_ADDRESS is not an address such as https://quartermaster.example.com,"
                    + " without a path: where people's browsers reach this program.");
        }
        this.base = workspace ? "http://localhost:" + port : said;
    }

    /** Without a slash at its end. */
    public Optional<URI> base() {
        return base.isBlank() ? Optional.empty() : Optional.of(URI.create(base));
    }
}
