/**
 * One rule and all of them, as typed values: what it is about, its condition, what it does, whom it names, its words,
 * what is near. Door: {@code Rules}, {@code Rule}, {@code RuleEffect}, {@code RuleScope}, {@code Role}, {@code
 * Variant}, and {@code RuleLanguage} (CEL with our functions). Points to {@code facts} and {@code policy}; reads no
 * files and gives no verdicts.
 */
@NullMarked
package dev.quartermaster.intents.policy.rule;

import org.jspecify.annotations.NullMarked;
