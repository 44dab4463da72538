package dev.quartermaster.intents.intent;

/** Which lease or request an intent is about, as said; not looked up yet. */
public sealed interface Target {
    /** By its id ({@code req-…} or {@code lease-…}); need not exist or be the asker's. */
    record Id(String id) implements Target {}

    /** By words ("my notebook", "the gpu cluster"); matched against what the asker has. */
    record Described(String words) implements Target {}

    /** The last one spoken of, or the only one there is. */
    record Last() implements Target {}
}
