package dev.quartermaster.intents.reading;

/** What a value in a command must look like. */
public enum CommandValue {
    PATH,
    DATASET,
    ACCESS,
    TARGET,
    TEAM,
    PERSON,
    LENGTH,
    /** What stands after "for": how long, or whose it becomes. */
    LENGTH_OR_PERSON,
    END,
    START,
    PERIOD,
    /** A team, or the word for one's own. */
    SCOPE,
    /** What is to be listed, where that is not everything. */
    LISTED,
    /** The word that says that it was refused. */
    REFUSED,
    TOPIC,
    TEXT
}
