package dev.quartermaster.actions.provider;

import dev.quartermaster.intents.people.Person;
import dev.quartermaster.intents.people.Team;
import dev.quartermaster.intents.plan.LeaseId;
import dev.quartermaster.intents.plan.Part;
import java.time.Instant;

/**
 * One part to be made for one lease.
 *
 * @param until the lease's end
 * @param epoch of the worker's claim: a write with an older one than the last seen must be refused by the thing written
 *     to, because a stalled worker may come back late
 */
public record Order(LeaseId lease, Part part, Person owner, Team team, Instant until, long epoch) {}
