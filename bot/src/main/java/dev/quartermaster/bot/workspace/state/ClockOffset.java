package dev.quartermaster.bot.workspace.state;

import java.time.Duration;

/** How far the bot's clock is ahead of the real one, so that reminders, lapses and ends can be tried without waiting. */
public interface ClockOffset {
    /** Zero until somebody moves it; never negative. */
    Duration ahead();

    /** Forward only: what was metered and what has ended stays so. */
    void forward(Duration by);
}
