package dev.quartermaster.actions.provider.kubernetes.need;

/**
 * What of a need isn't there.
 *
 * @param words for the platform team, one sentence
 * @param asker the same as the end of a sentence for whoever asks, in plain words
 * @param mend the command
 * @param certain whether nothing with this need can come up; otherwise others may have their own way about it
 */
record UnmetNeed(String words, String asker, String mend, boolean certain) {}
