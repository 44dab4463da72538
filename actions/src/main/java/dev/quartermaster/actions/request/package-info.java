/**
 * What was asked and decided, for those who ask: a request, its states and votes, and the services by which it is
 * filed, decided and withdrawn. The folders below it point here, and nothing here points at them; knows no Slack.
 */
@NullMarked
package dev.quartermaster.actions.request;

import org.jspecify.annotations.NullMarked;
