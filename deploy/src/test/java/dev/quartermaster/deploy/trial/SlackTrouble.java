package dev.quartermaster.deploy.trial;

import dev.quartermaster.bot.slack.fixture.FakeSlack;
import dev.quartermaster.bot.slack.fixture.Trouble;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;

/** What may be wrong with Slack, one thing at a time; keeps who came before the time Slack had named. */
final class SlackTrouble implements FakeSlack.Fault {
    /** In Slack's {@code Retry-After}. */
    private static final Duration WAIT = Duration.ofSeconds(2);

    private final Map<String, Instant> quiet = new ConcurrentHashMap<>();
    private final List<String> early = new CopyOnWriteArrayList<>();
    private final AtomicInteger refused = new AtomicInteger();
    private volatile Kind kind = Kind.NONE;

    enum Kind {
        NONE,
        /** 429 to whatever is said. */
        LIMITED,
        /** 503. */
        BROKEN,
        /** The connection ends without an answer, and nothing is done. */
        DOWN,
        /** What was said is said, and the connection ends without an answer. */
        DEAF
    }

    void is(Kind now) {
        kind = now;
    }

    /** Calls that Slack had asked to wait with. */
    List<String> early() {
        return List.copyOf(early);
    }

    int refused() {
        return refused.get();
    }

    @Override
    public Optional<Trouble> on(FakeSlack.Call call) {
        if (!call.method().startsWith("chat.")) {
            return Optional.empty();
        }
        String what = call.method() + " " + call.get("channel");
        Instant until = quiet.get(what);
        if (until != null && Instant.now().isBefore(until)) {
            early.add(what);
        }
        Optional<Trouble> trouble = switch (kind) {
            case NONE -> Optional.empty();
            case LIMITED -> {
                quiet.put(what, Instant.now().plus(WAIT));
                yield Optional.of(Trouble.limited((int) WAIT.toSeconds()));
            }
            case BROKEN -> Optional.of(Trouble.broken());
            case DOWN -> Optional.of(Trouble.dead(false));
            case DEAF -> Optional.of(Trouble.dead(true));
        };
        trouble.ifPresent(any -> refused.incrementAndGet());
        return trouble;
    }
}
