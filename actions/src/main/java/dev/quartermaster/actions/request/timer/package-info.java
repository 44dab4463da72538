/**
 * What time does to a waiting request: reminders, escalation, expiry, and asking for the review of an emergency.
 * Nothing points here.
 */
@NullMarked
package dev.quartermaster.actions.request.timer;

import org.jspecify.annotations.NullMarked;
