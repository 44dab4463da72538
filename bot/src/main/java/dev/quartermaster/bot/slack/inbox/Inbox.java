package dev.quartermaster.bot.slack.inbox;

/** The durable queue of what Slack delivered: stored before Slack is answered, worked once. */
public interface Inbox {
    /**
     * Committed when it returns; only then may Slack be told 200.
     *
     * @return false: it was here already, and nothing more will come of this delivery
     */
    boolean store(InboundEvent event);

    /** Notes a click as worked before it is answered while Slack waits. @return false: it was here already */
    boolean answered(InboundEvent event);

    /** The answer was not to be had at once after all: the noted click is worked like any other. */
    void handBack(InboundEvent event);

    /** Items that failed five times and wait for the platform team. */
    long parked();
}
