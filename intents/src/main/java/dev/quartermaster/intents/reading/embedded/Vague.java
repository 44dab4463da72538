package dev.quartermaster.intents.reading.embedded;

import dev.quartermaster.intents.reading.KnownSlot;
import dev.quartermaster.intents.reading.Verb;
import dev.quartermaster.intents.reading.slots.Found;
import dev.quartermaster.intents.reading.slots.Mention;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** Messages that name a thing and not what to do with it, or neither: whatever they score, two people would differ. */
final class Vague {

    private static final Pattern NOTHING_SAID = Pattern.compile(
            "^\\W*(?:(?:the )?(?:more|again|same(?: again)?|usual|same as (?:before|last time"
                    + "|always|usual)|it|this|that|that one|this one|another(?: one)?|one more|less|faster|cheaper|better|stuff|things?"
                    + "|now|and|the (?:big|small|other|first|second|last|cheap|new|old)\\w* one|\\d{1,9}))(?: please| pls| thanks| one){0,20}\\W*$");
    private static final Pattern NEED_IT =
            Pattern.compile("^\\W*(?:i |we )?(?:need|want|have to have) (?:it|this|that|them|one)\\b");
    private static final Pattern LIKE_BEFORE = Pattern.compile(
            "\\b(?:same|similar|usual)\\b.{0,30}\\b(?:as|like) (?:last|before|previous|we had|we did"
                    + "|i had|always|usual)|\\blike last (?:time|year|month|week|quarter)\\b|\\bthe usual\\b|\\bsame again\\b|\\bas per usual\\b");
    private static final Pattern THING = Pattern.compile(
            "\\b(?:environments?|envs?|machines?|box(?:es)?|workspaces?|size|spec|jobs?|run|longer|back|gone|stopped|deleted)\\b");
    private static final Pattern SOMEHOW = Pattern.compile(
            "\\b(?:sort(?: out)?|deal(?:ing|t)? with|do something about|tackle)"
                    + " (?:my|the|that|this|it|things?|our)\\b|\\bneeds? (?:dealing with|sorting|looking at|attention|seeing to)\\b");
    private static final Pattern CLEAR_ALL_THE_SAME = Pattern.compile(
            "\\b(?:access|permission|approval|bill|invoice|request|by (?:stopping|extending|giving)|by)\\b");
    private static final Pattern AROUND = Pattern.compile("(?:my|the|our|that|this|\\W){0,60}");

    private Vague() {}

    /** What may be meant, likeliest first; empty list: no idea. Absent: the message is not vague. */
    static Optional<List<Verb>> verbs(String text, Found found) {
        var said = text.toLowerCase(Locale.ROOT).strip();
        if (NOTHING_SAID.matcher(said).matches()
                || NEED_IT.matcher(said).find()
                        && !names(found)
                        && !THING.matcher(said).find()
                || LIKE_BEFORE.matcher(said).find()
                        && !names(found)
                        && !THING.matcher(said).find()) {
            return Optional.of(List.of());
        }
        if (SOMEHOW.matcher(said).find() && !CLEAR_ALL_THE_SAME.matcher(said).find()) {
            return Optional.of(List.of(Verb.STATUS, Verb.EXTEND, Verb.STOP));
        }
        return bare(said, found);
    }

    private static boolean names(Found found) {
        return found.mentions().stream()
                .map(Mention::slot)
                .anyMatch(slot -> Verb.names(slot) || slot.sized() && slot != KnownSlot.GPU_KIND);
    }

    private static Optional<List<Verb>> bare(String said, Found found) {
        for (var mention : found.mentions()) {
            var rest = said.replace(mention.words().text().toLowerCase(Locale.ROOT), " ");
            if (!AROUND.matcher(rest).matches()) {
                continue;
            }
            var mine = rest.contains("my") || rest.contains("the") || rest.contains("that");
            switch (mention.slot()) {
                case PATH -> {
                    return Optional.of(
                            mine
                                    ? List.of(Verb.STATUS, Verb.EXTEND, Verb.STOP)
                                    : List.of(Verb.LAUNCH, Verb.STATUS, Verb.STOP));
                }
                case DATASET -> {
                    return Optional.of(List.of(Verb.GRANT, Verb.FIND, Verb.STOP));
                }
                case TARGET -> {
                    return Optional.of(List.of(Verb.STATUS, Verb.EXTEND, Verb.STOP));
                }
                default -> {}
            }
        }
        return Optional.empty();
    }
}
