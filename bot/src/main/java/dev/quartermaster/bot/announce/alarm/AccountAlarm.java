package dev.quartermaster.bot.announce.alarm;

import dev.quartermaster.actions.platform.PlatformAlarm;
import dev.quartermaster.bot.slack.identity.AccountDispute;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Tells the platform leads of a Slack account that has somebody's address and is not taken for them. */
@Component
class AccountAlarm {
    private static final Logger LOG = LoggerFactory.getLogger(AccountAlarm.class);

    private final ApplicationEventPublisher events;

    AccountAlarm(ApplicationEventPublisher events) {
        this.events = events;
    }

    @EventListener
    void disputed(AccountDispute dispute) {
        LOG.warn("Slack account {} is not taken for {}: {}", dispute.account(), dispute.person(), dispute.why());
        events.publishEvent(new PlatformAlarm("account:" + dispute.account() + ":" + dispute.person(), words(dispute)));
    }

    private static String words(AccountDispute dispute) {
        return "The Slack account " + dispute.account() + " has the address " + dispute.address() + " of "
                + dispute.person() + ", but " + dispute.why()
                + ". It is served nothing. If it is theirs, write `slack: ["
                + dispute.account()
                + "]` beside that address in people.yaml; if not, give it another address in Slack.";
    }
}
