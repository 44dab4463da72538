package dev.quartermaster.actions.request;

import dev.quartermaster.actions.RequestId;

/** How the rooms that make things tell what became of a request; joins their transaction, with fact and notice. */
public interface Outcomes {
    /**
     * Nobody else changes the request, or an extension of what came of it, until the transaction ends. To be called before
     * the lease is locked: the order of locks is in {@code RequestStore}.
     */
    void hold(RequestId request);

    /** On its way, or waiting for something; said to the asker only when the words are new. */
    void progress(RequestId request, String words);

    void handedOver(RequestId request, String words);

    /** What is live can't be used for now, or can again: told as a message, not on the card alone. */
    void interrupted(RequestId request, String words);

    void endingSoon(RequestId request, String words);

    void ended(RequestId request, String words);

    void failed(RequestId request, String words);
}
