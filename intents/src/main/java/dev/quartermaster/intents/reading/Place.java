package dev.quartermaster.intents.reading;

import org.jspecify.annotations.Nullable;

/** Where it was said: a channel and, inside a thread, the thread's first message. Opaque to everything but the edge. */
public record Place(String channel, @Nullable String thread) {}
