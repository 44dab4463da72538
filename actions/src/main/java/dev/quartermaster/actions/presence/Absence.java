package dev.quartermaster.actions.presence;

import dev.quartermaster.intents.people.PersonId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Somebody is away.
 *
 * @param cover who decides in their place meanwhile; null: their deputies do what they always may
 * @param until when they are back, by themselves
 */
public record Absence(PersonId person, @Nullable PersonId cover, Instant until) {}
