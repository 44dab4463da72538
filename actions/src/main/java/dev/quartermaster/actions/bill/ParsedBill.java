package dev.quartermaster.actions.bill;

import java.util.List;

/** A bill as text: its lines, or what is wrong with it, by line. Either all of it can be read or none is taken. */
sealed interface ParsedBill {
    /** Lines of one bill. */
    int MOST_LINES = 200_000;

    /** No part of a month: the next part would stand in place of it. */
    String SMALLER = "A month's bill must be whole, so ask for a smaller export of it: by day, not by hour.";

    /** Of what is wrong, so many are named. */
    int MOST_FAULTS = 20;

    /** In labels, tags and Prometheus' way to write the same. */
    List<String> LEASE = List.of("quartermaster.dev/lease", "quartermaster_dev_lease");

    List<String> TEAM = List.of("quartermaster.dev/team", "quartermaster_dev_team");

    record Read(List<BillLine> lines) implements ParsedBill {
        public Read {
            lines = List.copyOf(lines);
        }
    }

    record Wrong(List<String> faults) implements ParsedBill {
        public Wrong {
            faults = List.copyOf(faults);
        }
    }

    static ParsedBill of(List<BillLine> lines, List<String> faults) {
        if (!faults.isEmpty()) {
            return new Wrong(faults);
        }
        return lines.isEmpty() ? new Wrong(List.of("There is no charge in it.")) : new Read(lines);
    }
}
