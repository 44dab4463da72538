package dev.quartermaster.actions.provider;

import dev.quartermaster.actions.CannotStart;
import java.net.URI;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Where people's machines reach this program, as {@code QUARTERMASTER_URL} says: what is handed out that this program
 * serves itself begins with it. Without one it is this machine.
 */
@Component
public final class OwnAddress {
    private static final String SHAPE = "https?://[A-Za-z0-9.-]+(:[0-9]{1,5})?";

    private final URI base;

    /** @throws CannotStart when what is said is no address: every link to a page of ours would be a dead one */
    public OwnAddress(@Value("${quartermaster.url:http://localhost:8080}") String said) {
        String address = said.strip().replaceFirst("/+$", "");
        if (!address.matches(SHAPE)) {
            throw new CannotStart("QUARTERMASTER_URL is not an address such as https://quartermaster.example.com,"
                    + " without a path: where people's browsers reach this program.");
        }
        this.base = URI.create(address);
    }

    /** Without a slash at its end. */
    public URI base() {
        return base;
    }

    /**
     * Whether a request's Host header names it: a name that somebody else points here (DNS rebinding) does not. This
     * machine has several names.
     */
    public boolean named(@Nullable String host) {
        List<String> names = "localhost".equals(base.getHost())
                ? List.of(base.getAuthority(), "127.0.0.1:" + base.getPort(), "[::1]:" + base.getPort())
                : List.of(base.getAuthority());
        return host != null && names.contains(host);
    }
}
