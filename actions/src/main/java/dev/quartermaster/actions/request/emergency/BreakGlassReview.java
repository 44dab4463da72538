package dev.quartermaster.actions.request.emergency;

import dev.quartermaster.actions.RequestId;
import dev.quartermaster.actions.Sha256;
import dev.quartermaster.actions.audit.Audit;
import dev.quartermaster.actions.notice.Notice;
import dev.quartermaster.actions.notice.Notices;
import dev.quartermaster.actions.presence.RightsNow;
import dev.quartermaster.actions.request.Request;
import dev.quartermaster.actions.request.RequestService;
import dev.quartermaster.actions.request.service.PingService;
import dev.quartermaster.actions.request.store.RequestStore;
import dev.quartermaster.intents.intent.Intent;
import dev.quartermaster.intents.people.PeopleSource;
import dev.quartermaster.intents.people.PersonId;
import dev.quartermaster.intents.policy.Rights;
import dev.quartermaster.intents.reading.EventKey;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Looking at broken glass afterwards: by whoever could have said the yes, never by who went without it. */
@Service
@Transactional
public class BreakGlassReview implements BreakGlass {
    private static final String OWN =
            "You used this yourself, so somebody else has to review it. They have been asked.";
    private static final String NOT_YOURS = "This is not yours to review: it takes somebody whose yes it went without.";
    private static final String NO_NOTE = "Say what was not in order, in a sentence.";

    private final BreakGlassService breaking;
    private final BreakGlassStore glasses;
    private final RequestStore store;
    private final PingService pings;
    private final RightsNow rights;
    private final Notices notices;
    private final Audit audit;

    BreakGlassReview(
            BreakGlassService breaking,
            BreakGlassStore glasses,
            RequestStore store,
            PingService pings,
            RightsNow rights,
            Notices notices,
            Audit audit) {
        this.breaking = breaking;
        this.glasses = glasses;
        this.store = store;
        this.pings = pings;
        this.rights = rights;
        this.notices = notices;
        this.audit = audit;
    }

    @Override
    public RequestService.Answer use(PersonId by, Intent intent, EventKey key, String words, String reason) {
        return breaking.use(by, intent, key, words, reason);
    }

    public List<RequestId> due() {
        return glasses.due();
    }

    /** Asks for a review; nothing when it was asked for already. */
    public void ask(RequestId request) {
        if (glasses.ask(request)) {
            audit.record(request.value(), null, "review-asked", Map.of());
            notices.say(request, Notice.Kind.REVIEW, "This was had without a yes. Was it in order?");
        }
    }

    @Override
    public Answer review(RequestId id, PersonId by, boolean inOrder, String note) {
        Optional<Used> used = glasses.lock(id);
        Optional<Request> request = store.find(id);
        if (used.isEmpty() || request.isEmpty()) {
            return new Answer.Declined("There is nothing to review here.");
        }
        try {
            return review(
                    used.get(),
                    request.get(),
                    new Review(by, inOrder, note.strip(), used.get().at()));
        } catch (PeopleSource.Broken broken) {
            return new Answer.Declined(String.valueOf(broken.getMessage()));
        }
    }

    private Answer review(Used used, Request request, Review said) throws PeopleSource.Broken {
        String chain = request.id().value();
        if (said.by().equals(used.by())) {
            audit.record(chain, said.by(), "self-review-refused", Map.of());
            return new Answer.Declined(OWN);
        }
        Rights now = rights.read();
        if (!mayDecide(request, said.by(), now)) {
            audit.record(chain, said.by(), "review-refused", Map.of());
            return new Answer.Declined(NOT_YOURS);
        }
        Review before = used.review();
        if (before != null) {
            return new Answer.Declined(now.people().name(before.by()) + " has reviewed it: "
                    + (before.inOrder() ? "in order." : "not in order."));
        }
        if (!said.inOrder() && said.note().isEmpty()) {
            return new Answer.Declined(NO_NOTE);
        }
        glasses.reviewed(request.id(), said.by(), said.inOrder(), said.note());
        audit.record(
                chain,
                said.by(),
                "reviewed",
                Map.of("inOrder", said.inOrder(), "note", said.note().isEmpty() ? "" : Sha256.hex(said.note())));
        notices.say(request.id(), Notice.Kind.REVIEWED, said.inOrder() ? "In order." : "Not in order.");
        return new Answer.Done(glasses.of(request.id()).orElseThrow());
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<Used> of(RequestId request) {
        return glasses.of(request);
    }

    @Override
    @Transactional(readOnly = true)
    public Set<PersonId> owners(Request request) {
        return pings.turn().owners(request);
    }

    @Override
    @Transactional(readOnly = true)
    public List<Used> unreviewed() {
        return glasses.unreviewed();
    }

    @Override
    @Transactional(readOnly = true)
    public List<Used> toReview(PersonId person) {
        Rights now = rights.shown();
        return glasses.toReview().stream()
                .filter(used -> store.find(used.request())
                        .filter(request -> mayDecide(request, person, now))
                        .isPresent())
                .toList();
    }

    private static boolean mayDecide(Request request, PersonId person, Rights rights) {
        return request.stages().stream()
                .anyMatch(stage -> rights.of(stage.deciders(), request.askers()).contains(person));
    }
}
