package dev.quartermaster.intents.reading.slots;

import dev.quartermaster.intents.reading.Candidate;
import dev.quartermaster.intents.reading.KnownSlot;
import dev.quartermaster.intents.reading.Slot;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** Who asks for somebody else and for themselves: "for raj and me", "give me and iris". */
public final class Oneself {
    public static final String ME = "me";

    private static final String AND = " (?:and|&|plus) (?:for |to )?";

    private static final String BEFORE =
            "\\b(?:for|to|give|grant|get|let|allow|gimme) (?:me|myself)(?:, |" + AND + ")@?";
    private static final String AFTER = "(?:(?:,| and| &) @?[\\p{L}\\p{N}<>@.-]{1,40}){0,4}" + AND
            + "(?:(?:me|myself)\\b|i\\b(?= both|\\s*[.,;!?]|\\s*$))(?! (?:will|would|can|could|promise|think|need|want|am|have)\\b)";

    private Oneself() {}

    /** As it was read, and for the asker as well where the words say so. */
    public static Candidate in(Candidate candidate, String text) {
        var whom = candidate.slots().get(KnownSlot.GRANTEE);
        if (whom == null
                || !candidate.verb().opens()
                || whom.words().isBlank()
                || !too(
                        text.toLowerCase(Locale.ROOT),
                        Pattern.quote(whom.words().toLowerCase(Locale.ROOT)))) {
            return candidate;
        }
        var all = new ArrayList<Object>(whom.value() instanceof List<?> several ? several : List.of(whom.value()));
        all.add(ME);
        var slots = new LinkedHashMap<>(candidate.slots());
        slots.put(KnownSlot.GRANTEE, new Slot(List.copyOf(all), whom.words(), whom.resolved()));
        return new Candidate(candidate.verb(), slots, candidate.confidence());
    }

    private static boolean too(String text, String whom) {
        return Pattern.compile(BEFORE + whom + "|" + whom + AFTER).matcher(text).find();
    }
}
