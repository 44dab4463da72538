/** What the things beside us lack for what can be asked for, and how that is mended; knows neither cluster nor warehouse nor Slack. */
@NullMarked
package dev.quartermaster.actions.doctor;

import org.jspecify.annotations.NullMarked;
