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

    /** @param inOrder a team's, from its first on. @return empty: each is as it was closed; otherwise a sentence naming the first that isn't */
    static String fault(List<Statement> inOrder) {
        String previous = "";
        for (Statement each : inOrder) {
            String name = "The statement of " + each.team() + " for " + each.month();
            BigDecimal sum = each.lines().stream().map(StatementLine::amount).reduce(BigDecimal.ZERO, BigDecimal::add);
            if (!each.hash().equals(of(each))) {
                return name + " was changed after it was closed.";
            }
            if (!each.previous().equals(previous)) {
                return name + " does not follow the one before it.";
            }
            if (sum.compareTo(each.total()) != 0) {
                return name + " does not add up.";
            }
            previous = each.hash();
        }
        return "";
    }

    private static String number(BigDecimal number) {
        return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
    }

    private static void add(StringBuilder all, String field) {
        all.append(field.length()).append(':').append(field);
    }
}
