/**
 * What rules may name, and its value for one request. Door: {@code EvaluationFacts} (one request, planned and priced),
 * {@code Facts} (its values), {@code FactTypes} (names and types, for checking a file), {@code FactWords} (values as
 * people read them). Points to {@code policy}; knows no rules.
 */
@NullMarked
package dev.quartermaster.intents.policy.facts;

import org.jspecify.annotations.NullMarked;
