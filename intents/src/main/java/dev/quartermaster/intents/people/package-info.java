/** Who there is: the organisation, its persons, teams, groups, budgets' owners, as one source said at one moment; knows no request and no Slack account. */
@NullMarked
package dev.quartermaster.intents.people;

import org.jspecify.annotations.NullMarked;
