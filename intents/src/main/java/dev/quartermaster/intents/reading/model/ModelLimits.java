package dev.quartermaster.intents.reading.model;

import java.time.Duration;

/**
 * How long and how often the model is waited for.
 *
 * @param within for one message in all, a repair included
 * @param atOnce calls under way; whoever comes then does without, so that a slow model never holds all who work
 * @param slow a call as slow as this counts against the model as one that failed
 * @param rest how long the model is left alone after it failed
 */
public record ModelLimits(Duration within, int atOnce, Duration slow, Duration rest) {

    public static final ModelLimits STANDARD =
            new ModelLimits(Duration.ofSeconds(8), 2, Duration.ofSeconds(6), Duration.ofSeconds(30));

    public ModelLimits {
        if (!within.isPositive() || atOnce < 1 || !slow.isPositive() || !rest.isPositive()) {
            throw new IllegalArgumentException("Limits of the model are longer than nothing");
        }
    }
}
