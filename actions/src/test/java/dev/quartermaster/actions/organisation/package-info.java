/** The sample organisation as plain values, for tests that judge by their own rules; knows no file. */
@NullMarked
package dev.quartermaster.actions.organisation;

import org.jspecify.annotations.NullMarked;
