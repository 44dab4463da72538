package dev.quartermaster.bot.talk;

import dev.quartermaster.actions.request.Pings;
import dev.quartermaster.actions.request.Request;
import dev.quartermaster.actions.request.RequestService;
import dev.quartermaster.bot.announce.RequestCards;
import dev.quartermaster.intents.people.PersonId;
import java.util.List;
import org.springframework.stereotype.Component;

/** What waits for somebody when they come or go. Joins the caller's transaction. */
@Component
class AbsenceChanges {
    private final RequestService desk;
    private final Pings pings;
    private final RequestCards board;

    AbsenceChanges(RequestService desk, Pings pings, RequestCards board) {
        this.desk = desk;
        this.pings = pings;
        this.board = board;
    }

    /** Asks whoever's turn it is now. @return how many requests wait for a yes that is this person's to give */
    int passOn(PersonId person) {
        List<Request> waiting = desk.waitingFor(person);
        waiting.forEach(pings::ask);
        return waiting.size();
    }

    /** Cards for those who were asked, every copy naming who may decide now. */
    void show(PersonId person) {
        desk.waitingFor(person).forEach(board::post);
    }
}
