/** What people press and send in, forged and honest; knows the talk's inside. */
@NullMarked
package dev.quartermaster.bot.talk;

import org.jspecify.annotations.NullMarked;
