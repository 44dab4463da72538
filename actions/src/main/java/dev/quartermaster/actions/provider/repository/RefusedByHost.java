package dev.quartermaster.actions.provider.repository;

import java.io.IOException;

/** A git host's answer that is none of those expected. Its words are not kept: they may quote what was sent. */
final class RefusedByHost extends IOException {
    private static final long serialVersionUID = 1;

    private final int status;

    RefusedByHost(String call, int status) {
        super(call + " was answered " + status);
        this.status = status;
    }

    int status() {
        return status;
    }
}
