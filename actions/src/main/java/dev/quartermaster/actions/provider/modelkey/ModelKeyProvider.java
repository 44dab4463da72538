package dev.quartermaster.actions.provider.modelkey;

import dev.quartermaster.actions.provider.Credentials;
import dev.quartermaster.actions.provider.Leftover;
import dev.quartermaster.actions.provider.Observed;
import dev.quartermaster.actions.provider.Order;
import dev.quartermaster.actions.provider.PlatformTrouble;
import dev.quartermaster.actions.provider.Provider;
import dev.quartermaster.actions.provider.ProvisioningLog;
import dev.quartermaster.actions.provider.Usage;
import dev.quartermaster.intents.part.PartType;
import dev.quartermaster.intents.plan.LeaseId;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;

/**
 * {@code provider: model-key}: one key of the organisation's LiteLLM proxy for a lease. Whoever owns the lease sees its
 * secret on a click, and each click makes it anew; nobody else ever does, this program included.
 */
final class ModelKeyProvider implements Provider {
    private static final Logger LOG = LoggerFactory.getLogger(ModelKeyProvider.class);

    private static final String WHO = "the shared language model";

    private static final Observed.Broken NOT_SET_UP = new Observed.Broken(
            "No shared language model is set up here, so there is no key to hand out; nothing was made and nothing is"
                    + " charged. The platform team sets one up, and their channel hears who asked for it: ask them when it"
                    + " comes, and then ask again.",
            new PlatformTrouble(
                    "no-model-endpoint",
                    "No shared language model is set up: set " + ModelEndpoint.ENDPOINT + " to a LiteLLM proxy, with "
                            + ModelEndpoint.ADMIN_KEY + " and " + ModelEndpoint.MODELS
                            + ", and start again; then tell them."));

    private final @Nullable LeaseKeys keys;

    /** @param keys null where no proxy is configured */
    ModelKeyProvider(@Nullable LeaseKeys keys) {
        this.keys = keys;
    }

    @Override
    public PartType type() {
        return new ModelKeyPart();
    }

    @Override
    public Optional<Observed.Broken> missing() {
        return keys == null ? Optional.of(NOT_SET_UP) : Optional.empty();
    }

    @Override
    public Observed observe(Order order) {
        return asked(order, LeaseKeys::seen);
    }

    @Override
    public Observed converge(Order order, Wanted wanted) {
        return switch (wanted) {
            case RUNNING -> asked(order, LeaseKeys::make);
            case STOPPED -> asked(order, LeaseKeys::seen);
            case GONE -> asked(order, LeaseKeys::end);
        };
    }

    private Observed asked(Order order, Asking<Observed> asking) {
        if (keys == null) {
            return noMore(order);
        }
        try {
            return asking.of(keys, order);
        } catch (ProxyRefusal refused) {
            LOG.warn("Key of {}: {}", order.lease(), refused.getMessage());
            return refused.passes() ? new Observed.Unreachable(WHO) : refused(order, refused);
        } catch (IOException away) {
            LOG.warn("Key of {}: {}", order.lease(), away.toString());
            return new Observed.Unreachable(WHO);
        } catch (DataAccessException away) {
            LOG.warn("Key of {}: {}", order.lease(), away.toString());
            return new Observed.Unreachable("the database");
        } catch (NumberFormatException noNumber) {
            return new Observed.Broken("The golden path says no budget that is a number. Ask whoever looks after it.");
        } catch (RuntimeException unexpected) {
            LOG.error("Key of {}", order.lease(), unexpected);
            return new Observed.Broken("The key could not be made; the platform team finds why in the log.");
        }
    }

    /** What was made is still there; only the settings are gone. */
    private static Observed.Broken noMore(Order order) {
        return new Observed.Broken(
                "The shared language model is not set up here any more, so its key is not looked after; the platform"
                        + " team was told.",
                new PlatformTrouble(
                        "no-model-endpoint",
                        ModelEndpoint.ENDPOINT + " is not set any more. Set it again, or delete the key "
                                + LeaseKeys.alias(order) + "-… there by hand: it expires by itself only soon after "
                                + order.until() + "."));
    }

    private static Observed refused(Order order, ProxyRefusal refused) {
        String mend = refused.status() == 401 || refused.status() == 403
                ? "see whether " + ModelEndpoint.ADMIN_KEY + " is the key of a proxy admin"
                : "see the proxy's log, and its bounds for keys (upperbound_key_generate_params)";
        return new Observed.Broken(
                "The shared language model's proxy refuses us; the platform team was told.",
                new PlatformTrouble(
                        "model-proxy-refuses",
                        refused.getMessage() + ": " + mend + ". Until that is mended a key called "
                                + LeaseKeys.alias(order)
                                + "-… is neither made nor ended by us; one that is there expires"
                                + " by itself soon after " + order.until() + ", or is deleted there by hand."));
    }

    @Override
    public Optional<String> fixed(Order order) {
        return Optional.of("A key keeps the tokens a day it was made with. Ask for another one with as many as you need"
                + " with `/qm launch`, put it in place of this one, and stop this one.");
    }

    @Override
    public boolean hasCredentials(Order order) {
        return keys != null;
    }

    @Override
    public Optional<Credentials> credentials(Order order) {
        return answered(order, LeaseKeys::shown).flatMap(shown -> shown);
    }

    @Override
    public List<Usage> usage(Order order) {
        return answered(order, LeaseKeys::spent).orElse(List.of());
    }

    @Override
    public List<Leftover> leftovers(Function<LeaseId, Standing> leases) {
        try {
            return keys == null ? List.of() : keys.leftovers(leases);
        } catch (IOException | RuntimeException away) {
            LOG.debug("The proxy couldn't be looked through for what is left over", away);
            return List.of();
        }
    }

    private <T> Optional<T> answered(Order order, Asking<T> asking) {
        try {
            return keys == null ? Optional.empty() : Optional.of(asking.of(keys, order));
        } catch (IOException | RuntimeException trouble) {
            LOG.warn("Key of {}: {}", order.lease(), trouble.toString());
            return Optional.empty();
        }
    }

    @Override
    public ProvisioningLog deeds(Order order) {
        return answered(order, LeaseKeys::deeds).orElse(ProvisioningLog.NONE);
    }

    @Override
    public String farewell(Order order) {
        return "The key to the shared language model works no more.";
    }

    private interface Asking<T> {
        T of(LeaseKeys keys, Order order) throws IOException;
    }
}
