package dev.quartermaster.actions.lease.reconcile;

import dev.quartermaster.actions.provider.Credentials;
import dev.quartermaster.actions.provider.Observed;
import dev.quartermaster.actions.provider.Order;
import dev.quartermaster.actions.provider.Provider;
import dev.quartermaster.actions.provider.Resize;
import dev.quartermaster.intents.part.PartType;
import dev.quartermaster.intents.part.Shape;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** What providers make things in; outlives every worker. Each thing takes a look to become ready and a look to go. */
final class World {
    final Map<String, Thing> things = new ConcurrentHashMap<>();
    /** {@code made home}, {@code gone home}: what really changed, in order. */
    final List<String> changes = new CopyOnWriteArrayList<>();

    @Nullable
    Observed trouble;

    /** What links into it wait for. */
    Observed.@Nullable Making closed;

    /** What the last spec of each was. */
    final Map<String, Map<String, Object>> specs = new ConcurrentHashMap<>();

    /** What a change of it means. */
    Resize resize = new Resize.Interrupts("It restarts.");

    /** What there is no room for. */
    Predicate<Order> tooLarge = order -> false;

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
        private boolean stopped;
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
            if (thing.there && thing.stopped) {
                return new Observed.Stopped("ref-" + order.part().name());
            }
            if (thing.there) {
                return settled ? new Observed.Ready("ref-" + order.part().name()) : new Observed.Making("", "starting");
            }
            return settled ? new Observed.Absent() : new Observed.Ending("stopping");
        }

        @Override
        public Optional<Observed.Making> closed(Order order, URI link) {
            return link.getPath().equals("/lab") ? Optional.ofNullable(world.closed) : Optional.empty();
        }

        @Override
        public Observed converge(Order order, Wanted wanted) {
            fuse.boundary();
            if (world.trouble != null) {
                return world.trouble;
            }
            boolean there = wanted != Wanted.GONE;
            if (wanted == Wanted.RUNNING && world.tooLarge.test(order)) {
                return new Observed.Broken("The cluster has no room for it.");
            }
            thing(order).stopped = wanted == Wanted.STOPPED;
            if (wanted == Wanted.RUNNING
                    && !order.part()
                            .spec()
                            .equals(world.specs.put(name(order), order.part().spec()))) {
                thing(order).settled = false;
            }
            if (thing(order).becomes(there, order.epoch())) {
                world.changes.add((there ? "made " : "gone ") + order.part().name());
            }
            fuse.boundary();
            return there ? new Observed.Making("", "starting") : new Observed.Ending("stopping");
        }

        @Override
        public Optional<String> fixed(Order order) {
            return kind.equals("kubernetes") ? Optional.empty() : Provider.super.fixed(order);
        }

        @Override
        public Resize resize(Order before, Order after) {
            return kind.equals("kubernetes") ? world.resize : Provider.super.resize(before, after);
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
            return world.things.computeIfAbsent(name(order), name -> new Thing());
        }

        private static String name(Order order) {
            return order.lease() + "/" + order.part().name();
        }
    }
}
