package dev.quartermaster.intents.reading.clauses;

import dev.quartermaster.intents.reading.KnownSlot;
import dev.quartermaster.intents.reading.slots.Mention;
import dev.quartermaster.intents.reading.text.Words;

/**
 * One of several things named as equals, with what is said of it.
 *
 * @param words all of it
 * @param head what it is
 * @param plain named with an article, or data with its right or among other data: nobody lists it by chance
 * @param bare nothing is said of it after its name: what is said of the next is said of both
 */
record Conjunct(Words words, Head head, boolean plain, boolean bare) {

    /** What a conjunct is about. */
    sealed interface Head {
        /** Something that is called by its name. */
        record Named(Mention thing) implements Head {}

        /** A thing whose kind is only described: "a box with 64 GB". */
        record Described() implements Head {}

        /**
         * One more of what was named before: "another one", "same table", or nothing but other values.
         *
         * @param all whether everything is the same that is not said anew: "the same for mia"
         */
        record Again(boolean all) implements Head {}

        /** A job, which only its words tell. */
        record Spoken() implements Head {}
    }

    String text() {
        return words.text();
    }

    boolean data() {
        return head instanceof Head.Named(var thing) && thing.slot() == KnownSlot.DATASET;
    }

    Conjunct until(String text, int end) {
        return new Conjunct(
                new Words(text.substring(words.start(), end), words.start(), end),
                head,
                plain,
                bare && text.substring(words.end(), end).isBlank());
    }
}
