package dev.quartermaster.intents.reading;

/** What makes a message one message however often it is delivered: Slack's {@code event_id} or {@code trigger_id}. */
public record EventKey(String value) {}
