/**
 * Break-glass: access at once without an approval, and its review afterwards. Knows the services of a request; of the
 * folders beside it only the timers know it.
 */
@NullMarked
package dev.quartermaster.actions.request.emergency;

import org.jspecify.annotations.NullMarked;
