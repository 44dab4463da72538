package dev.quartermaster.bot.api;

import dev.quartermaster.actions.bundle.Bundles;
import dev.quartermaster.actions.time.DatabaseTime;
import dev.quartermaster.bot.limits.Allowances;
import dev.quartermaster.intents.people.Person;
import java.time.Duration;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/** Limits how often one caller may call the API, counted over all replicas. */
@Component
class CallersPace {
    private final Allowances allowances;
    private final Bundles bundles;
    private final DatabaseTime time;

    CallersPace(Allowances allowances, Bundles bundles, DatabaseTime time) {
        this.allowances = allowances;
        this.bundles = bundles;
        this.time = time;
    }

    /** @throws Refusal 429, with when to call again */
    void keep(Person caller) {
        switch (allowances.take(
                caller.id(), "calls", bundles.current().organisation().limits().calls())) {
            case Allowances.Answer.Taken taken -> {}
            case Allowances.Answer.Spent spent -> {
                long seconds =
                        Math.max(1, Duration.between(time.now(), spent.again()).toSeconds() + 1);
                Refusal refusal = new Refusal(
                        HttpStatus.TOO_MANY_REQUESTS,
                        "That is more than one caller may ask at once. Call again in " + seconds + " s.");
                refusal.getHeaders().set(HttpHeaders.RETRY_AFTER, "" + seconds);
                throw refusal;
            }
        }
    }
}
