package dev.quartermaster.intents.reading.embedded;

/**
 * What each model says about one sentence, before anything is weighed.
 *
 * @param meaning logarithms of the softmax's odds, one a label
 * @param words the n-gram model's margins, one a label
 * @param alike how near the label's nearest examples are, one a label
 * @param nearest cosine to the most alike example of all
 */
record Signals(float[] meaning, float[] words, float[] alike, float nearest) {}
