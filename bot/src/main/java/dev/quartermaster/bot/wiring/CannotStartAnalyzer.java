package dev.quartermaster.bot.wiring;

import dev.quartermaster.actions.CannotStart;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Prints why the program does not start, and what to do, as a sentence instead of a stack trace. */
final class CannotStartAnalyzer extends AbstractFailureAnalyzer<CannotStart> {
    @Override
    protected FailureAnalysis analyze(Throwable whole, CannotStart refusal) {
        return new FailureAnalysis(refusal.getMessage(), null, refusal);
    }
}
