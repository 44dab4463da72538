package dev.quartermaster.actions.request.enquiry;

import dev.quartermaster.actions.RequestId;
import dev.quartermaster.actions.audit.Audit;
import dev.quartermaster.actions.bundle.Bundles;
import dev.quartermaster.actions.notice.Notice;
import dev.quartermaster.actions.notice.Notices;
import dev.quartermaster.actions.presence.RightsNow;
import dev.quartermaster.actions.request.ApprovalTally;
import dev.quartermaster.actions.request.Request;
import dev.quartermaster.actions.request.RequestService.Answer;
import dev.quartermaster.actions.request.State;
import dev.quartermaster.actions.request.Vote;
import dev.quartermaster.actions.request.law.RequestMessages;
import dev.quartermaster.actions.request.service.VotingService;
import dev.quartermaster.actions.request.store.RequestStore;
import dev.quartermaster.actions.request.store.RequestStore.Held;
import dev.quartermaster.actions.time.DatabaseTime;
import dev.quartermaster.intents.intent.Intent.Decide.Choice;
import dev.quartermaster.intents.people.PeopleSource;
import dev.quartermaster.intents.people.PersonId;
import dev.quartermaster.intents.policy.Rights;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Questions and answers under the request's lock; the words lie where they can be erased, the chain has their hashes. */
@Service
@Transactional
class RequestEnquiries implements Enquiries {
    private static final int MOST = 20;
    private static final int LONGEST = 2_000;
    private static final Pattern PURPOSE = Pattern.compile(
            "(?i)\\b(?:what\\b[^?]{0,60}\\bfor|for what|why|purposes?|what\\b[^?]{0,60}\\b(?:do|does|doing|want|need))\\b");

    private final RequestStore store;
    private final EnquiryRepository rows;
    private final RightsNow rightsNow;
    private final Bundles bundles;
    private final Audit audit;
    private final Notices notices;
    private final DatabaseTime time;

    RequestEnquiries(
            RequestStore store,
            EnquiryRepository rows,
            RightsNow rightsNow,
            Bundles bundles,
            Audit audit,
            Notices notices,
            DatabaseTime time) {
        this.store = store;
        this.rows = rows;
        this.rightsNow = rightsNow;
        this.bundles = bundles;
        this.audit = audit;
        this.notices = notices;
        this.time = time;
    }

    @Override
    public Answer ask(RequestId id, PersonId by, String text) {
        Optional<Held> held = store.lock(id);
        if (held.isEmpty()) {
            return new Answer.Declined(VotingService.missing(id));
        }
        Request request = held.get().request();
        List<Enquiry> before = enquiries(id);
        try {
            Rights rights = rightsNow.read();
            Optional<String> hindrance = hindrance(request, by, rights, before.size());
            if (hindrance.isPresent()) {
                audit.record(id.value(), by, "question-refused", Map.of());
                return new Answer.Declined(hindrance.get());
            }
        } catch (PeopleSource.Broken broken) {
            return new Answer.Declined(String.valueOf(broken.getMessage()));
        }
        String words = kept(text);
        int number = before.size() + 1;
        String hash = audit.words(id.value(), words);
        EnquiryRow row = new EnquiryRow();
        row.key = new EnquiryRow.Key(id.value(), number);
        row.person = by.value();
        row.question = hash;
        row.at = time.now();
        rows.save(row);
        audit.record(id.value(), by, "asked-back", Map.of("number", number, "words", hash));
        notices.say(id, Notice.Kind.QUESTION, name(by) + " asks: " + words);
        return new Answer.Done(request);
    }

    @Override
    public Answer reply(RequestId id, int number, PersonId by, String text) {
        Optional<Held> held = store.lock(id);
        if (held.isEmpty()) {
            return new Answer.Declined(VotingService.missing(id));
        }
        Request request = held.get().request();
        if (!request.askers().contains(by)) {
            audit.record(id.value(), by, "answer-refused", Map.of("number", number));
            return new Answer.Declined("Only " + name(request.by()) + " can answer that: it is their request.");
        }
        if (request.state() != State.WAITING) {
            return new Answer.Declined(
                    "It is decided already (" + request.state().word() + "), so no answer is needed.");
        }
        String words = kept(text);
        String hash = audit.words(id.value(), words);
        if (rows.answer(id.value(), number, hash, time.now()) == 0) {
            return new Answer.Declined("You answered that already. Talk to them if there is more to say.");
        }
        audit.record(id.value(), by, "answered", Map.of("number", number, "words", hash));
        if (request.purpose().isBlank() && asksForPurpose(enquiries(id).get(number - 1))) {
            store.purpose(id, words);
        }
        notices.say(id, Notice.Kind.ANSWER, name(by) + " answers: " + words);
        return new Answer.Done(request);
    }

    @Override
    @Transactional(readOnly = true)
    public List<Enquiry> of(RequestId request) {
        return enquiries(request);
    }

    private List<Enquiry> enquiries(RequestId request) {
        return rows.of(request.value()).stream().map(RequestEnquiries::enquiry).toList();
    }

    private static Enquiry enquiry(EnquiryRow row) {
        return new Enquiry(
                row.key.number(),
                new PersonId(row.person),
                row.asked,
                row.at,
                row.answeredAt == null ? null : row.answered);
    }

    @Override
    @Transactional(readOnly = true)
    public List<Unanswered> unanswered(PersonId asker) {
        return rows.unanswered(asker.value()).stream()
                .map(row -> new Unanswered(new RequestId(row.key.request()), enquiry(row)))
                .toList();
    }

    private static Optional<String> hindrance(Request request, PersonId by, Rights rights, int asked) {
        RequestMessages words = new RequestMessages(rights);
        if (request.state() != State.WAITING) {
            return Optional.of(words.late(request));
        }
        Vote bare = new Vote(by, Choice.APPROVE, "", request.at(), List.of(), List.of());
        Vote click = ApprovalTally.entitled(request.stages(), bare, request.askers(), rights);
        if (click.own().isEmpty() && click.standIn().isEmpty()) {
            return Optional.of(words.notYours(request));
        }
        return asked < MOST
                ? Optional.empty()
                : Optional.of("Enough was asked here. Talk to " + words.name(request.by()) + ", or deny it.");
    }

    private static boolean asksForPurpose(Enquiry enquiry) {
        return PURPOSE.matcher(enquiry.text()).find();
    }

    private static String kept(String text) {
        String words = text.strip();
        return words.length() <= LONGEST ? words : words.substring(0, LONGEST);
    }

    private String name(PersonId person) {
        return bundles.current().people().name(person);
    }
}
