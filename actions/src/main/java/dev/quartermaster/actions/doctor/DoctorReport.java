package dev.quartermaster.actions.doctor;

import java.util.ArrayList;
import java.util.List;

/** Everything that was looked at, in the order in which people read it. */
public record DoctorReport(List<Checkup> checkups) {
    private static final int MOST_PATHS = 8;

    public DoctorReport {
        checkups = List.copyOf(checkups);
    }

    public int lacking() {
        return checkups.stream().mapToInt(each -> each.findings().size()).sum();
    }

    /** What is lacking altogether, in one sentence. */
    public String summary() {
        return switch (lacking()) {
            case 0 -> "Nothing lacks.";
            case 1 -> "1 thing lacks.";
            default -> lacking() + " things lack.";
        };
    }

    /** Plain lines, indented under what they are about. */
    public List<String> lines() {
        List<String> lines = new ArrayList<>();
        for (Checkup checkup : checkups) {
            lines.add(checkup.subject() + ": " + checkup.state() + ".");
            checkup.findings().forEach(finding -> lines.addAll(lines(finding)));
        }
        return lines;
    }

    private static List<String> lines(Finding finding) {
        List<String> lines = new ArrayList<>(List.of("  - " + finding.words()));
        if (!finding.paths().isEmpty()) {
            lines.add("    for " + named(finding.paths()) + "; affects " + finding.affected());
        } else {
            lines.add("    affects " + finding.affected());
        }
        finding.mend().lines().forEach(line -> lines.add("    " + line));
        return lines;
    }

    private static String named(List<String> paths) {
        return paths.size() <= MOST_PATHS
                ? String.join(", ", paths)
                : String.join(", ", paths.subList(0, MOST_PATHS)) + " and " + (paths.size() - MOST_PATHS) + " more";
    }
}
