package dev.quartermaster.actions.request;

import dev.quartermaster.intents.intent.Intent.Decide.Choice;
import dev.quartermaster.intents.people.PersonId;
import java.time.Instant;

/** One person's seat in one stage. @param stage index into the verdict's stages. @param reason as written; may be empty */
public record Decision(int stage, PersonId by, Choice choice, String reason, Instant at) {}
