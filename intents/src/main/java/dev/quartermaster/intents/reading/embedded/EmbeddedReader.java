package dev.quartermaster.intents.reading.embedded;

import dev.quartermaster.intents.reading.Candidate;
import dev.quartermaster.intents.reading.Context;
import dev.quartermaster.intents.reading.Evidence;
import dev.quartermaster.intents.reading.Reader;
import dev.quartermaster.intents.reading.Reading;
import dev.quartermaster.intents.reading.Utterance;
import dev.quartermaster.intents.reading.Verb;
import dev.quartermaster.intents.reading.gate.ReadingGate;
import dev.quartermaster.intents.reading.slash.CommandText;
import dev.quartermaster.intents.reading.slots.Found;
import dev.quartermaster.intents.reading.slots.Names;
import dev.quartermaster.intents.reading.text.ListMarkers;
import dev.quartermaster.intents.reading.text.OtherLanguage;
import dev.quartermaster.prompts.Prompts;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads sentences in process: what they want by what they resemble, the rest by grammar. Always has something to say.
 * Safe to share; learns anew, aside and in seconds, when the catalogue it is asked with has changed; until then it reads
 * with what it had learnt and the names of now. The first lesson is waited for: half a minute with an empty cache.
 */
public final class EmbeddedReader implements Reader {

    /** Longer messages are read up to here: nobody asks for an environment on page two. */
    private static final int LONGEST = 2_000;

    /** A hundred times what reading takes; in processor time, so that a busy machine is nobody's fault. */
    private static final long MOST_NANOS = 5_000_000_000L;

    private static final Logger LOG = LoggerFactory.getLogger(EmbeddedReader.class);

    private final Learning learning;
    private final Object lock = new Object();
    private final AtomicBoolean lessons = new AtomicBoolean();
    private volatile @Nullable Learnt learnt;
    /** What was learnt before, with the names of now, while the new is being learnt. */
    private volatile @Nullable Learnt meanwhile;

    /** @param cache a folder for what takes time to compute; null: everything is computed at each start */
    public EmbeddedReader(Prompts prompts, @Nullable Path cache) {
        this.learning = new Learning(prompts.utterances(), prompts.attacks(), new Embedder(), cache);
    }

    /** Learns now, so that the first sentence need not wait. */
    public void prepare(Known known) {
        learnt(known);
    }

    /** What is the matter with the golden paths' examples, the worst first; learns first where that is due. */
    public List<Finding> check(Known known) {
        return learnt(known).findings();
    }

    @Override
    public Optional<Outcome> read(Utterance utterance, Context context, Known known) {
        var names = ready(known).names();
        return read(utterance, context, known, Found.in(utterance.text(), utterance.at(), utterance.zone(), names));
    }

    @Override
    public Optional<Outcome> read(Utterance utterance, Context context, Known known, Found found) {
        var now = ready(known);
        var text = utterance.text().strip();
        var capped = ListMarkers.blanked(text.substring(0, Math.min(LONGEST, text.length())))
                .strip();
        var sorry = OtherLanguage.sorry(capped);
        if (sorry.isPresent()) {
            return Optional.of(new Outcome.Unsure(
                    sorry.get(), List.of(), new Evidence(Evidence.By.EMBEDDED, now.version(), List.of())));
        }
        var before = processorTime();
        var result = read(now, utterance, context, capped, found);
        if (processorTime() - before > MOST_NANOS) {
            LOG.error("A message of {} characters took too long to read and is not acted on", text.length());
            return Optional.of(new Outcome.Unsure(
                    "That took me too long to read. Say it shorter, or type /qm help to see what I can.",
                    List.of(),
                    new Evidence(Evidence.By.EMBEDDED, now.version(), List.of())));
        }
        var evidence = new Evidence(Evidence.By.EMBEDDED, now.version(), result.candidates());
        return Optional.of(result.sure() ? new Outcome.Found(evidence) : unsure(result.candidates(), evidence));
    }

    /** Of this thread; always 0 where it cannot be told, as on a virtual one. */
    private static long processorTime() {
        var threads = ManagementFactory.getThreadMXBean();
        return Thread.currentThread().isVirtual() || !threads.isCurrentThreadCpuTimeSupported()
                ? 0
                : threads.getCurrentThreadCpuTime();
    }

    /** A fault of a grammar costs its message a question, never an answer; what was said is not logged. */
    private Message.Result read(Learnt now, Utterance utterance, Context context, String text, Found found) {
        try {
            var read = new Message(now, utterance, context, found).read(text);
            return orders(read) || beyond(read)
                    ? read
                    : ReadingGate.plainly(text)
                            .map(order -> new Message(now, utterance, context, found).read(order))
                            .filter(EmbeddedReader::orders)
                            .orElse(read);
        } catch (IndexOutOfBoundsException | IllegalArgumentException | DateTimeException | StackOverflowError fault) {
            LOG.error("A message of {} characters could not be read", text.length(), fault);
            return new Message.Result(List.of(), false);
        }
    }

    private static boolean orders(Message.Result read) {
        return read.sure() && read.candidates().stream().map(Candidate::verb).anyMatch(Verb::acts);
    }

    private static boolean beyond(Message.Result read) {
        return read.candidates().stream().map(Candidate::verb).anyMatch(Verb.OUTOFSCOPE::equals);
    }

    private static Outcome unsure(List<Candidate> candidates, Evidence evidence) {
        var options = candidates.stream()
                .limit(5)
                .map(candidate -> new Reading.Option(label(candidate), CommandText.of(candidate)))
                .toList();
        return new Outcome.Unsure(question(options.size()), options, evidence);
    }

    private static String question(int options) {
        return switch (options) {
            case 0 -> "What would you like to do? Type /qm help to see what I can.";
            case 1 -> "Is this what you mean? If not, say it in other words.";
            default -> "Which of these do you mean?";
        };
    }

    private static String label(Candidate candidate) {
        var command = CommandText.of(candidate).replaceFirst(" --(?:target|query) \"?([^\"]*)\"?", " $1");
        return command.length() <= 75 ? command : command.substring(0, 74) + "…";
    }

    /** Waits for it to be learnt. */
    private Learnt learnt(Known known) {
        var current = learnt;
        if (current != null && same(current.known(), known)) {
            return current;
        }
        synchronized (lock) {
            current = learnt;
            if (current == null || !same(current.known(), known)) {
                current = learning.learn(known, current);
                learnt = current;
            }
            return current;
        }
    }

    /** What there is, with the names of now: nobody who says something waits for a lesson but the very first. */
    private Learnt ready(Known known) {
        var current = learnt;
        if (current == null) {
            return learnt(known);
        }
        if (same(current.known(), known)) {
            return current;
        }
        var named = meanwhile;
        if (named == null || !same(named.known(), known)) {
            named = current.knowing(known, new Names(known));
            meanwhile = named;
            // Decided once for what is known now, not for every message while a lesson runs: it reads all examples.
            if (learning.same(known, current)) {
                learnt = named;
                return named;
            }
        }
        if (lessons.compareAndSet(false, true)) {
            Thread.ofPlatform().daemon().name("lesson").start(() -> lesson(known));
        }
        return named;
    }

    private void lesson(Known known) {
        try {
            learnt(known);
        } catch (RuntimeException | OutOfMemoryError failed) {
            LOG.error("Learning the changed examples failed; sentences are read as before", failed);
        } finally {
            lessons.set(false);
        }
    }

    private static boolean same(Known one, Known other) {
        return one.catalogue() == other.catalogue()
                        && (one.people() == other.people() || one.people().equals(other.people()))
                || one.equals(other);
    }
}
