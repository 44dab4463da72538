package dev.quartermaster.actions.lease.reconcile;

import dev.quartermaster.actions.provider.Observed;
import dev.quartermaster.actions.provider.Order;
import dev.quartermaster.actions.provider.Provider;
import dev.quartermaster.actions.provider.Provider.Wanted;
import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationRegistry;
import java.util.Locale;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/**
 * Every call of a provider, observed as {@code quartermaster.provider}: by kind of part, by what it was asked to do and by
 * what came of it. A provider never throws by its contract; one that does, even an Error, is a fault of ours and waits for
 * a person.
 */
@Component
class ProviderCalls {
    private static final Logger LOG = LoggerFactory.getLogger(ProviderCalls.class);

    private final ObservationRegistry observations;

    @Autowired
    ProviderCalls(ObjectProvider<ObservationRegistry> observations) {
        this(observations.getIfAvailable(() -> ObservationRegistry.NOOP));
    }

    ProviderCalls(ObservationRegistry observations) {
        this.observations = observations;
    }

    Observed observe(Provider provider, Order order) {
        return observed(order, "observe", () -> provider.observe(order));
    }

    Observed converge(Provider provider, Order order, Wanted wanted) {
        return observed(order, "converge", () -> provider.converge(order, wanted));
    }

    private Observed observed(Order order, String call, Supplier<Observed> work) {
        Observation observation = Observation.createNotStarted("quartermaster.provider", observations)
                .contextualName(order.part().provider() + " " + call)
                .lowCardinalityKeyValue("provider", order.part().provider())
                .lowCardinalityKeyValue("call", call)
                .highCardinalityKeyValue("lease", order.lease().value())
                .highCardinalityKeyValue("part", order.part().name().value());
        return observation.observe(() -> {
            Observed seen = seen(order, observation, work);
            observation.lowCardinalityKeyValue(
                    "outcome", seen.getClass().getSimpleName().toLowerCase(Locale.ROOT));
            return seen;
        });
    }

    private static Observed seen(Order order, Observation observation, Supplier<Observed> work) {
        try {
            return work.get();
        } catch (Throwable fault) {
            LOG.error("Part {} of {}", order.part().name(), order.lease(), fault);
            observation.error(fault);
            return new Observed.Broken("Something went wrong on our side; the platform team finds it in the log.");
        }
    }
}
