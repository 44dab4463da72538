package dev.quartermaster.intents.reading.model;

import dev.langchain4j.model.chat.ChatModel;
import dev.quartermaster.intents.reading.Candidate;
import dev.quartermaster.intents.reading.Context;
import dev.quartermaster.intents.reading.Evidence;
import dev.quartermaster.intents.reading.Reader;
import dev.quartermaster.intents.reading.Utterance;
import dev.quartermaster.intents.reading.model.Allowance.Call;
import dev.quartermaster.intents.reading.model.Allowance.Result;
import dev.quartermaster.prompts.Prompts;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads by asking a language model. By itself it reads whatever it is given, which is what scoring wants; in the bot it
 * stands behind {@link EscalatingReader}, which knows when to ask and how far to believe. Safe to share.
 */
public final class ModelReader implements Reader {

    /** Longer messages are read up to here, which bounds what one costs. */
    private static final int LONGEST = 4_000;
    /** Nothing is asked again with less time than this left. */
    private static final Duration LEAST = Duration.ofMillis(300);

    private static final Logger LOG = LoggerFactory.getLogger(ModelReader.class);

    private final String name;
    private final Prompts prompts;
    private final Allowance allowance;
    private final ModelLimits limits;
    private final Line line;
    private volatile @Nullable Briefing briefing;

    /** @param name the model's, as the provider calls it; part of every reading's version */
    public ModelReader(ChatModel model, String name, Prompts prompts, Allowance allowance, ModelLimits limits) {
        this.name = name;
        this.prompts = prompts;
        this.allowance = allowance;
        this.limits = limits;
        this.line = new Line(model, limits);
    }

    /** What the model had to say. */
    sealed interface Heard {
        /** No candidates: it found the message unclear. */
        record Read(Evidence evidence) implements Heard {}

        record Nothing(Result why) implements Heard {}
    }

    /** Empty: no answer, or none that is of any use. */
    @Override
    public Optional<Outcome> read(Utterance utterance, Context context, Known known) {
        return switch (hear(utterance, context, known)) {
            case Heard.Read(var evidence) ->
                Optional.of(
                        evidence.candidates().isEmpty()
                                ? new Outcome.Unsure("What would you like to do?", List.of(), evidence)
                                : new Outcome.Found(evidence));
            case Heard.Nothing nothing -> Optional.empty();
        };
    }

    @Override
    public Reader withoutModel() {
        return (utterance, context, known) -> Optional.empty();
    }

    /** Whether the model is being left alone after failures. */
    public boolean resting() {
        return line.open();
    }

    Heard hear(Utterance utterance, Context context, Known known) {
        var ends = System.nanoTime() + limits.within().toNanos();
        var brief = briefing(known);
        var text = utterance.text().strip();
        var message = text.substring(0, Math.min(LONGEST, text.length()));
        var grounding = new Grounding(utterance, message, context, brief.names());
        String problem = null;
        var why = Result.MALFORMED;
        for (var attempt = 0; attempt < 2; attempt++) {
            var left = Duration.ofNanos(ends - System.nanoTime());
            if (left.compareTo(LEAST) < 0 && attempt > 0) {
                return new Heard.Nothing(why);
            }
            var request = brief.request(message, context, problem);
            switch (line.ask(request, left, () -> allowance.take(utterance.by()))) {
                case Line.Reply.Silent(var reason, var took) -> {
                    note(utterance, brief, 0, 0, took, reason);
                    return new Heard.Nothing(reason);
                }
                case Line.Reply.Said said -> {
                    var result = understood(said.text(), brief, grounding);
                    why = result.problem().isEmpty() ? Result.READ : Result.MALFORMED;
                    note(utterance, brief, said.tokensIn(), said.tokensOut(), said.took(), why);
                    if (result.problem().isEmpty()) {
                        return new Heard.Read(evidence(brief, result.candidates()));
                    }
                    problem = result.problem().get();
                }
            }
        }
        return new Heard.Nothing(why);
    }

    private static Grounding.Result understood(String text, Briefing brief, Grounding grounding) {
        return switch (new AnswerReader(brief.vocabulary()).read(text)) {
            case Answer.Requests(var requests) -> grounding.of(requests);
            case Answer.Unusable(var problem) -> new Grounding.Result(List.of(), Optional.of(problem));
        };
    }

    private Evidence evidence(Briefing brief, List<Candidate> candidates) {
        return new Evidence(Evidence.By.MODEL, name + " " + brief.hash(), candidates);
    }

    private void note(Utterance utterance, Briefing brief, long in, long out, Duration took, Result result) {
        try {
            allowance.note(new Call(utterance.key(), utterance.by(), name, brief.hash(), in, out, took, result));
        } catch (RuntimeException unwritten) {
            // The reading is there and paid for; that its line in the books is missing is said to those who run this.
            LOG.warn("A call of the language model was not written down", unwritten);
        }
    }

    private Briefing briefing(Known known) {
        var current = briefing;
        if (current == null || current.known() != known && !current.known().equals(known)) {
            // Two threads may do it at once after a change of the catalogue; both come to the same.
            current = Briefing.of(known, prompts);
            briefing = current;
        }
        return current;
    }
}
