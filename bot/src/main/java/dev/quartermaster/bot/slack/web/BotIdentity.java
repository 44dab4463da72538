package dev.quartermaster.bot.slack.web;

import com.slack.api.methods.response.auth.AuthTestResponse;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * The bot's own user and workspace in Slack, asked once ({@code auth.test}). The start never waits for it; what needs
 * it fails with {@link Unreachable} and is tried again until it is known.
 */
@Component
public final class BotIdentity implements SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(BotIdentity.class);
    private static final Duration LONGEST = Duration.ofSeconds(30);

    private final SlackWebClient web;
    private volatile @Nullable Us us;
    private volatile @Nullable Thread asking;

    public BotIdentity(SlackWebClient web) {
        this.web = web;
    }

    /** @param enterprise of an Enterprise Grid organisation; null elsewhere. @param user our bot user's id */
    public record Us(String team, @Nullable String enterprise, String user) {
        /** Within which a user's id is one user's: on Enterprise Grid the workspace at a click may be a sister of ours. */
        public String organisation() {
            return enterprise == null ? team : enterprise;
        }
    }

    /** @throws Unreachable when Slack has not said yet */
    public Us know() {
        Us known = us;
        if (known != null) return known;
        return switch (web.quickly(slack -> slack.authTest(request -> request))) {
            case WebApiAnswer.Fine<AuthTestResponse>(AuthTestResponse answer) -> learnt(answer);
            case WebApiAnswer.Limited<AuthTestResponse>(Duration after) ->
                throw new Unreachable("Slack limits us", after);
            case WebApiAnswer.Unreachable<AuthTestResponse>(String why) ->
                throw new Unreachable(why, Duration.ofSeconds(2));
            case WebApiAnswer.Refused<AuthTestResponse>(String error) -> throw new Unreachable(error, LONGEST);
        };
    }

    private Us learnt(AuthTestResponse answer) {
        Us learnt = new Us(answer.getTeamId(), answer.getEnterpriseId(), answer.getUserId());
        if (us == null)
            LOG.info("Slack workspace {} ({}), bot user {}", answer.getTeam(), learnt.team(), learnt.user());
        us = learnt;
        return learnt;
    }

    private void untilKnown() {
        Duration pause = Duration.ofMillis(500);
        while (us == null && !Thread.currentThread().isInterrupted()) {
            try {
                know();
            } catch (Unreachable e) {
                LOG.warn("Slack does not say who we are ({}); asking again in {} s", e.getMessage(), pause.toSeconds());
                if (!waited(pause)) return;
                pause = pause.multipliedBy(2).compareTo(LONGEST) > 0 ? LONGEST : pause.multipliedBy(2);
            }
        }
    }

    private static boolean waited(Duration pause) {
        try {
            Thread.sleep(pause);
            return true;
        } catch (InterruptedException e) {
            return false;
        }
    }

    @Override
    public void start() {
        asking = Thread.ofVirtual().name("slack-auth-test").start(this::untilKnown);
    }

    @Override
    public void stop() {
        Thread thread = asking;
        if (thread != null) thread.interrupt();
        asking = null;
    }

    @Override
    public boolean isRunning() {
        return asking != null;
    }

    /** After the web server: in the local workspace, Slack is this very process. */
    @Override
    public int getPhase() {
        return Integer.MAX_VALUE;
    }
}
