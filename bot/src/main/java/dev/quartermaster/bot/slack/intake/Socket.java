package dev.quartermaster.bot.slack.intake;

import com.slack.api.Slack;
import com.slack.api.SlackConfig;
import com.slack.api.socket_mode.SocketModeClient;
import dev.quartermaster.actions.Secret;
import dev.quartermaster.bot.slack.SlackSettings;
import java.io.IOException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * The Socket Mode connection to Slack, held while an app token is set. The first connect is tried until it holds; later
 * ones are the SDK's.
 */
@Component
final class Socket implements SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(Socket.class);
    private static final Duration LONGEST = Duration.ofSeconds(30);

    private final SlackSettings settings;
    private final Envelopes envelopes;
    private volatile @Nullable Thread connecting;
    private volatile @Nullable SocketModeClient client;

    Socket(SlackSettings settings, Envelopes envelopes) {
        this.settings = settings;
        this.envelopes = envelopes;
    }

    private void untilConnected(Secret app) {
        Duration pause = Duration.ofSeconds(1);
        while (connecting == Thread.currentThread()) {
            try {
                connect(app);
                return;
            } catch (Throwable e) {
                // Its message may carry the socket's address, which is a ticket.
                LOG.warn(
                        "Socket Mode does not connect ({}); again in {} s",
                        e.getClass().getName(),
                        pause.toSeconds());
            }
            try {
                Thread.sleep(pause);
            } catch (InterruptedException stopped) {
                return;
            }
            pause = pause.multipliedBy(2).compareTo(LONGEST) > 0 ? LONGEST : pause.multipliedBy(2);
        }
    }

    private void connect(Secret app) throws IOException {
        SlackConfig config = new SlackConfig();
        config.setMethodsEndpointUrlPrefix(settings.api().toString());
        config.setStatsEnabled(false);
        config.getMethodsConfig().setStatsEnabled(false);
        SocketModeClient made =
                Slack.getInstance(config).socketMode(app.value(), SocketModeClient.Backend.JavaWebSocket);
        envelopes.listen(made);
        client = made;
        made.connect();
        LOG.info("Socket Mode is connected");
    }

    @Override
    public synchronized void start() {
        Secret app = settings.app();
        if (app == null || connecting != null) return;
        Thread next = Thread.ofVirtual().name("slack-socket").unstarted(() -> untilConnected(app));
        connecting = next;
        next.start();
    }

    @Override
    public synchronized void stop() {
        Thread thread = connecting;
        connecting = null;
        if (thread != null) thread.interrupt();
        SocketModeClient open = client;
        client = null;
        if (open == null) return;
        try {
            open.setAutoReconnectEnabled(false);
            open.close();
        } catch (IOException e) {
            LOG.debug("The socket was closed already", e);
        }
    }

    @Override
    public boolean isRunning() {
        return connecting != null;
    }

    /** After the workers are up; before them down. */
    @Override
    public int getPhase() {
        return 2_000;
    }
}
