/**
 * What others say that things cost: bills read from FOCUS files and OpenCost's answers, kept, and compared with what was
 * counted here. Points to the ledger, and changes nothing of it.
 */
@NullMarked
package dev.quartermaster.actions.bill;

import org.jspecify.annotations.NullMarked;
