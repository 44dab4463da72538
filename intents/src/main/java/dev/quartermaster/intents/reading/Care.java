package dev.quartermaster.intents.reading;

/** When a reading is shown and confirmed before anything is done. A command means what it says and is never asked back. */
final class Care {

    /** Confidences are probabilities: of readings at 90 % one in ten is wrong, and more than that should not cost anybody. */
    private static final double SURE = 0.9;

    private Care() {}

    static boolean needed(Candidate candidate, Evidence.By by) {
        return switch (by) {
            case SLASH -> false;
            case EMBEDDED -> candidate.verb().acts() && candidate.confidence() < SURE;
            // What a model read has no measured odds: whatever ends or spends something is shown first.
            case MODEL -> candidate.verb().acts();
        };
    }
}
