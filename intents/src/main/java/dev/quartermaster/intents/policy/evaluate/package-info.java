/**
 * From the rules that apply to the verdict: stages, guards, refusals in words, what is near and would pass,
 * emergencies. Door: {@code RuleJudge}. Points to {@code rule}, {@code facts} and {@code policy}.
 */
@NullMarked
package dev.quartermaster.intents.policy.evaluate;

import org.jspecify.annotations.NullMarked;
