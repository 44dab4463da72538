/**
 * Questions that approvers put to an asker before they decide, and the answers: door, service and rows. Nothing else of
 * a request points here.
 */
@NullMarked
package dev.quartermaster.actions.request.enquiry;

import org.jspecify.annotations.NullMarked;
