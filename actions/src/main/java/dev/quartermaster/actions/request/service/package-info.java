/**
 * The use cases of a request, each in a transaction: file, vote, hand over, ask the next approvers. Knows the law and
 * the store; not what the timers and the emergency do with it.
 */
@NullMarked
package dev.quartermaster.actions.request.service;

import org.jspecify.annotations.NullMarked;
