package dev.quartermaster.intents.plan;

/** A link handed back. {@code login}: {@code token} (shown privately, on a click), {@code sso} or {@code none}. */
public record Link(String title, String url, String login) {}
