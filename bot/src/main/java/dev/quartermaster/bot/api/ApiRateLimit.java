package dev.quartermaster.bot.api;

import dev.quartermaster.actions.bundle.Bundles;
import dev.quartermaster.actions.time.DatabaseTime;
import dev.quartermaster.bot.limits.TokenBuckets;
import dev.quartermaster.intents.people.Person;
import java.time.Duration;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/** Limits how often one caller may call the API, counted over all replicas. */
@Component
class ApiRateLimit {
    private final TokenBuckets allowances;
    private final Bundles bundles;
    private final DatabaseTime time;

    ApiRateLimit(TokenBuckets allowances, Bundles bundles, DatabaseTime time) {
        this.allowances = allowances;
        this.bundles = bundles;
        this.time = time;
    }

    /** @throws ApiException 429, with when to call again */
    void keep(Person caller) {
        switch (allowances.take(
                caller.id(), "calls", bundles.current().organisation().limits().calls())) {
            case TokenBuckets.Answer.Taken taken -> {}
            case TokenBuckets.Answer.Spent spent -> {
                long seconds =
                        Math.max(1, Duration.between(time.now(), spent.again()).toSeconds() + 1);
                ApiException refusal = new ApiException(
                        HttpStatus.TOO_MANY_REQUESTS,
                        "That is more than one caller may ask at once. Call again in " + seconds + " s.");
                refusal.getHeaders().set(HttpHeaders.RETRY_AFTER, "" + seconds);
                throw refusal;
            }
        }
    }
}
