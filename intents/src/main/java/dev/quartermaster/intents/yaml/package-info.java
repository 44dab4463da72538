/** YAML as nodes that know their file and line and collect what is wrong with them; knows nothing of what the files say. */
@NullMarked
package dev.quartermaster.intents.yaml;

import org.jspecify.annotations.NullMarked;
