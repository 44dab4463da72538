package dev.quartermaster.actions.provider.kubernetes.waiting;

import dev.quartermaster.actions.provider.kubernetes.manifest.ForeignWords;
import dev.quartermaster.actions.provider.kubernetes.manifest.Tree;
import java.util.Optional;
import java.util.regex.Pattern;

/** Why a volume isn't there. One that waits for its pod to be placed isn't the reason for anything. */
final class ClaimReasons {
    private static final Pattern NO_CLASS = Pattern.compile("storageclass\\.storage\\.k8s\\.io \"([^\"]*)\" not found");

    private ClaimReasons() {}

    static Optional<WaitingReason> of(ClusterSnapshot seen) {
        return seen.objects("PersistentVolumeClaim").stream()
                .filter(claim -> claim.at("status").text("phase").equals("Pending"))
                .flatMap(claim -> reason(claim, seen).stream())
                .findFirst();
    }

    private static Optional<WaitingReason> reason(Tree claim, ClusterSnapshot seen) {
        var spec = claim.at("spec");
        var said = seen.event(claim, "FailedBinding", "ProvisioningFailed", "VolumeMismatch")
                .map(event -> event.text("message"))
                .orElse("");
        // The server writes the default class into a claim that names none: still none means there is none.
        if (said.contains("no storage class is set") || !spec.has("storageClassName") && !spec.has("volumeName")) {
            return Optional.of(WaitingReason.forPlatform(
                    "no-storage-class",
                    "no storage class is set up for its volume",
                    ClusterSnapshot.quoted(claim, said.isEmpty() ? "no storage class" : said)
                            + " Make one storage class the default one; a claim that waits takes it by itself."));
        }
        var missing = NO_CLASS.matcher(said);
        if (missing.find()) {
            return Optional.of(WaitingReason.forPlatform(
                    "missing-storage-class",
                    "the storage class of its volume, \"" + ForeignWords.brief(missing.group(1)) + "\", doesn't exist",
                    ClusterSnapshot.quoted(claim, said) + " Make that class, or correct the golden path."));
        }
        if (!said.isEmpty()) {
            return Optional.of(WaitingReason.forPlatform(
                    "no-volume", "its volume can't be made", ClusterSnapshot.quoted(claim, said)));
        }
        return seen.event(claim, "ExternalProvisioning", "Provisioning")
                .map(_ -> WaitingReason.passing("its volume is being made"));
    }
}
