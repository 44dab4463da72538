package dev.quartermaster.actions.audit;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One line of a request's audit chain.
 *
 * @param number from 1, without gaps
 * @param by a person's id, or null for the system
 * @param what a past-tense word: {@code asked}, {@code judged}, {@code approved}, {@code handed-over}, …
 * @param detail canonical JSON; people's own words only as a hash
 * @param previous hash of the fact before ({@code ""} for the first)
 * @param hash SHA-256 (hex) over all the other fields
 */
public record Fact(
        String request,
        long number,
        Instant at,
        @Nullable String by,
        String what,
        String detail,
        String previous,
        String hash) {}
