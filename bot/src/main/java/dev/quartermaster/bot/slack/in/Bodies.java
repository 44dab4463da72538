package dev.quartermaster.bot.slack.in;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.concurrent.Semaphore;

/**
 * Reads bodies within two bounds: 1 MiB each (Slack's largest, a message of 40,000 characters form-encoded, is under
 * half of that) and 24 MiB at once over all requests, so that a thousand strangers cannot fill the heap. Worst case of
 * the second: a real delivery meets a flood and is told 503, and Slack brings it again.
 */
final class Bodies {
    private static final int MOST = 1 << 20;
    private static final int STEP = 16 * 1024;

    private final Semaphore steps = new Semaphore(24 * MOST / STEP);

    sealed interface Read extends AutoCloseable {
        @Override
        default void close() {}
    }

    record TooLarge() implements Read {}

    record NoRoom() implements Read {}

    /** Its room is given back when closed. */
    static final class Whole implements Read {
        private final byte[] bytes;
        private final Runnable giveBack;

        private Whole(byte[] bytes, Runnable giveBack) {
            this.bytes = bytes;
            this.giveBack = giveBack;
        }

        byte[] bytes() {
            return bytes;
        }

        @Override
        public void close() {
            giveBack.run();
        }
    }

    boolean tooLarge(long announced) {
        return announced > MOST;
    }

    Read read(InputStream body) throws IOException {
        int taken = 0;
        boolean kept = false;
        try {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream(STEP);
            byte[] buffer = new byte[STEP];
            for (int n = body.read(buffer); n >= 0; n = body.read(buffer)) {
                if (bytes.size() + n > MOST) return new TooLarge();
                // Twice the size: the stream's array and, while it grows or is copied out, its successor.
                int needed = 2 * ((bytes.size() + n + STEP - 1) / STEP) - taken;
                if (needed > 0 && !steps.tryAcquire(needed)) return new NoRoom();
                taken += Math.max(needed, 0);
                bytes.write(buffer, 0, n);
            }
            int room = taken;
            kept = true;
            return new Whole(bytes.toByteArray(), () -> steps.release(room));
        } finally {
            if (!kept) steps.release(taken);
        }
    }
}
