/**
 * Reads {@code policies/*.yaml}: rules, windows, and the tests in them, with file and line of everything that is wrong.
 * Door: {@code PolicyFiles}, which gives a {@code Judge}. Points to {@code evaluate}, {@code rule}, {@code facts} and
 * {@code policy}; nothing in {@code policy} points here.
 */
@NullMarked
package dev.quartermaster.intents.policy.file;

import org.jspecify.annotations.NullMarked;
