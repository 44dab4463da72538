/** Yeses given beforehand: who asked for which, who agreed, until when; knows no Slack and no request that uses one. */
@NullMarked
package dev.quartermaster.actions.preapproval;

import org.jspecify.annotations.NullMarked;
