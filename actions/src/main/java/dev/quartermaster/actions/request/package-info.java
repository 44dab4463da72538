/** What was asked and decided: the request's law as a pure function, its rows, the desk people's wishes arrive at; knows no Slack. */
@NullMarked
package dev.quartermaster.actions.request;

import org.jspecify.annotations.NullMarked;
