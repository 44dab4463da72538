/** What a language model may see, say and bring about, tried with models that help, fail and lie. */
@NullMarked
package dev.quartermaster.intents.reading.model;

import org.jspecify.annotations.NullMarked;
