package dev.quartermaster.actions.lease.reconcile;

import dev.quartermaster.actions.provider.Credentials;
import dev.quartermaster.actions.provider.Observed;
import dev.quartermaster.actions.provider.Order;
import dev.quartermaster.actions.provider.Provider;
import dev.quartermaster.intents.part.PartType;
import dev.quartermaster.intents.part.Shape;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;

/** What providers make things in; outlives every worker. Each thing takes a look to become ready and a look to go. */
final class World {
    final Map<String, Thing> things = new ConcurrentHashMap<>();
    /** {@code made home}, {@code gone home}: what really changed, in order. */
    final List<String> changes = new CopyOnWriteArrayList<>();

    @Nullable
    Observed trouble;

    /** What every look ends in. */
    @Nullable
    Error fault;

    Provider through(Fuse fuse) {
        return through(fuse, "fake");
    }

    Provider through(Fuse fuse, String kind) {
        return new Hands(this, fuse, kind);
    }

    /** Refuses writes with an epoch older than the last one's. */
    static final class Thing {
        boolean there;
        private boolean settled = true;
        private long epoch;
        int turns;

        synchronized boolean looked() {
            boolean before = settled;
            settled = true;
            return before;
        }

        synchronized boolean becomes(boolean wanted, long by) {
            if (by < epoch) {
                return false;
            }
            epoch = by;
            boolean changes = there != wanted;
            settled &= !changes;
            turns += changes ? 1 : 0;
            there = wanted;
            return changes;
        }
    }

    private record Kind(String kind) implements PartType {
        @Override
        public Shape.Entries spec() {
            return Shape.map().andMore();
        }
    }

    private record Hands(World world, Fuse fuse, String kind) implements Provider {
        @Override
        public PartType type() {
            return new Kind(kind);
        }

        @Override
        public Observed observe(Order order) {
            fuse.boundary();
            if (world.fault != null) {
                throw world.fault;
            }
            if (world.trouble != null) {
                return world.trouble;
            }
            Thing thing = thing(order);
            boolean settled = thing.looked();
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
            boolean there = wanted == Wanted.RUNNING;
            if (thing(order).becomes(there, order.epoch())) {
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
            return world.things.computeIfAbsent(
                    order.lease() + "/" + order.part().name(), name -> new Thing());
        }
    }
}
