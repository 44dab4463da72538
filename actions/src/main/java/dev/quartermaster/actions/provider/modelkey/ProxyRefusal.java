package dev.quartermaster.actions.provider.modelkey;

import java.io.IOException;

/** The proxy answered, and not as expected. Its words are not kept: they may quote what was sent. */
final class ProxyRefusal extends IOException {
    private static final long serialVersionUID = 1;

    private final int status;

    ProxyRefusal(String call, int status) {
        super(call + " was answered " + status);
        this.status = status;
    }

    int status() {
        return status;
    }

    /** Whether it may be answered otherwise in a moment, with nobody doing anything. */
    boolean passes() {
        return status >= 500 || status == 408 || status == 429;
    }
}
