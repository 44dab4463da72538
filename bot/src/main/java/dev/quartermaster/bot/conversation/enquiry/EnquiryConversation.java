package dev.quartermaster.bot.conversation.enquiry;

import dev.quartermaster.actions.RequestId;
import dev.quartermaster.actions.bundle.Bundles;
import dev.quartermaster.actions.presence.RightsNow;
import dev.quartermaster.actions.request.Request;
import dev.quartermaster.actions.request.RequestService;
import dev.quartermaster.actions.request.RequestService.Answer;
import dev.quartermaster.actions.request.enquiry.Enquiries;
import dev.quartermaster.actions.request.enquiry.Enquiries.Enquiry;
import dev.quartermaster.actions.request.enquiry.Enquiries.Unanswered;
import dev.quartermaster.bot.card.Blocks;
import dev.quartermaster.bot.card.Wording;
import dev.quartermaster.bot.conversation.dialogue.IncomingMessage;
import dev.quartermaster.bot.conversation.dialogue.QuestionCards;
import dev.quartermaster.bot.slack.outbox.Message;
import dev.quartermaster.bot.slack.outbox.Outbox;
import dev.quartermaster.bot.slack.text.Mrkdwn;
import dev.quartermaster.intents.people.PersonId;
import dev.quartermaster.intents.policy.Rights;
import dev.quartermaster.intents.reading.Reading;
import dev.quartermaster.intents.reading.Reading.Option;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;

/**
 * Carries what is typed between an approver and an asker: a question under the card, and the answer in the thread of the
 * question or as the first plain sentence after it. Which questions are open stands in the database, and nowhere else.
 */
@Component
public class EnquiryConversation {
    private static final int LONGEST = 2_000;
    private static final int MOST_OFFERED = 5;
    private static final int LABEL = 70;
    private static final Pattern ASKS = Pattern.compile(
            "\\W{0,9}(?:(?:and|so|but|ok|okay|hm{1,3}|sorry|please)\\W{1,9}){0,5}(?:what|which|why|who|whose|where|when|how|is|are|does|do|did|will|can|could|ask)\\b");
    /** What the card or the bot says itself, and what is no question to anybody. */
    private static final Pattern OF_THE_BOT = Pattern.compile(
            "\\b(?:costs?|price|expensive|budget|spen[dt]|spending|approves?|approved|approvers?|decides?|lapses?|expires?|rules?|status|reach(?:es)?"
                    + "|(?:can|may|could|should|do|must|am|have) i|who else|why me|how (?:does|do) (?:this|that|i|you)|help|/qm)\\b");

    private static final Pattern DECIDES = Pattern.compile(
            "\\b(?:approve[sd]?|deny|denied|reject(?:ed)?|go ahead|lgtm|yes|no|not ok|fine|granted|declined?|less|only (?:for|until))\\b");

    private final RequestService desk;
    private final Enquiries enquiries;
    private final RightsNow rightsNow;
    private final Bundles bundles;
    private final QuestionCards questions;
    private final Outbox outbox;

    EnquiryConversation(
            RequestService desk,
            Enquiries enquiries,
            RightsNow rightsNow,
            Bundles bundles,
            QuestionCards questions,
            Outbox outbox) {
        this.desk = desk;
        this.enquiries = enquiries;
        this.rightsNow = rightsNow;
        this.bundles = bundles;
        this.questions = questions;
        this.outbox = outbox;
    }

    /**
     * Passes on what somebody who decides asks under the card.
     *
     * @return false: it is no such question, or not theirs to ask; nothing was said
     */
    public boolean asked(IncomingMessage asking, RequestId id) {
        String all = asking.words().strip().toLowerCase(Locale.ROOT);
        String said = all.substring(0, Math.min(LONGEST, all.length()));
        boolean question = said.replaceFirst("[^\\p{L}\\p{N}?]{0,9}$", "").endsWith("?")
                || ASKS.matcher(said).lookingAt();
        if (!question
                || OF_THE_BOT.matcher(said).find()
                || DECIDES.matcher(said).find()) {
            return false;
        }
        Optional<Request> request = desk.find(id, asking.person()).filter(found -> decides(found, asking.person()));
        if (request.isEmpty()) {
            return false;
        }
        String name = name(request.get().by());
        switch (enquiries.ask(id, asking.person(), asking.words())) {
            case Answer.Done done ->
                say(
                        asking,
                        "I passed that on to " + name + ". The answer comes to you and onto the card; nothing is"
                                + " decided yet.");
            case Answer.Declined(String words) -> say(asking, words);
            case Answer.Stale(Request changed, String words) -> say(asking, words);
        }
        return true;
    }

    private boolean decides(Request request, PersonId person) {
        Rights rights = rightsNow.shown();
        return request.stages().stream()
                .anyMatch(stage -> rights.of(stage.deciders(), request.askers()).contains(person));
    }

    /**
     * Passes on the answer to a question: in its thread, or the first plain sentence after it that is said to nobody but us.
     *
     * @param read what it would be read as otherwise
     * @return false: it is no answer; nothing was said
     */
    public boolean answered(IncomingMessage asking, Supplier<Reading> read) {
        RequestId below = asking.about();
        boolean inThread = asking.place() != null && asking.place().thread() != null;
        List<Unanswered> open = below != null
                ? open(asking, below)
                : asking.direct() && !inThread ? enquiries.unanswered(asking.person()) : List.of();
        return !open.isEmpty()
                && new TypedReply(asking.words(), read.get(), below != null).answers()
                && passOn(asking, open);
    }

    /** Also where it was decided meanwhile: then that is said. */
    private List<Unanswered> open(IncomingMessage asking, RequestId request) {
        return desk.find(request).filter(found -> found.by().equals(asking.person())).stream()
                .flatMap(found -> enquiries.of(request).stream())
                .filter(each -> each.answer() == null)
                .map(each -> new Unanswered(request, each))
                .toList();
    }

    /** Which of several is answered nobody can tell but whoever answers. */
    private boolean passOn(IncomingMessage asking, List<Unanswered> open) {
        if (open.size() == 1) {
            reply(asking, open.getFirst().request(), open.getFirst().enquiry().number(), asking.words());
        } else {
            questions.askPrivately(
                    asking,
                    "Several questions wait for your answer. Which one is this for?",
                    open.stream()
                            .limit(MOST_OFFERED)
                            .map(each -> option(asking, each))
                            .toList());
        }
        return true;
    }

    private Option option(IncomingMessage asking, Unanswered each) {
        String label = name(each.enquiry().by()) + ": " + each.enquiry().text();
        return new Option(
                Blocks.cut(label.replace('\n', ' '), LABEL),
                AnswerCommand.of(each.request(), each.enquiry().number(), asking.words()));
    }

    void reply(IncomingMessage asking, RequestId id, int number, String words) {
        if (desk.find(id, asking.person()).isEmpty()) {
            // Told as of none: an id that is guessed tells nothing.
            say(asking, "There is no " + id + ". `/qm list` shows what you have.");
            return;
        }
        switch (enquiries.reply(id, number, asking.person(), words)) {
            case Answer.Done(Request request) -> passedOn(asking, request, number, words);
            case Answer.Declined(String why) -> say(asking, why);
            case Answer.Stale(Request changed, String why) -> say(asking, why);
        }
    }

    private void passedOn(IncomingMessage asking, Request request, int number, String words) {
        Optional<Enquiry> enquiry = enquiries.of(request.id()).stream()
                .filter(each -> each.number() == number)
                .findFirst();
        boolean purpose = request.purpose().isBlank()
                && desk.find(request.id())
                        .filter(now -> !now.purpose().isBlank())
                        .isPresent();
        Mrkdwn text = Mrkdwn.ours("I passed that on to ")
                .and(Mrkdwn.bold(enquiry.map(each -> name(each.by())).orElse("whoever asked")))
                .and(" as your answer about ")
                .and(Mrkdwn.bold(request.summary()))
                .and(". Everybody who decides reads it on the card"
                        + (purpose ? ", and it is the purpose of your request now" : "") + ".")
                .and(words.strip().length() > LONGEST ? " Only its first 2,000 characters were taken." : "")
                .and("\nIf you meant something else by it, say it again.");
        outbox.say(asking.reply(), Message.text(text.value()));
    }

    private String name(PersonId person) {
        return Wording.name(person, bundles.current().people());
    }

    private void say(IncomingMessage asking, String words) {
        outbox.say(asking.reply(), Message.said(words));
    }
}
