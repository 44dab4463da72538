package dev.quartermaster.actions.provider;

/** What it means for who uses a part that its spec changes; {@link Provider#converge} with the new one does it. */
public sealed interface Resize {
    /** Nobody notices. */
    record InPlace() implements Resize {}

    /** It is away for a while. @param words what happens to whoever uses it, a sentence */
    record Interrupts(String words) implements Resize {}

    /** Only a new one can have that. @param words why, a sentence with the next step */
    record Impossible(String words) implements Resize {
        static final Impossible WHILE_IT_RUNS =
                new Impossible("It cannot be changed while it runs. Ask for a new one and stop this one.");
    }
}
