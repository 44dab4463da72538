package dev.quartermaster.actions.notice;

import dev.quartermaster.actions.RequestId;
import java.util.List;

/** The queue of notices: written inside the causing transaction, read by the edge. */
public interface Notices {
    /** Joins the caller's transaction. */
    void say(RequestId request, Notice.Kind kind, String words);

    /** The oldest unsaid ones, locked for the caller's transaction and skipped by other replicas; at most {@code limit}. */
    List<Notice> claim(int limit);

    /** Joins the caller's transaction: said (or handed to the outbox) for good. */
    void done(long id);
}
