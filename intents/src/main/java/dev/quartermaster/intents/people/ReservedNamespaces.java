package dev.quartermaster.intents.people;

/** Namespaces that can be no team's, whoever asks: what is made for a team is also deleted there. */
public final class ReservedNamespaces {
    private ReservedNamespaces() {}

    /** Whether it is the cluster's own. */
    public static boolean has(String name) {
        return name.equals("default") || name.startsWith("kube-");
    }
}
