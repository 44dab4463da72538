package dev.quartermaster.intents.policy;

import dev.quartermaster.intents.catalogue.PathName;
import dev.quartermaster.intents.people.PersonId;
import dev.quartermaster.intents.people.TeamId;
import dev.quartermaster.intents.plan.LeaseId;

/**
 * One thing somebody has now, or will have for certain: an open lease, or an approved one not handed over yet.
 *
 * @param gpus how many; 0 for none
 * @param gpuKind such as {@code a100}; empty where there are none
 * @param compute whether it makes pods
 */
public record Holding(
        LeaseId lease, PersonId owner, TeamId team, PathName path, long gpus, String gpuKind, boolean compute) {}
