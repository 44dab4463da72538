/** Real PostgreSQL for tests: one server a JVM, one database a test class; knows nothing of what is tested. */
@NullMarked
package dev.quartermaster.actions.postgres;

import org.jspecify.annotations.NullMarked;
