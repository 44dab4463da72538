/** Rows of requests and votes, their repositories, and queries over sets of them; knows requests, and not the law. */
@NullMarked
package dev.quartermaster.actions.request.store;

import org.jspecify.annotations.NullMarked;
