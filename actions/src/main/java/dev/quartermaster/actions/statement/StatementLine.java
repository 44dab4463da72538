package dev.quartermaster.actions.statement;

import dev.quartermaster.intents.people.PersonId;
import java.math.BigDecimal;
import java.time.YearMonth;

/**
 * What one lease took in a month at one rate, or what one person's messages cost that a language model read.
 *
 * @param used the month in which; one before the statement's: a correction of what that month's said
 * @param lease its id; empty: not of a lease
 * @param perHour 0 where it is not charged by time
 * @param prices hash of the files under which the rate came into force; empty: begun before that was noted
 * @param seconds negative where a correction takes some back
 * @param amount exact, up to six decimals; negative where a correction takes some back
 */
public record StatementLine(
        YearMonth used,
        String lease,
        String path,
        PersonId person,
        String purpose,
        BigDecimal perHour,
        String prices,
        long seconds,
        BigDecimal amount) {
    public StatementLine {
        perHour = plain(perHour);
        amount = plain(amount);
    }

    /** Equal numbers are equally written. */
    private static BigDecimal plain(BigDecimal number) {
        BigDecimal stripped = number.stripTrailingZeros();
        return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }

    boolean nothing() {
        return seconds == 0 && amount.signum() == 0;
    }

    /** As if nothing had been taken. */
    StatementLine what() {
        return new StatementLine(used, lease, path, person, purpose, perHour, prices, 0, BigDecimal.ZERO);
    }

    StatementLine plus(StatementLine other) {
        return new StatementLine(
                used, lease, path, person, purpose, perHour, prices, seconds + other.seconds, amount.add(other.amount));
    }

    StatementLine taken() {
        return new StatementLine(used, lease, path, person, purpose, perHour, prices, -seconds, amount.negate());
    }
}
