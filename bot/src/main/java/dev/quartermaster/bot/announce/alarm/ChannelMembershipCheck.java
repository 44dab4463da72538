package dev.quartermaster.bot.announce.alarm;

import dev.quartermaster.actions.bundle.Bundles;
import dev.quartermaster.bot.slack.web.Channels;
import dev.quartermaster.bot.slack.web.Unreachable;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Says at start when the bot is not in the channel approvals are posted to; approvers have their direct messages anyway. */
@Component
class ChannelMembershipCheck {
    private static final Logger LOG = LoggerFactory.getLogger(ChannelMembershipCheck.class);
    private static final int TRIES = 10;

    private final Channels channels;
    private final Bundles bundles;

    ChannelMembershipCheck(Channels channels, Bundles bundles) {
        this.channels = channels;
        this.bundles = bundles;
    }

    @EventListener(ApplicationReadyEvent.class)
    void look() {
        Thread.ofVirtual().name("needed-channels").start(this::lookUntilSlackAnswers);
    }

    private void lookUntilSlackAnswers() {
        String needed = bundles.current().organisation().approvalsChannel();
        for (int attempt = 0; attempt < TRIES; attempt++) {
            try {
                if (!channels.named(needed).map(Channels.Channel::member).orElse(false)) {
                    LOG.warn(
                            "The bot is not in #{}: approvers are asked by direct message only. Invite it there.",
                            needed);
                }
                return;
            } catch (Unreachable e) {
                if (!waited(e.after())) {
                    return;
                }
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
}
