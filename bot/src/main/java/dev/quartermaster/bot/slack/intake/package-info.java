/**
 * How Slack's deliveries come in, by HTTP with a checked signature or over Socket Mode: what Slack did not sign gets no
 * further; what it did is stored, or answered while Slack waits. Door: {@code Intake}. Points to {@code inbox}, {@code
 * app} and {@code identity}; knows not what anything means.
 */
@NullMarked
package dev.quartermaster.bot.slack.intake;

import org.jspecify.annotations.NullMarked;
