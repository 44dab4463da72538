package dev.quartermaster.actions.statement;

import dev.quartermaster.actions.Sha256;
import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Stream;

/** The hash over a statement: pure, so that a copy of one can be verified anywhere. */
public final class StatementSeal {
    private StatementSeal() {}

    /** Every field behind its length, in the order of the record's and the lines'; numbers without trailing zeros. */
    public static String of(Statement statement) {
        StringBuilder all = new StringBuilder();
        Stream.of(
                        statement.team().value(),
                        statement.month().toString(),
                        statement.closed().toString(),
                        statement.costCentre(),
                        statement.currency(),
                        number(statement.total()),
                        Integer.toString(statement.lines().size()),
                        statement.previous())
                .forEach(field -> add(all, field));
        for (StatementLine line : statement.lines()) {
            Stream.of(
                            line.used().toString(),
                            line.lease(),
                            line.path(),
                            line.person().value(),
                            line.purpose(),
                            number(line.perHour()),
                            line.prices(),
                            Long.toString(line.seconds()),
                            number(line.amount()))
                    .forEach(field -> add(all, field));
        }
        return Sha256.hex(all.toString());
    }

    /**
     * @param before all of the team's before it, earliest first; of them only the hashes are looked at, not the lines
     * @return empty: it is as it was closed, and each follows the one before it; otherwise a sentence naming the one that isn't
     */
    static String fault(List<Statement> before, Statement asked) {
        if (!asked.hash().equals(of(asked))) {
            return name(asked) + " was changed after it was closed.";
        }
        String previous = "";
        for (Statement each : Stream.concat(before.stream(), Stream.of(asked)).toList()) {
            if (!each.previous().equals(previous)) {
                return name(each) + " does not follow the one before it.";
            }
            previous = each.hash();
        }
        BigDecimal sum = asked.lines().stream().map(StatementLine::amount).reduce(BigDecimal.ZERO, BigDecimal::add);
        return sum.compareTo(asked.total()) == 0 ? "" : name(asked) + " does not add up.";
    }

    private static String name(Statement statement) {
        return "The statement of " + statement.team() + " for " + statement.month();
    }

    private static String number(BigDecimal number) {
        return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
    }

    private static void add(StringBuilder all, String field) {
        all.append(field.length()).append(':').append(field);
    }
}
