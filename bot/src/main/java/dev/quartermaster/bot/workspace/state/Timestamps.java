package dev.quartermaster.bot.workspace.state;

import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicLong;

/** Slack's {@code ts}: seconds and six decimals, unique and growing, also across a restart and a clock set back. */
public final class Timestamps {
    private final InstantSource clock;
    private final AtomicLong last = new AtomicLong();

    public Timestamps(InstantSource clock) {
        this.clock = clock;
    }

    public String next() {
        Instant now = clock.instant();
        long micros = now.getEpochSecond() * 1_000_000 + now.getNano() / 1_000;
        return written(last.updateAndGet(before -> Math.max(before + 1, micros)));
    }

    /** A ts met in the journal: later ones must be greater. */
    void seen(String ts) {
        last.accumulateAndGet(micros(ts), Math::max);
    }

    private static long micros(String ts) {
        return Long.parseLong(ts.replace(".", ""));
    }

    private static String written(long micros) {
        return "%d.%06d".formatted(micros / 1_000_000, micros % 1_000_000);
    }
}
