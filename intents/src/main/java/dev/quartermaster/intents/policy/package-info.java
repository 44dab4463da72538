/** Facts in, verdict out: rules, stages, guards; no storage, no clock, no network. */
@NullMarked
package dev.quartermaster.intents.policy;

import org.jspecify.annotations.NullMarked;
