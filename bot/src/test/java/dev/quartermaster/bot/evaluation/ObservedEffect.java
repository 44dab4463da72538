package dev.quartermaster.bot.evaluation;

import dev.quartermaster.intents.reading.KnownSlot;
import dev.quartermaster.intents.reading.evaluation.Effect;
import dev.quartermaster.intents.reading.evaluation.RequestMatch;
import dev.quartermaster.intents.reading.evaluation.Wanted;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Something that was asked for or done, or that a button does.
 *
 * @param by who did it; empty: not known
 * @param about every word for what it was done with: ids, path, data, title, purpose
 * @param refused by a rule, so that it was asked for and nothing came of it
 */
record ObservedEffect(Effect effect, String by, String about, boolean refused) {
    ObservedEffect(Effect effect, String by, String about) {
        this(effect, by, about, false);
    }

    /** Shorter words are of any sentence. */
    private static final int TELLING = 4;

    /** @param names of golden paths and data: what is pointed to by one is that and no other */
    boolean is(Wanted wanted, RequestMatch match, Set<String> names) {
        Object target = wanted.slots().get(KnownSlot.TARGET.text());
        return match.holds(wanted, effect)
                && (target == null || all(target).stream().anyMatch(one -> meant(one, names)));
    }

    private static List<?> all(Object target) {
        return target instanceof List<?> several ? several : List.of(target);
    }

    private boolean meant(Object target, Set<String> names) {
        String said = plain(target.toString());
        String here = plain(about);
        if (here.contains(said) || about.isEmpty()) {
            return true;
        }
        return !names.contains(target.toString())
                && (Arrays.stream(said.split(" "))
                                .noneMatch(word -> word.length() >= TELLING
                                        && plain(names.toString()).contains(word))
                        || Arrays.stream(said.split(" "))
                                .anyMatch(word -> word.length() >= TELLING && here.contains(word)));
    }

    private static String plain(String words) {
        return words.toLowerCase(Locale.ROOT)
                .replaceAll("[^\\p{L}\\p{N}.]+", " ")
                .strip();
    }

    @Override
    public String toString() {
        return effect.intent() + " " + effect.slots() + (about.isEmpty() ? "" : " (" + about + ")")
                + (by.isEmpty() ? "" : " by " + by);
    }
}
