package dev.quartermaster.actions.notice;

import dev.quartermaster.actions.RequestId;
import dev.quartermaster.intents.people.PersonId;
import java.util.List;

/** The queue of notices: written inside the causing transaction, read by the edge. */
public interface Notices {
    /** Joins the caller's transaction. */
    void say(RequestId request, Notice.Kind kind, String words);

    /** To one person alone; joins the caller's transaction. */
    void say(RequestId request, Notice.Kind kind, String words, PersonId to);

    /** The oldest unsaid ones of kinds this version knows, locked for the caller's transaction and skipped by other replicas; at most {@code limit}. */
    List<Notice> claim(int limit);

    /** Joins the caller's transaction: said (or handed to the outbox) for good. */
    void done(long id);

    /**
     * It could not be said: tried again after a growing pause, so that the others are not held up.
     *
     * @param trouble for the platform team; no words of people
     * @param atOnce give it up now: trying it again would do harm
     * @return whether it is given up, after five tries; its row stays, with the trouble
     */
    boolean failed(long id, String trouble, boolean atOnce);

    /** It could not be said for a reason that passes by itself: tried again in some seconds, for as long as it takes. */
    void delayed(long id);

    /** Published in the transaction of {@link #say}: there is something to say once it commits. */
    record Said() {}
}
