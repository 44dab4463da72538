/**
 * Data grants on the warehouse: one role a part holding exactly its privileges, and the end of it; knows not who said
 * yes nor what it costs.
 */
@NullMarked
package dev.quartermaster.actions.provider.grant;

import org.jspecify.annotations.NullMarked;
