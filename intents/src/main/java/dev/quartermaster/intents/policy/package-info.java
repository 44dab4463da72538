/**
 * May they: a request in, a verdict out. Here is what everybody else sees of it: {@code Judge} (ask), {@code
 * EvaluationRequest} (what is asked, with {@code Circumstances}, {@code Holding}, {@code Preapproval} and {@code
 * BudgetView}), {@code Judgement} with its {@code Verdict}, {@code Stage} and {@code Guard} (the answer), {@code
 * Emergency}, {@code Rights} (who may decide, through {@code Deciders}), and {@code Rehearsal} (two sets of rules on
 * past requests). No storage, no clock, no network. The sub-folders point here; it points to none of them.
 */
@NullMarked
package dev.quartermaster.intents.policy;

import org.jspecify.annotations.NullMarked;
