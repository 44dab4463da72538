package dev.quartermaster.actions.cluster;

import dev.quartermaster.actions.cluster.ClusterResult.Done;
import dev.quartermaster.actions.cluster.ClusterResult.Late;
import dev.quartermaster.actions.cluster.ClusterResult.Refused;
import dev.quartermaster.actions.cluster.ClusterResult.Unreachable;
import io.fabric8.kubernetes.client.KubernetesClientException;
import java.util.Set;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Turns what the client library throws into what it means for the one who asked. */
final class ClusterCall {
    private static final Logger LOG = LoggerFactory.getLogger(ClusterCall.class);

    /** 400 malformed, 403 forbidden or over quota, 404, 405, 409, 413, 415, 422: the same call is refused again. */
    private static final Set<Integer> FINAL = Set.of(400, 403, 404, 405, 409, 410, 413, 415, 422);

    private static final int LONGEST_WORDS = 600;

    /** Inside this package only: every way out of it is a result. */
    static final class LateException extends RuntimeException {
        LateException() {
            super("another worker has written since", null, false, false);
        }
    }

    private ClusterCall() {}

    static <T> ClusterResult<T> of(Supplier<T> call) {
        try {
            return new Done<>(call.get());
        } catch (LateException _) {
            return new Late<>();
        } catch (KubernetesClientException e) {
            return refusal(e);
        } catch (RuntimeException e) {
            LOG.warn("The cluster's answer could not be understood", e);
            return new Unreachable<>("the cluster's answer could not be understood");
        }
    }

    private static <T> ClusterResult<T> refusal(KubernetesClientException e) {
        var words = words(e);
        var reason = e.getStatus() == null ? "" : e.getStatus().getReason();
        if (e.getCode() == 409 && "Conflict".equals(reason)) {
            return new Late<>();
        }
        if (FINAL.contains(e.getCode())) {
            return new Refused<>(e.getCode(), words);
        }
        // An apply with an unknown field is answered 500 without a reason (kubernetes issue 122480). Taken for an
        // outage it would be tried for ever.
        if (e.getCode() == 500 && words.startsWith("failed to create typed patch object")) {
            return new Refused<>(400, words);
        }
        LOG.debug("The cluster can't be asked right now: {} {}", e.getCode(), words);
        return new Unreachable<>(
                switch (e.getCode()) {
                    case 0, -1 -> "the cluster can't be reached";
                    case 401 -> "the cluster doesn't take our sign-in";
                    case 429 -> "the cluster is busy";
                    default -> "the cluster has trouble of its own (" + e.getCode() + ")";
                });
    }

    private static String words(KubernetesClientException e) {
        var status = e.getStatus();
        var said = status == null || status.getMessage() == null ? e.getMessage() : status.getMessage();
        var words = said == null ? "no reason given" : said.strip();
        return words.length() <= LONGEST_WORDS ? words : words.substring(0, LONGEST_WORDS) + "…";
    }
}
