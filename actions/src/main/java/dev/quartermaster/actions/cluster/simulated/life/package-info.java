/**
 * What controllers would have done by now in the simulated cluster: pods, queues for GPUs, and what is lacking. Knows
 * the objects; not the calls that change them.
 */
@NullMarked
package dev.quartermaster.actions.cluster.simulated.life;

import org.jspecify.annotations.NullMarked;
