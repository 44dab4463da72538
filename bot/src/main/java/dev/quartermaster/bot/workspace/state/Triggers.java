package dev.quartermaster.bot.workspace.state;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

/**
 * Trigger ids: each opens one view, within three seconds. Ids stay unique over restarts, because the bot keeps them to
 * notice repeats.
 */
public final class Triggers {
    private static final Duration LIFE = Duration.ofSeconds(3);
    private static final Duration REMEMBERED = Duration.ofMinutes(10);

    private final InstantSource clock;
    private final Map<String, Trigger> issued = new HashMap<>();

    private record Trigger(String user, Instant at, boolean used) {}

    public sealed interface Exchange {
        record For(String user) implements Exchange {}

        record Refused(String error) implements Exchange {}
    }

    public Triggers(InstantSource clock) {
        this.clock = clock;
    }

    public synchronized String issue(String user) {
        Instant now = clock.instant();
        issued.values().removeIf(t -> t.at().isBefore(now.minus(REMEMBERED)));
        String id = now.toEpochMilli() + ".0." + UUID.randomUUID().toString().replace("-", "");
        issued.put(id, new Trigger(user, now, false));
        return id;
    }

    public synchronized Exchange exchange(String id) {
        Trigger trigger = issued.get(id);
        if (trigger == null) return new Exchange.Refused("invalid_trigger_id");
        if (trigger.used()) return new Exchange.Refused("exchanged_trigger_id");
        if (trigger.at().plus(LIFE).isBefore(clock.instant())) return new Exchange.Refused("expired_trigger_id");
        issued.put(id, new Trigger(trigger.user(), trigger.at(), true));
        return new Exchange.For(trigger.user());
    }
}
