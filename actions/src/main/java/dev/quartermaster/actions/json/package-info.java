/** The one written form of what is stored: same value, same text; knows not what is stored or why. */
@NullMarked
package dev.quartermaster.actions.json;

import org.jspecify.annotations.NullMarked;
