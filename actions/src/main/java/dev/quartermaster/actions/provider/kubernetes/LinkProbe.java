package dev.quartermaster.actions.provider.kubernetes;

import com.google.common.cache.Cache;
import com.google.common.cache.CacheBuilder;
import dev.quartermaster.actions.provider.BoundedHttp;
import dev.quartermaster.actions.provider.Observed;
import dev.quartermaster.actions.provider.PlatformTrouble;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

/**
 * Whether a link into the cluster leads to what was made, or only as far as the way in, which says that nothing is behind
 * it. Asked from here, where the network lets us; where it doesn't, nothing is known and nothing waits for it.
 */
final class LinkProbe {
    /** How long a way in may take to notice what is new before the platform team hears of it. */
    static final Duration PATIENCE = Duration.ofMinutes(5);

    /** How long a page that isn't found may be one that isn't there yet. */
    static final Duration NOT_FOUND = Duration.ofMinutes(1);

    /** Then it is handed over and charged all the same: it runs, and what answers so may be its own program. */
    static final Duration LONGEST = Duration.ofMinutes(15);

    private static final Duration ANSWER = Duration.ofSeconds(2);
    private static final long MOST_BYTES = 1 << 20;

    private final BoundedHttp http = new BoundedHttp(ANSWER, MOST_BYTES);
    private final InstantSource clock;
    private final Cache<URI, Instant> closed = CacheBuilder.newBuilder()
            .maximumSize(10_000)
            .expireAfterWrite(Duration.ofDays(1))
            .build();

    LinkProbe(InstantSource clock) {
        this.clock = clock;
    }

    /** @return what it waits for; empty: it answers, or nobody can tell from here */
    Optional<Observed.Making> closed(String ref, URI link) {
        Instant now = clock.instant();
        int status = status(link);
        Duration since = Duration.between(first(link, now), now);
        return switch (status) {
            case 502, 503, 504 ->
                since.compareTo(LONGEST) < 0 ? Optional.of(waiting(ref, link, status, since)) : Optional.empty();
            case 404 -> since.compareTo(NOT_FOUND) < 0 ? Optional.of(making(ref, status)) : Optional.empty();
            default -> {
                closed.invalidate(link);
                yield Optional.empty();
            }
        };
    }

    private Instant first(URI link, Instant now) {
        Instant before = closed.asMap().putIfAbsent(link, now);
        return before == null ? now : before;
    }

    private int status(URI link) {
        try {
            return http.send(HttpRequest.newBuilder(link), BodyHandlers.discarding())
                    .statusCode();
        } catch (IOException away) {
            return 0;
        }
    }

    private static Observed.Making making(String ref, int status) {
        return new Observed.Making(ref, "everything runs, but its link isn't open yet (" + status + ")");
    }

    private static Observed.Making waiting(String ref, URI link, int status, Duration since) {
        if (since.compareTo(PATIENCE) < 0) {
            return making(ref, status);
        }
        return new Observed.Making(
                ref,
                "everything runs, but its link doesn't open (" + status
                        + "); the platform team is told, and it goes on by itself once that is mended",
                new PlatformTrouble(
                        "link-closed",
                        "Everything is ready, but " + link + " has answered " + status + " for "
                                + PATIENCE.toMinutes() + " minutes: the ingress doesn't reach the service behind it."
                                + " Look at its ingress class, and at what its network policy lets in."));
    }
}
