package dev.quartermaster.bot.query;

import dev.quartermaster.actions.provider.OwnAddress;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Lets a browser in that came to our own address with a page of our own: a name that somebody else points here (DNS
 * rebinding) is met by the Host header, a foreign page in the same browser by the Origin header.
 */
@Component
class PageGuard {
    private final URI base;

    PageGuard(OwnAddress address) {
        this.base = address.base();
    }

    boolean admits(HttpServletRequest request) {
        @Nullable String host = request.getHeader("Host");
        return host != null
                && hosts(base).contains(host)
                && (request.getMethod().equals("GET") || ours(request, base.getScheme() + "://" + host));
    }

    /** Whether the page came by TLS; then its cookie goes no other way. */
    boolean secure() {
        return "https".equals(base.getScheme());
    }

    private static boolean ours(HttpServletRequest request, String origin) {
        @Nullable String from = request.getHeader("Origin");
        @Nullable String site = request.getHeader("Sec-Fetch-Site");
        return from == null ? site == null || site.equals("same-origin") : from.equals(origin);
    }

    /** This machine has several names. */
    private static List<String> hosts(URI base) {
        String authority = base.getAuthority();
        return "localhost".equals(base.getHost())
                ? List.of(authority, "127.0.0.1:" + base.getPort(), "[::1]:" + base.getPort())
                : List.of(authority);
    }
}
