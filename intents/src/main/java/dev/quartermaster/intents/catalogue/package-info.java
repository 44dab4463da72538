/** What can be asked for: golden paths and datasets, as their owners wrote them; knows neither prices nor rules. */
@NullMarked
package dev.quartermaster.intents.catalogue;

import org.jspecify.annotations.NullMarked;
