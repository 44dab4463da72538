/** What only the platform team can mend, said from anywhere below; knows neither who says it nor where it is read. */
@NullMarked
package dev.quartermaster.actions.platform;

import org.jspecify.annotations.NullMarked;
