package dev.quartermaster.actions.lease;

import dev.quartermaster.intents.catalogue.PathName;
import java.time.Duration;

/**
 * Published in the transaction in which all parts of a lease are ready for the first time.
 *
 * @param took from the last yes, or the start that was asked for where that is later
 */
public record HandedOver(PathName path, Duration took) {}
