package dev.quartermaster.bot.query;

import dev.quartermaster.actions.provider.OwnAddress;
import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Lets a browser in that came to our own address with a page of our own: a name that somebody else points here (DNS
 * rebinding) is met by the Host header, a foreign page in the same browser by the Origin header.
 */
@Component
class PageGuard {
    private final OwnAddress address;

    PageGuard(OwnAddress address) {
        this.address = address;
    }

    boolean admits(HttpServletRequest request) {
        @Nullable String host = request.getHeader("Host");
        return address.named(host)
                && (request.getMethod().equals("GET")
                        || ours(request, address.base().getScheme() + "://" + host));
    }

    /** Whether the page came by TLS; then its cookie goes no other way. */
    boolean secure() {
        return "https".equals(address.base().getScheme());
    }

    private static boolean ours(HttpServletRequest request, String origin) {
        @Nullable String from = request.getHeader("Origin");
        @Nullable String site = request.getHeader("Sec-Fetch-Site");
        return from == null ? site == null || site.equals("same-origin") : from.equals(origin);
    }
}
