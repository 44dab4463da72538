package dev.quartermaster.bot.workspace;

import java.net.InetSocketAddress;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.web.servlet.function.HandlerFilterFunction;
import org.springframework.web.servlet.function.HandlerFunction;
import org.springframework.web.servlet.function.ServerRequest;
import org.springframework.web.servlet.function.ServerResponse;

/**
 * Whoever reaches the workspace can be anybody in it, so only this machine may. A name that resolves to loopback (DNS rebinding) is met by the
 * Host header, a foreign page in the same browser (CSRF) by the Origin header, and a proxy in front of us by what proxies add.
 */
final class LoopbackOnly implements HandlerFilterFunction<ServerResponse, ServerResponse> {
    private static final Set<String> HERE = Set.of("localhost", "127.0.0.1", "[::1]", "::1");
    private static final List<String> PROXIED =
            List.of("Forwarded", "X-Forwarded-For", "X-Forwarded-Host", "X-Real-IP");

    @Override
    public ServerResponse filter(ServerRequest request, HandlerFunction<ServerResponse> next) throws Exception {
        return admitted(request)
                ? next.handle(request)
                : ServerResponse.status(403)
                        .contentType(MediaType.TEXT_PLAIN)
                        .body(
                                "The local workspace answers this machine only. Open it at http://localhost and its port.");
    }

    private static boolean admitted(ServerRequest request) {
        boolean near = request.remoteAddress()
                .map(InetSocketAddress::getAddress)
                .filter(a -> a != null && a.isLoopbackAddress())
                .isPresent();
        boolean proxied = PROXIED.stream().anyMatch(h -> request.headers().firstHeader(h) != null);
        boolean named = host("http://"
                        + Optional.ofNullable(request.headers().firstHeader("Host"))
                                .orElse(""))
                .isPresent();
        return near && named && !proxied && (request.method().equals(HttpMethod.GET) || sameOrigin(request));
    }

    /** A browser names the page a POST comes from; a program that isn't one names none. */
    private static boolean sameOrigin(ServerRequest request) {
        String origin = request.headers().firstHeader("Origin");
        if (origin == null) return !"cross-site".equals(request.headers().firstHeader("Sec-Fetch-Site"));
        return host(origin).isPresent()
                && origin.equals("http://" + request.headers().firstHeader("Host"));
    }

    private static Optional<String> host(String uri) {
        try {
            return Optional.ofNullable(URI.create(uri).getHost()).filter(HERE::contains);
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
