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

    /** How many things could not be looked at, and may lack as well. */
    public int unseen() {
        return checkups.stream().mapToInt(each -> each.unseen().size()).sum();
    }

    /** Whether everything could be looked at and nothing lacks. */
    public boolean fine() {
        return lacking() == 0 && unseen() == 0;
    }

    /** What is lacking altogether, in one sentence. */
    public String summary() {
        var lacks = switch (lacking()) {
            case 0 -> unseen() == 0 ? "Nothing lacks" : "Nothing lacks of what was seen";
            case 1 -> "1 thing lacks";
            default -> lacking() + " things lack";
        };
        return unseen() == 0 ? lacks + "." : lacks + "; " + unseen() + " could not be looked at.";
    }

    /** Plain lines, indented under what they are about. */
    public List<String> lines() {
        List<String> lines = new ArrayList<>();
        for (Checkup checkup : checkups) {
            lines.add(checkup.subject() + ": " + checkup.state() + ".");
            checkup.findings().forEach(finding -> lines.addAll(lines(finding)));
            checkup.unseen().forEach(each -> lines.add("  - " + each));
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
