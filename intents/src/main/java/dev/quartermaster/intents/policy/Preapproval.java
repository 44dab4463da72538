package dev.quartermaster.intents.policy;

import dev.quartermaster.intents.people.TeamId;
import java.time.Instant;

/**
 * A yes given beforehand: until {@code until}, {@code team} may run up to {@code gpus} GPUs of a kind at once without
 * asking {@code deciders} again. It answers for those deciders only; whoever else a rule names is asked as ever.
 *
 * @param id the request it was approved in
 * @param gpuKind such as {@code a100}
 */
public record Preapproval(String id, TeamId team, long gpus, String gpuKind, Instant until, Deciders deciders) {}
