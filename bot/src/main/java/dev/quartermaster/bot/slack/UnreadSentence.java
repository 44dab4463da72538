package dev.quartermaster.bot.slack;

/**
 * A sentence has to be read before what was said can be acted on, and reading may take seconds: a language model is asked.
 * Nothing has happened when this is thrown; whoever holds the transaction lets go of it, reads, and begins anew.
 */
public final class UnreadSentence extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final transient Runnable reading;

    /** @param reading takes as long as a language model takes, and remembers what came of it */
    public UnreadSentence(Runnable reading) {
        super("A sentence is read before the transaction that acts on it", null, false, false);
        this.reading = reading;
    }

    public void read() {
        reading.run();
    }
}
