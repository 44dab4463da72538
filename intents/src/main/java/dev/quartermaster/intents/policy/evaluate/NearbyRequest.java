package dev.quartermaster.intents.policy.evaluate;

import dev.quartermaster.intents.intent.Intent;
import java.util.List;

/** A wish near a refused one, not judged yet. @param tellsTheBudget whether it was worked out from what is left of it */
record NearbyRequest(Intent intent, boolean tellsTheBudget) {
    static List<NearbyRequest> plain(List<Intent> intents) {
        return intents.stream().map(intent -> new NearbyRequest(intent, false)).toList();
    }
}
