package dev.quartermaster.actions.doctor;

import java.util.List;

/**
 * What one of the things beside us is like.
 *
 * @param subject such as {@code Cluster}
 * @param state where and which it is, or that there is none; one line without a full stop
 * @param unseen what of it could not be looked at and may lack as well, each a plain sentence
 */
public record Checkup(String subject, String state, List<Finding> findings, List<String> unseen) {
    public Checkup {
        findings = List.copyOf(findings);
        unseen = List.copyOf(unseen);
    }

    public Checkup(String subject, String state, List<Finding> findings) {
        this(subject, state, findings, List.of());
    }

    public static Checkup fine(String subject, String state) {
        return new Checkup(subject, state, List.of());
    }

    /** @param why it could not be looked at, a plain sentence */
    public static Checkup unseen(String subject, String state, String why) {
        return new Checkup(subject, state, List.of(), List.of(why));
    }
}
