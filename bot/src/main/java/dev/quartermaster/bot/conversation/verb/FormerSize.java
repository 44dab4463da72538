package dev.quartermaster.bot.conversation.verb;

import dev.quartermaster.actions.lease.Lease;
import dev.quartermaster.actions.request.Request;
import dev.quartermaster.actions.request.RequestService;
import dev.quartermaster.actions.request.Resizing;
import dev.quartermaster.actions.request.State;
import dev.quartermaster.bot.conversation.dialogue.IncomingMessage;
import dev.quartermaster.bot.conversation.dialogue.QuestionCards;
import dev.quartermaster.intents.catalogue.Value;
import dev.quartermaster.intents.intent.Intent;
import dev.quartermaster.intents.intent.Target;
import dev.quartermaster.intents.reading.Reading.Option;
import dev.quartermaster.intents.reading.slash.CommandText;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.springframework.stereotype.Component;

/** The size that something had before somebody changed it last: offered with a button, never brought about unasked. */
@Component
class FormerSize {
    private static final int MANY = 200;

    private final RequestService requests;
    private final QuestionCards questions;
    private final SizeQuestion sizes;

    FormerSize(RequestService requests, QuestionCards questions, SizeQuestion sizes) {
        this.requests = requests;
        this.questions = questions;
        this.sizes = sizes;
    }

    /**
     * @param among what may be meant
     * @param why it is offered, in a sentence; may be empty
     * @return false: whoever asks has changed the size of none of these
     */
    boolean offered(IncomingMessage asking, List<Lease> among, String why, IntentHandler.Read read) {
        List<String> notes = new ArrayList<>(read.from().notes());
        if (!why.isEmpty()) {
            notes.addFirst(why);
        }
        Optional<Request> last = requests.askedBy(asking.person(), MANY).stream()
                .filter(request -> request.resizing() != null && stands(request.state()))
                .filter(request -> among.stream().anyMatch(lease -> lease.id().equals(request.lease())))
                .findFirst();
        last.ifPresent(request -> offer(asking, request, among, notes, read));
        return last.isPresent();
    }

    private void offer(
            IncomingMessage asking, Request request, List<Lease> among, List<String> notes, IntentHandler.Read read) {
        Lease lease = among.stream()
                .filter(each -> each.id().equals(request.lease()))
                .findFirst()
                .orElseThrow();
        if (request.state() == State.LIVE) {
            sizes.ask(
                    asking,
                    lease,
                    before(request.resizing(), lease),
                    read.from().notes(),
                    read);
            return;
        }
        questions.confirm(
                asking,
                "Take back " + request.summary() + "?",
                read.shown(notes, List.of()),
                List.of(new Option(
                        "Yes, back to before",
                        CommandText.of(
                                new Intent.Withdraw(new Target.Id(request.id().value()))))));
    }

    /** What is another now; without anything, it has that size by now. */
    private static SortedMap<String, Value> before(Resizing resizing, Lease lease) {
        SortedMap<String, Value> before = new TreeMap<>(resizing.before());
        before.entrySet().removeIf(each -> {
            Value now = lease.plan().parameters().get(each.getKey());
            return now == null || now.equals(each.getValue());
        });
        return before;
    }

    private static boolean stands(State state) {
        return switch (state) {
            case WAITING, APPROVED, PROVIDING, LIVE -> true;
            case DENIED, REFUSED, WITHDRAWN, LAPSED, FAILED, ENDED -> false;
        };
    }
}
