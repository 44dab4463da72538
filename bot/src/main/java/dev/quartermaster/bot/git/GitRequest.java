package dev.quartermaster.bot.git;

import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * One of the requests that git's smart protocol has, and nothing else: the address is compared as it was sent, so that no
 * encoding, dot or second slash means something to whoever reads it later. What the dumb protocol would walk is none.
 *
 * @param repository as in a clone URL, behind {@code /git/}
 * @param password of HTTP Basic; empty: none was sent
 */
record GitRequest(String repository, Kind kind, String password) {
    private static final Pattern ADDRESS = Pattern.compile(
            "/git/([a-z0-9-]{1,80}/[a-z0-9-]{1,80}\\.git)(|/info/refs|/git-upload-pack|/git-receive-pack)");
    private static final String BASIC = "Basic ";

    enum Kind {
        /** The address itself, opened in a browser. */
        PAGE,
        READ,
        WRITE
    }

    static Optional<GitRequest> of(HttpServletRequest request) {
        Matcher address = ADDRESS.matcher(request.getRequestURI());
        if (!address.matches()) {
            return Optional.empty();
        }
        return kind(request.getMethod(), address.group(2), request.getQueryString())
                .map(kind -> new GitRequest(address.group(1), kind, password(request.getHeader("Authorization"))));
    }

    private static Optional<Kind> kind(String method, String service, @Nullable String query) {
        return Optional.ofNullable(
                switch (method + " " + service) {
                    case "GET " -> Kind.PAGE;
                    case "POST /git-upload-pack" -> Kind.READ;
                    case "POST /git-receive-pack" -> Kind.WRITE;
                    case "GET /info/refs" ->
                        "service=git-upload-pack".equals(query)
                                ? Kind.READ
                                : "service=git-receive-pack".equals(query) ? Kind.WRITE : null;
                    default -> null;
                });
    }

    /** Whatever the user is called: who has the token is whom it was given to. */
    private static String password(@Nullable String authorization) {
        if (authorization == null || !authorization.regionMatches(true, 0, BASIC, 0, BASIC.length())) {
            return "";
        }
        try {
            byte[] decoded = Base64.getDecoder()
                    .decode(authorization.substring(BASIC.length()).strip());
            String both = new String(decoded, StandardCharsets.UTF_8);
            return both.substring(both.indexOf(':') + 1);
        } catch (IllegalArgumentException notEncoded) {
            return "";
        }
    }
}
