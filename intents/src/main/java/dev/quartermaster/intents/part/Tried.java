package dev.quartermaster.intents.part;

/**
 * How far one way of making a part was tried, for whoever wants to know before relying on it.
 *
 * @param way where or with what it is made; empty: there is but one
 */
public record Tried(String way, Trial trial) {
    /** In falling order of what it shows. */
    public enum Trial {
        USED("used for real here"),
        VALIDATED("validated on a real API server"),
        OBJECTS("objects on the simulated cluster"),
        CONTRACT("contract only");

        private final String words;

        Trial(String words) {
            this.words = words;
        }
    }

    @Override
    public String toString() {
        return way.isEmpty() ? trial.words : way + ": " + trial.words;
    }
}
