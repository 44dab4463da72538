package dev.quartermaster.actions;

/** The program doesn't start. The message is for whoever started it: what is wrong and what to do, without a stack trace. */
public class CannotStart extends IllegalStateException {
    private static final long serialVersionUID = 1;

    public CannotStart(String words) {
        super(words);
    }
}
