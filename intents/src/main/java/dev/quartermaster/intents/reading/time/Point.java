package dev.quartermaster.intents.reading.time;

import java.time.LocalDate;
import java.time.LocalTime;
import org.jspecify.annotations.Nullable;

/** A day, or a time on it, in the asker's zone. */
record Point(LocalDate day, @Nullable LocalTime time) {}
