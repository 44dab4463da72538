package dev.quartermaster.intents.reading.embedded;

/** Something to be made small. */
@FunctionalInterface
interface Slopes {

    /** @param slope is overwritten with the slope at that place. @return the height there */
    double at(float[] place, float[] slope);
}
