package dev.quartermaster.intents.policy;

import dev.quartermaster.intents.money.Money;
import dev.quartermaster.intents.people.TeamId;
import java.time.YearMonth;

/**
 * What must still hold, in the completing transaction: spent + reserved + {@code amount} of that team and month
 * &lt;= {@code limit}. An amount over a month's end comes as one guard a month.
 */
public record Guard(TeamId team, YearMonth month, Money amount, Money limit) {}
