package dev.quartermaster.actions.audit;

import dev.quartermaster.actions.Sha256;
import java.util.List;

/** How a fact hangs on the one before: pure, so that a copy of the table can be verified anywhere. */
final class FactChain {
    private FactChain() {}

    static Fact sealed(Fact fact) {
        return new Fact(
                fact.request(),
                fact.number(),
                fact.at(),
                fact.by(),
                fact.what(),
                fact.detail(),
                fact.previous(),
                hash(fact));
    }

    /** Empty when whole. */
    static String firstFault(List<Fact> facts, long length, String head) {
        String previous = "";
        long number = 0;
        for (Fact fact : facts) {
            number++;
            if (fact.number() != number) {
                return "Fact " + number + " of " + fact.request() + " is missing.";
            }
            if (!fact.previous().equals(previous)) {
                return "Fact " + number + " of " + fact.request() + " does not follow the one before it.";
            }
            if (!fact.hash().equals(hash(fact))) {
                return "Fact " + number + " of " + fact.request() + " was changed.";
            }
            previous = fact.hash();
        }
        return number == length && previous.equals(head)
                ? ""
                : "Facts after number " + number + " are missing or changed.";
    }

    /** Every field behind its length, so that no text can pass for the border between two. */
    private static String hash(Fact fact) {
        StringBuilder all = new StringBuilder();
        String by = fact.by() == null ? "-" : "+" + fact.by();
        for (String field : List.of(
                fact.request(),
                Long.toString(fact.number()),
                fact.at().toString(),
                by,
                fact.what(),
                fact.detail(),
                fact.previous())) {
            all.append(field.length()).append(':').append(field);
        }
        return Sha256.hex(all.toString());
    }
}
