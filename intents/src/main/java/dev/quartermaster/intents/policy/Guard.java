package dev.quartermaster.intents.policy;

import dev.quartermaster.intents.money.Money;
import dev.quartermaster.intents.people.TeamId;
import java.time.YearMonth;

/**
 * A budget check that is made again in the transaction that completes the request: of that team and month, spent +
 * reserved + {@code amount} &lt;= {@code limit}. An amount over a month's end comes as one guard a month.
 */
public record Guard(TeamId team, YearMonth month, Money amount, Money limit) {}
