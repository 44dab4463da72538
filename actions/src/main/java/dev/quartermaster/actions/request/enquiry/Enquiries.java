package dev.quartermaster.actions.request.enquiry;

import dev.quartermaster.actions.RequestId;
import dev.quartermaster.actions.request.RequestService;
import dev.quartermaster.intents.people.PersonId;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What approvers ask back before they decide, and what the asker answers. Neither decides anything. */
public interface Enquiries {
    /** From whoever may decide some stage of a waiting request. @param text as written; at most 2,000 characters are kept */
    RequestService.Answer ask(RequestId request, PersonId by, String text);

    /**
     * From the asker, once. Where the request says no purpose and it was asked for, the answer is its purpose from then on.
     *
     * @param number of the question
     * @param text as written; at most 2,000 characters are kept
     */
    RequestService.Answer reply(RequestId request, int number, PersonId by, String text);

    /** In the order asked. */
    List<Enquiry> of(RequestId request);

    /** What this person was asked about requests of theirs that still wait, and has not answered; oldest first. */
    List<Unanswered> unanswered(PersonId asker);

    record Unanswered(RequestId request, Enquiry enquiry) {}

    /** @param number counted from 1. @param text as written; empty once erased. @param answer null until there is one */
    record Enquiry(
            int number,
            PersonId by,
            String text,
            Instant at,
            @Nullable String answer) {}
}
