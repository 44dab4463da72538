package dev.quartermaster.actions.lease;

import dev.quartermaster.actions.provider.Credentials;
import dev.quartermaster.actions.provider.Observed;
import dev.quartermaster.actions.provider.Order;
import dev.quartermaster.actions.provider.Provider;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What providers make things in; outlives every worker. Each thing takes a look to become ready and a look to go. */
final class World {
    final Map<String, Thing> things = new HashMap<>();
    /** {@code made home}, {@code gone home}: what really changed, in order. */
    final List<String> changes = new ArrayList<>();

    @Nullable
    Observed trouble;

    Provider through(Fuse fuse) {
        return new Hands(this, fuse);
    }

    /** @param epoch of the last write */
    static final class Thing {
        boolean there;
        boolean settled;
        long epoch;
    }

    private record Hands(World world, Fuse fuse) implements Provider {
        @Override
        public String kind() {
            return "fake";
        }

        @Override
        public Observed observe(Order order) {
            fuse.boundary();
            if (world.trouble != null) {
                return world.trouble;
            }
            Thing thing = thing(order);
            boolean settled = thing.settled;
            thing.settled = true;
            if (thing.there) {
                return settled ? new Observed.Ready("ref-" + order.part().name()) : new Observed.Making("", "starting");
            }
            return settled ? new Observed.Absent() : new Observed.Ending("stopping");
        }

        @Override
        public Observed converge(Order order, Wanted wanted) {
            fuse.boundary();
            if (world.trouble != null) {
                return world.trouble;
            }
            Thing thing = thing(order);
            boolean there = wanted == Wanted.RUNNING;
            if (order.epoch() >= thing.epoch && thing.there != there) {
                thing.there = there;
                thing.settled = false;
                thing.epoch = order.epoch();
                world.changes.add((there ? "made " : "gone ") + order.part().name());
            }
            fuse.boundary();
            return there ? new Observed.Making("", "starting") : new Observed.Ending("stopping");
        }

        @Override
        public boolean hasCredentials(Order order) {
            return order.part().name().value().equals("home");
        }

        @Override
        public Optional<Credentials> credentials(Order order) {
            fuse.boundary();
            return world.trouble == null ? Optional.of(new Credentials(Map.of("Token", "t0k3n"))) : Optional.empty();
        }

        private Thing thing(Order order) {
            Thing thing = world.things.computeIfAbsent(
                    order.lease() + "/" + order.part().name(), name -> {
                        Thing fresh = new Thing();
                        fresh.settled = true;
                        return fresh;
                    });
            return thing;
        }
    }
}
