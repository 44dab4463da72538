package dev.quartermaster.intents.reading.gate;

import dev.quartermaster.intents.reading.Candidate;
import dev.quartermaster.intents.reading.KnownSlot;
import dev.quartermaster.intents.reading.Slot;
import dev.quartermaster.intents.reading.clauses.FormWords;
import dev.quartermaster.intents.reading.slots.Found;
import dev.quartermaster.intents.reading.slots.Mention;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A noun that a golden path is only said of: "Spark outage tomorrow 9 to 11", "the docs for RStudio". Without a verb what is
 * wanted is the head of the phrase, and that is something else.
 */
final class OtherHead {
    private static final Pattern AFTER = Pattern.compile("^['’]?s?\\s(\\p{Ll}[\\p{Ll}-]{3,30})(?=$|[\\s.,;:!])");
    private static final Pattern BEFORE = Pattern.compile(
            "(\\p{L}[\\p{L}-]{2,30}) (?:of|about|for|on|regarding|re|concerning|around) (?:(?:the|a|an|my|our|your|that|this|new|old|\\d{1,3}) ){0,3}$");
    /** What takes place: "RStudio training friday 10 to 12". */
    private static final Set<String> EVENTS = FormWords.words(
            "training trainings meeting meetings talk talks workshops courses classes lectures demos briefing hearings seminars exams");

    private static final Set<String> VERBS = FormWords.words("expire live end stop go look keep");

    /** What somebody works in, and how much of it, and how it is asked for. */
    private static final Set<String> PLACE = FormWords.words(
            "environment environments env envs machine machines box boxes workspace sandbox instance instances session setup cluster clusters"
                    + " server servers node nodes playground workbench backend frontend gateway desktop lab image bench studio place thing thingy stuff"
                    + " seat seats access workstation workstations notebook notebooks editor ide repo repository bucket site page pages account key keys"
                    + " token tokens project template kernel runtime pod pods container pipeline tool tools client service endpoint enviroment time"
                    + " please with without until till from for tonight today tomorrow overnight this next over through starting medium"
                    + " small large tiny size sized named called purpose because since every nightly daily weekly hourly each both and"
                    + " thanks maybe quick only just also per about around capped need want like give launch start spin create make book get"
                    + " weekend monday tuesday wednesday thursday friday saturday sunday now asap urgently again once want needed wanted request"
                    + " days hours weeks gigs core cores memory worker workers then plus that which where when while into onto using via must should"
                    + " read write rights permission permissions half double single one two three four five six seven eight nine ten dozen several");

    /** Characters; a golden path that was told from the whole message has it all for its words. */
    private static final int LONGEST = 60;

    private OtherHead() {}

    /** As written; empty: what is read is the head itself, or nothing is known of what stands around it. */
    static Optional<String> of(String text, Found found, Candidate one) {
        var thing = found.first(KnownSlot.PATH).filter(Mention::resolved);
        if (thing.isEmpty() || !one.verb().opens()) {
            return Optional.empty();
        }
        var lower = text.toLowerCase(Locale.ROOT);
        var after = AFTER.matcher(lower.substring(thing.get().words().end()));
        if (after.find()
                && !verb(after.group(1))
                && other(after.group(1), thing.get().words().end() + after.start(1), found, one)) {
            return Optional.of(after.group(1));
        }
        var before = BEFORE.matcher(lower.substring(0, thing.get().words().start()));
        return before.find() && other(before.group(1), before.start(1), found, null)
                ? Optional.of(before.group(1))
                : Optional.empty();
    }

    /** @param one what its values say is no noun of its own; null: it is, whatever they say */
    private static boolean other(String word, int at, Found found, @Nullable Candidate one) {
        return !PLACE.contains(word)
                && found.mentions().stream()
                        .noneMatch(mention -> mention.words().start() <= at
                                && at < mention.words().end())
                && found.times().stream()
                        .noneMatch(time ->
                                time.words().start() <= at && at < time.words().end())
                && (one == null || one.slots().values().stream().noneMatch(slot -> holds(slot, word)));
    }

    /** "My sandbox needs 3 more days" has its subject first. */
    private static boolean verb(String word) {
        return !EVENTS.contains(word)
                && (VERBS.contains(word) || word.endsWith("s") || word.endsWith("ing") || word.endsWith("ed"));
    }

    private static boolean holds(Slot slot, String word) {
        return slot.words().length() <= LONGEST
                && slot.words().toLowerCase(Locale.ROOT).contains(word);
    }
}
