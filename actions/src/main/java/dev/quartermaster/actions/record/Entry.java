package dev.quartermaster.actions.record;

import java.time.Instant;
import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * One commit to be.
 *
 * @param key what it is of, such as {@code change-abcdefghij}; in a trailer, so that it is written once
 * @param author a person's id, or {@code quartermaster}
 * @param message its first line and, after an empty one, more
 * @param files what its files say from then on
 * @param whole whether there is nothing else below {@code config/} from then on
 */
record Entry(String key, String author, String message, Instant at, SortedMap<String, String> files, boolean whole) {
    Entry {
        files = Collections.unmodifiableSortedMap(new TreeMap<>(files));
    }

    /** Its files below a folder. */
    static SortedMap<String, String> below(String folder, Map<String, String> files) {
        SortedMap<String, String> below = new TreeMap<>();
        files.forEach((name, text) -> below.put(folder + name, text));
        return below;
    }
}
