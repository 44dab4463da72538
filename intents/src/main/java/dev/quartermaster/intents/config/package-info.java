/** The bundle of files people own, read and validated whole; knows not where the files lie. */
@NullMarked
package dev.quartermaster.intents.config;

import org.jspecify.annotations.NullMarked;
