package dev.quartermaster.actions.provider.kubernetes;

import dev.quartermaster.actions.provider.Observed;
import dev.quartermaster.actions.provider.PlatformTrouble;
import dev.quartermaster.actions.provider.kubernetes.manifest.ForeignWords;

/** What the cluster said no to, and will again: for the asker in a sentence, for the platform team to mend. */
final class ClusterRefusals {
    private ClusterRefusals() {}

    /** @param status the HTTP code, 4xx */
    static Observed broken(int status, String said) {
        var words = "The cluster refused it: " + ForeignWords.brief(said);
        return new Observed.Broken(words, new PlatformTrouble(reason(status, said), words));
    }

    private static String reason(int status, String said) {
        return switch (status) {
            case 403 -> said.contains("exceeded quota") ? "quota-exceeded" : "forbidden";
            case 404 -> "not-installed";
            case 409 -> "not-ours";
            default -> "refused";
        };
    }
}
