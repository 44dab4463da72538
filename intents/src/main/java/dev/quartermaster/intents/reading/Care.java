package dev.quartermaster.intents.reading;

/** When a reading is shown and confirmed before anything is done. A command means what it says and is never asked back. */
public final class Care {

    /** Confidences are probabilities: of readings at 90 % one in ten is wrong, and more than that should not cost anybody. */
    private static final double SURE = 0.9;

    /** Where what is wanted is named, the words agree with the odds that something is wanted at all. */
    private static final double NAMED = 0.75;

    private static final int LONGEST_NAME = 40;

    private Care() {}

    private static boolean named(Candidate candidate) {
        return candidate.verb().opens()
                && candidate.verb().subject().map(candidate.slots()::get).stream()
                        .anyMatch(slot -> slot.resolved()
                                && !slot.words().isBlank()
                                && slot.words().length() <= LONGEST_NAME);
    }

    /** Whether the odds of what was read are good enough for it to be done at once, whatever else speaks against that. */
    public static boolean sure(Candidate candidate) {
        return candidate.confidence() >= (named(candidate) ? NAMED : SURE);
    }

    static boolean needed(Candidate candidate, Evidence.By by) {
        return switch (by) {
            case SLASH -> false;
            case EMBEDDED -> candidate.verb().acts() && !sure(candidate);
            // What a model read has no measured odds: whatever ends or spends something is shown first.
            case MODEL -> candidate.verb().acts();
        };
    }
}
