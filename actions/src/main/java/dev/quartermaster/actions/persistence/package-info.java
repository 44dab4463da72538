/** How rows are read and written, the same for every repository; knows no row. Its door: {@link InsertOnly}. */
@NullMarked
package dev.quartermaster.actions.persistence;

import org.jspecify.annotations.NullMarked;
