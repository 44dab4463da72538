package dev.quartermaster.actions.provider.bucket;

import dev.quartermaster.intents.catalogue.Value;
import dev.quartermaster.intents.people.People;
import dev.quartermaster.intents.people.PersonId;
import dev.quartermaster.intents.people.TeamId;
import java.math.BigDecimal;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a part asks for.
 *
 * @param shared with whom, to read: {@code person:omar team:risk}
 * @param bytes how many may be written because of it; none for a reader
 */
record BucketWanted(String bucket, boolean writes, String shared, long bytes) {
    /** Amazon's rules for bucket names, without dots: with them no certificate of a host fits. */
    private static final String NAME = "[a-z0-9][a-z0-9-]{1,61}[a-z0-9]";

    private static final String NOBODY = "nobody";
    private static final BigDecimal GIB = BigDecimal.valueOf(1L << 30);

    /** @throws IllegalArgumentException in words for who asked, with the next step */
    static BucketWanted of(Map<String, Object> spec, People people) {
        String bucket = text(spec, BucketPart.BUCKET);
        if (!bucket.matches(NAME)) {
            throw new IllegalArgumentException(
                    "A bucket cannot be called that: its name is 3 to 63 small letters, digits"
                            + " and hyphens, with a letter or a digit first and last. Ask again with another name.");
        }
        boolean writes = text(spec, "access").equals("write");
        String shared = Stream.of(text(spec, "share").split("[,\\s]+"))
                .map(word -> word.replaceFirst("^@", "").toLowerCase(Locale.ROOT))
                .filter(word -> !word.isEmpty() && !word.equals(NOBODY))
                .map(word -> known(word, people))
                .distinct()
                .collect(Collectors.joining(" "));
        return new BucketWanted(bucket, writes, shared, writes ? bytes(text(spec, "storage")) : 0);
    }

    private static String text(Map<String, Object> spec, String key) {
        return String.valueOf(spec.getOrDefault(key, ""));
    }

    private static String known(String word, People people) {
        if (word.matches("[a-z0-9]([a-z0-9.-]{0,61}[a-z0-9])?")) {
            if (people.find(new PersonId(word)).isPresent()) {
                return person(new PersonId(word));
            }
            if (people.team(new TeamId(word)).isPresent()) {
                return team(new TeamId(word));
            }
        }
        throw new IllegalArgumentException("Nobody here and no team is called \"" + word
                + "\", with whom it is to be shared. Ask again with a person's or a team's short name, such as omar.");
    }

    static String person(PersonId id) {
        return "person:" + id;
    }

    static String team(TeamId id) {
        return "team:" + id;
    }

    private static long bytes(String storage) {
        return Value.Quantity.of(storage).gib().multiply(GIB).longValue();
    }
}
