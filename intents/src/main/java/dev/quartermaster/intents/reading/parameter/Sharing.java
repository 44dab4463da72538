package dev.quartermaster.intents.reading.parameter;

import dev.quartermaster.intents.catalogue.Catalogue;
import dev.quartermaster.intents.catalogue.Parameter;
import dev.quartermaster.intents.catalogue.PathName;
import dev.quartermaster.intents.reading.Candidate;
import dev.quartermaster.intents.reading.KnownSlot;
import dev.quartermaster.intents.reading.Slot;
import dev.quartermaster.intents.reading.SlotName;
import dev.quartermaster.intents.reading.Verb;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Whom something is shared with where its golden path can be shared: it stays the asker's, and they may read it. */
public final class Sharing {
    private static final String NAME = "share";
    private static final SlotName SLOT = SlotName.of(NAME);
    private static final String PEOPLE = "(?:[\\p{L}@<>.-]{1,40}(?:,? and |, ?| & )){0,5}";
    private static final Pattern BEFORE = Pattern.compile("\\bshar(?:e|ed|ing)\\b.{0,40} with (?:the team )?" + PEOPLE
            + "@?$|\\bshar(?:e|ed|ing) with " + PEOPLE + "@?$");
    private static final Pattern AFTER = Pattern.compile(
            "^(?:,? and [\\p{L}@<>.-]{1,40})? (?:should|must|can|could|may|has to|needs? to|have to|to)\\b.{0,20}\\b(?:read|see|access|open|download)\\b (?:it|them|that|from it|too|as well|the files)");

    private Sharing() {}

    public static Candidate in(Candidate candidate, String text, Catalogue catalogue) {
        var whom = candidate.slots().get(KnownSlot.GRANTEE);
        var path = candidate.slots().get(KnownSlot.PATH);
        if (candidate.verb() != Verb.LAUNCH
                || whom == null
                || path == null
                || !shared(text.toLowerCase(Locale.ROOT), whom.words().toLowerCase(Locale.ROOT))
                || catalogue.path(new PathName(path.value().toString())).stream()
                        .flatMap(each -> each.parameters().stream())
                        .map(Parameter::name)
                        .noneMatch(NAME::equals)) {
            return candidate;
        }
        var slots = new LinkedHashMap<>(candidate.slots());
        slots.remove(KnownSlot.GRANTEE);
        slots.put(SLOT, new Slot(people(whom.value()), whom.words(), whom.resolved()));
        return new Candidate(candidate.verb(), slots, candidate.confidence());
    }

    private static boolean shared(String text, String words) {
        var at = words.isBlank() ? -1 : text.indexOf(words);
        return at >= 0
                && (BEFORE.matcher(text.substring(0, at)).find()
                        || AFTER.matcher(text.substring(at + words.length())).find());
    }

    private static String people(Object whom) {
        return whom instanceof List<?> several
                ? several.stream().map(Object::toString).collect(Collectors.joining(" "))
                : whom.toString();
    }
}
