package dev.quartermaster.bot.workspace;

import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Lets only this machine in while a local workspace is served, because whoever reaches the workspace can be anybody in
 * it: for the page, what the simulated cluster would show, and the API. A name that resolves to loopback (DNS
 * rebinding) is met by the Host header, a foreign page in the same browser (CSRF) by the Origin header, and a proxy in
 * front of us by what proxies add.
 */
final class LoopbackFilter implements Filter {
    private static final Set<String> HERE = Set.of("localhost", "127.0.0.1", "[::1]", "::1");
    private static final List<String> PROXIED =
            List.of("Forwarded", "X-Forwarded-For", "X-Forwarded-Host", "X-Real-IP");

    @Override
    public void doFilter(ServletRequest request, ServletResponse response, FilterChain next)
            throws IOException, ServletException {
        if (admitted((HttpServletRequest) request)) {
            next.doFilter(request, response);
            return;
        }
        HttpServletResponse refusal = (HttpServletResponse) response;
        refusal.setStatus(HttpServletResponse.SC_FORBIDDEN);
        refusal.setContentType("text/plain");
        refusal.setCharacterEncoding(StandardCharsets.UTF_8);
        refusal.getWriter()
                .write("The local workspace answers this machine only. Open it at http://localhost and its port.");
    }

    private static boolean admitted(HttpServletRequest request) throws UnknownHostException {
        // An address as text is not looked up.
        boolean near = InetAddress.getByName(request.getRemoteAddr()).isLoopbackAddress();
        boolean proxied = PROXIED.stream().anyMatch(header -> request.getHeader(header) != null);
        boolean named = host("http://"
                        + Optional.ofNullable(request.getHeader("Host")).orElse(""))
                .isPresent();
        return near && named && !proxied && (request.getMethod().equals("GET") || sameOrigin(request));
    }

    /** A browser names the page a POST comes from; a program that isn't one names none. */
    private static boolean sameOrigin(HttpServletRequest request) {
        @Nullable String origin = request.getHeader("Origin");
        if (origin == null) return !"cross-site".equals(request.getHeader("Sec-Fetch-Site"));
        return host(origin).isPresent() && origin.equals("http://" + request.getHeader("Host"));
    }

    private static Optional<String> host(String uri) {
        try {
            return Optional.ofNullable(URI.create(uri).getHost()).filter(HERE::contains);
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
