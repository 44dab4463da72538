package dev.quartermaster.bot.query;

import dev.quartermaster.actions.provider.grant.QueryTokens;
import dev.quartermaster.intents.plan.LeaseId;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.Resource;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseCookie;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.CookieValue;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * The page is the same file for everybody; what it shows it asks for. The token is sent once, in a body, and its session
 * stands in a cookie that scripts and other sites do not have. Each call looks at the lease anew.
 */
@RestController
@RequestMapping("/query")
class QueryController {
    private static final String LEASE = "/{lease:lease-[a-z2-7]+}";
    private static final String COOKIE = "qm_query";
    /** Bytes of a body. */
    private static final int LONGEST = 100_000;

    private static final String POLICY = "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self';"
            + " img-src data:; frame-ancestors 'none'; base-uri 'none'; form-action 'none'";

    private final PageGuard guard;
    private final PageStates states;
    private final QueryTokens tokens;
    private final QueryRuns runs;
    private final JsonMapper json = JsonMapper.builder().build();

    QueryController(PageGuard guard, PageStates states, QueryTokens tokens, QueryRuns runs) {
        this.guard = guard;
        this.states = states;
        this.tokens = tokens;
        this.runs = runs;
    }

    @GetMapping(LEASE)
    ResponseEntity<Resource> page() {
        return file("page.html", MediaType.TEXT_HTML);
    }

    @GetMapping("/page.js")
    ResponseEntity<Resource> script() {
        return file("page.js", MediaType.valueOf("text/javascript"));
    }

    @GetMapping("/page.css")
    ResponseEntity<Resource> style() {
        return file("page.css", MediaType.valueOf("text/css"));
    }

    @GetMapping(LEASE + "/state")
    ResponseEntity<Map<String, Object>> state(
            @PathVariable String lease,
            @CookieValue(name = COOKIE, required = false) @Nullable String session,
            HttpServletRequest request) {
        return answer(states.of(lease, session, request).words());
    }

    @PostMapping(LEASE + "/session")
    ResponseEntity<Map<String, Object>> open(@PathVariable String lease, HttpServletRequest request)
            throws IOException {
        PageStates.Look look = states.of(lease, null, request);
        if (look.lease() == null || !look.state().equals("closed")) {
            return answer(look.words());
        }
        LeaseId id = look.lease().id();
        Optional<String> session = field(request, "token").flatMap(token -> tokens.open(id, token.strip()));
        if (session.isEmpty()) {
            Map<String, Object> refused = QueryWords.failed(
                    "That is not the token of this page.",
                    "Press Show credentials on its card in Slack; each press makes a new token, and the one before"
                            + " stops working.");
            refused.put("state", "closed");
            return answer(refused);
        }
        return ResponseEntity.ok()
                .header(HttpHeaders.SET_COOKIE, cookie(id, session.get(), Duration.ofHours(8)))
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .body(states.of(lease, session.get(), request).words());
    }

    @DeleteMapping(LEASE + "/session")
    ResponseEntity<Map<String, Object>> close(
            @PathVariable String lease,
            @CookieValue(name = COOKIE, required = false) @Nullable String session,
            HttpServletRequest request) {
        PageStates.Look look = states.of(lease, session, request);
        if (look.lease() == null || session == null) {
            return answer(look.words());
        }
        LeaseId id = look.lease().id();
        tokens.close(id, session);
        return ResponseEntity.ok()
                .header(HttpHeaders.SET_COOKIE, cookie(id, "", Duration.ZERO))
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .body(states.of(lease, null, request).words());
    }

    /** Writes a blank line while it runs, which JSON allows before a value: that is how it is seen that nobody waits. */
    @PostMapping(LEASE + "/run")
    void run(
            @PathVariable String lease,
            @CookieValue(name = COOKIE, required = false) @Nullable String session,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        response.setContentType(MediaType.APPLICATION_JSON_VALUE);
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        OutputStream out = response.getOutputStream();
        out.write(json.writeValueAsBytes(ran(states.of(lease, session, request), request, () -> {
            out.write('\n');
            out.flush();
        })));
    }

    @DeleteMapping(LEASE + "/run")
    ResponseEntity<Map<String, Object>> stop(
            @PathVariable String lease,
            @CookieValue(name = COOKIE, required = false) @Nullable String session,
            HttpServletRequest request) {
        PageStates.Look look = states.of(lease, session, request);
        boolean stopped = look.lease() != null && look.state().equals("open") && runs.stop(look.lease());
        return answer(Map.of("stopped", stopped));
    }

    private Map<String, Object> ran(PageStates.Look look, HttpServletRequest request, QueryRuns.Beat beat)
            throws IOException {
        if (look.lease() == null || !look.state().equals("open")) {
            return look.words();
        }
        Optional<String> sql = field(request, "sql");
        if (sql.isEmpty()) {
            return QueryWords.failed("That is more text than a query may have.", "Shorten it and run it again.");
        }
        return states.words(look.lease()).of(runs.run(look.lease(), sql.get(), beat));
    }

    /** A field of a JSON body; empty when there is none, or the body is too long. */
    private Optional<String> field(HttpServletRequest request, String name) throws IOException {
        @Nullable String type = request.getContentType();
        byte[] body = request.getInputStream().readNBytes(LONGEST + 1);
        if (type == null || !type.startsWith(MediaType.APPLICATION_JSON_VALUE) || body.length > LONGEST) {
            return Optional.empty();
        }
        try {
            return Optional.of(json.readTree(new String(body, StandardCharsets.UTF_8))
                            .path(name)
                            .asString(""))
                    .filter(text -> text.indexOf('\0') < 0);
        } catch (JacksonException broken) {
            return Optional.empty();
        }
    }

    private String cookie(LeaseId lease, String session, Duration age) {
        return ResponseCookie.from(COOKIE, session)
                .httpOnly(true)
                .sameSite("Strict")
                .secure(guard.secure())
                .path("/query/" + lease)
                .maxAge(age)
                .build()
                .toString();
    }

    private static ResponseEntity<Map<String, Object>> answer(Map<String, Object> words) {
        return ResponseEntity.ok().header(HttpHeaders.CACHE_CONTROL, "no-store").body(words);
    }

    private static ResponseEntity<Resource> file(String name, MediaType type) {
        return ResponseEntity.ok()
                .contentType(new MediaType(type, StandardCharsets.UTF_8))
                .header("Content-Security-Policy", POLICY)
                .header("X-Content-Type-Options", "nosniff")
                .header("Referrer-Policy", "no-referrer")
                .header("Cross-Origin-Opener-Policy", "same-origin")
                .header(HttpHeaders.CACHE_CONTROL, "no-cache")
                .body(new ClassPathResource("query/" + name));
    }
}
