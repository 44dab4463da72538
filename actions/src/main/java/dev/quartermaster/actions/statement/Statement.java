package dev.quartermaster.actions.statement;

import dev.quartermaster.intents.people.TeamId;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.YearMonth;
import java.util.List;

/**
 * A team's closed month.
 *
 * @param month of the organisation's time zone
 * @param closed when, in whole seconds
 * @param costCentre as the team had it then; empty: none
 * @param currency an ISO 4217 code, of every amount
 * @param total exactly the sum of the lines
 * @param lines of the month itself, then corrections of earlier ones
 * @param previous hash of the team's statement before; empty: the first
 * @param hash SHA-256 (hex) over all the others, as {@link StatementSeal} writes them
 */
public record Statement(
        TeamId team,
        YearMonth month,
        Instant closed,
        String costCentre,
        String currency,
        BigDecimal total,
        List<StatementLine> lines,
        String previous,
        String hash) {
    public Statement {
        lines = List.copyOf(lines);
    }

    Statement with(List<StatementLine> all) {
        return new Statement(team, month, closed, costCentre, currency, total, all, previous, hash);
    }

    Statement sealed(String seal) {
        return new Statement(team, month, closed, costCentre, currency, total, lines, previous, seal);
    }
}
