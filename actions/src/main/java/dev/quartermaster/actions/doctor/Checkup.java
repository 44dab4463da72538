package dev.quartermaster.actions.doctor;

import java.util.List;

/**
 * What one of the things beside us is like.
 *
 * @param subject such as {@code Cluster}
 * @param state where and which it is, or that there is none; one line without a full stop
 */
public record Checkup(String subject, String state, List<Finding> findings) {
    public Checkup {
        findings = List.copyOf(findings);
    }

    public static Checkup fine(String subject, String state) {
        return new Checkup(subject, state, List.of());
    }
}
