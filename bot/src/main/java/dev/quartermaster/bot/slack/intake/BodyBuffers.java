package dev.quartermaster.bot.slack.intake;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Semaphore;

/**
 * The memory for request bodies: 1 MiB each (Slack's largest, a message of 40,000 characters form-encoded, is under
 * half of that), a small share for all that are still being read, because anybody may send those, and a larger one for
 * what is known to be Slack's. Where the small share is full, the oldest goes: a genuine delivery is whole within
 * milliseconds, what is old is slow on purpose. Worst case: somebody sends faster than Slack does, a real delivery is
 * told 503, and Slack brings it again.
 */
final class BodyBuffers {
    static final int MOST = 1 << 20;

    private static final int READING = 8 * MOST;
    private static final int VERIFIED = 24 * MOST;
    /** Each costs the server some 20 KiB besides its bytes. */
    private static final int AT_ONCE = 1_000;

    private final Set<Body> reading = new LinkedHashSet<>();
    private final Semaphore verified = new Semaphore(VERIFIED);
    private int held;

    static boolean tooLarge(long announced) {
        return announced > MOST;
    }

    /** @param evicted called, on a thread of its own, when it has to make room */
    Body begin(Runnable evicted) {
        Body body = new Body(evicted);
        List<Body> old = new ArrayList<>();
        synchronized (this) {
            reading.add(body);
            old.addAll(makeRoom(body));
        }
        evict(old);
        return body;
    }

    /** @return false: it is larger than any of Slack's */
    boolean add(Body body, byte[] bytes, int count) {
        List<Body> old = new ArrayList<>();
        synchronized (this) {
            if (!reading.contains(body)) return true;
            int before = body.room();
            if (!body.add(bytes, count)) return false;
            held += body.room() - before;
            old.addAll(makeRoom(body));
        }
        evict(old);
        return true;
    }

    /** It is not read any more, for whatever reason; once is enough, twice does no harm. */
    synchronized void end(Body body) {
        if (reading.remove(body)) held -= body.room();
    }

    /** @return whether there is room for it now that it is known to be Slack's; {@link #release} gives that back */
    boolean keep(byte[] whole) {
        return verified.tryAcquire(whole.length);
    }

    void release(byte[] whole) {
        verified.release(whole.length);
    }

    /** The oldest, never the one it is made for. */
    private List<Body> makeRoom(Body newest) {
        List<Body> old = new ArrayList<>();
        Iterator<Body> oldest = reading.iterator();
        while ((held > READING || reading.size() > AT_ONCE) && oldest.hasNext()) {
            Body next = oldest.next();
            if (next == newest) continue;
            oldest.remove();
            held -= next.room();
            old.add(next);
        }
        return old;
    }

    private static void evict(List<Body> bodies) {
        bodies.forEach(body -> Thread.startVirtualThread(body.evicted));
    }

    /** What has arrived of one body. */
    static final class Body {
        private final Runnable evicted;
        private byte[] bytes = new byte[0];
        private int size;

        private Body(Runnable evicted) {
            this.evicted = evicted;
        }

        private boolean add(byte[] more, int count) {
            if (size + count > MOST) return false;
            if (size + count > bytes.length) {
                // Doubled, but from little: most of what strangers send never comes to anything.
                bytes = Arrays.copyOf(bytes, Math.min(MOST, Math.max(2 * bytes.length, size + count)));
            }
            System.arraycopy(more, 0, bytes, size, count);
            size += count;
            return true;
        }

        private int room() {
            return bytes.length;
        }

        byte[] whole() {
            return Arrays.copyOf(bytes, size);
        }
    }
}
