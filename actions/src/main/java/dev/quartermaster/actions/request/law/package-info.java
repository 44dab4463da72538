/**
 * The approval law: from a request and an input to a transition and the words that explain it. Pure functions; knows
 * neither rows nor services.
 */
@NullMarked
package dev.quartermaster.actions.request.law;

import org.jspecify.annotations.NullMarked;
