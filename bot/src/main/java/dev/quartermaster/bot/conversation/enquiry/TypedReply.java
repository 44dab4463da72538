package dev.quartermaster.bot.conversation.enquiry;

import dev.quartermaster.intents.intent.Intent;
import dev.quartermaster.intents.reading.Candidate;
import dev.quartermaster.intents.reading.Evidence;
import dev.quartermaster.intents.reading.KnownSlot;
import dev.quartermaster.intents.reading.Reading;
import dev.quartermaster.intents.reading.Verb;
import dev.quartermaster.intents.reading.gate.ReadingGate;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Whether what somebody types can be the answer to a question that was put to them. What asks for something, asks
 * something back or only is polite is none: worst case, they say it again in the question's own form.
 *
 * @param read what it would be read as otherwise
 * @param below in the question's own thread, where nearly everything is about it
 */
record TypedReply(String words, Reading read, boolean below) {
    /** Characters that are looked at; the form of an answer is told by its beginning. */
    private static final int LONGEST = 2_000;

    private static final Pattern EXPLAINS =
            Pattern.compile("^\\W*(?:(?:hi|hello|hey|yes|no|sure|oh|well|sorry|thanks|thank you|ok|okay)\\W+){0,4}"
                    + "(?:because|since|so that|in order to|for (?!\\d)|to |it(?:'s| is| was| will be)\\b|that(?:'s| is)\\b|this is\\b"
                    + "|(?:i|we)(?:'d| would| will|'ll)? (?:just |only |really |also )?(?:need|want|use|require)(?: to use)? (?:it|this|that|them)"
                    + " (?:for|to|because|so|in)\\b)");
    private static final Pattern CHANGES = Pattern.compile(
            "\\b(?:stop|end it|extend|withdraw|cancel|longer|bigger|larger|smaller|instead|take (?:it|that) back|no longer|any ?more)\\b");
    private static final Pattern POLITE = Pattern.compile(
            "\\W{0,9}(?:(?:thanks?|thank you|thx|cheers|ta|ok|okay|great|cool|nice|perfect|hi|hello|hey|good (?:morning|afternoon|evening)"
                    + "|sure|got it|will do|one moment|wait|a (?:lot|million)|very much|so much|all|there|again|h{1,3}m{1,3}|:\\+1:)\\W{0,9}+){1,5}+");
    private static final Pattern YES_OR_NO = Pattern.compile("\\W*(?:yes|yep|yeah|no|nope)\\b(?s:.*)");
    private static final Pattern SENTENCE = Pattern.compile(
            "\\b(?:i|i'm|we|we're|it|it's|this|that|they|he|she|is|are|was|were|need|needs|want|wants|because|since|so that)\\b");
    /** What is there already is meant, and not the question. */
    private static final Set<Verb> OF_WHAT_IS =
            EnumSet.of(Verb.STOP, Verb.WITHDRAW, Verb.EXTEND, Verb.RESIZE, Verb.TRANSFER, Verb.RESUME);

    boolean answers() {
        String all = words.strip().toLowerCase(Locale.ROOT).replace('’', '\'').replace("👍", ":+1:");
        String said = all.substring(0, Math.min(LONGEST, all.length()));
        if (said.isEmpty()
                || read.evidence().by() == Evidence.By.SLASH
                        && !read.evidence().candidates().isEmpty()
                || POLITE.matcher(said).matches()) {
            return false;
        }
        if (EXPLAINS.matcher(said).find() && !said.endsWith("?")) {
            return !CHANGES.matcher(said).find() || ReadingGate.tells(words) && !ends();
        }
        if (atOnce() || ends()) {
            return false;
        }
        if (YES_OR_NO.matcher(said).matches() && !said.endsWith("?")) {
            return true;
        }
        return below
                ? ReadingGate.tells(words) || !known()
                : ReadingGate.tells(words) && !known() && !complains() && !names(said);
    }

    /** It would be done without a further question. */
    private boolean atOnce() {
        return read instanceof Reading.Understood understood
                && understood.from().stream()
                        .anyMatch(from -> !from.confirm()
                                && from.candidate() != null
                                && from.candidate().verb().acts());
    }

    private boolean ends() {
        return read.evidence().candidates().stream().map(Candidate::verb).anyMatch(OF_WHAT_IS::contains);
    }

    /** Something that is answered for what it is: "what did we spend", "my leases". */
    private boolean known() {
        return read instanceof Reading.Understood understood
                && !remark()
                && understood.intents().stream().noneMatch(TypedReply::wish);
    }

    private boolean remark() {
        return ReadingGate.tells(words) && words.strip().split("\\s+").length > 4;
    }

    /** Nothing but what can be had: "a GPU notebook for three days". */
    private boolean names(String said) {
        return !SENTENCE.matcher(said).find()
                && read.evidence().candidates().stream()
                        .flatMap(candidate -> Stream.of(KnownSlot.PATH, KnownSlot.DATASET)
                                .flatMap(subject ->
                                        Optional.ofNullable(candidate.slots().get(subject)).stream()))
                        .anyMatch(slot -> !slot.words().isBlank()
                                && slot.words().length() < words.strip().length());
    }

    private static boolean wish(Intent intent) {
        return intent instanceof Intent.Launch || intent instanceof Intent.Grant || intent instanceof Intent.Run;
    }

    private boolean complains() {
        return read instanceof Reading.Answer answer && answer.topic() instanceof Reading.Topic.Complaint;
    }
}
