package dev.quartermaster.intents.people;

/** Where people come from; read at each decision, uncached, because a right may have been taken away a second ago. */
public interface PeopleSource {
    /** @throws Broken when the source cannot be trusted right now; then nobody decides */
    People read() throws Broken;

    /** Said to people in words: what is broken and who mends it. */
    final class Broken extends Exception {
        private static final long serialVersionUID = 1;

        public Broken(String words) {
            super(words);
        }
    }
}
