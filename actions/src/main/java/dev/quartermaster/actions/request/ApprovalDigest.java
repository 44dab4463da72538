package dev.quartermaster.actions.request;

import dev.quartermaster.actions.Sha256;
import dev.quartermaster.actions.json.Json;
import dev.quartermaster.intents.policy.Judgement;
import java.util.Map;
import java.util.Optional;

/** What a yes covers, as 32 hex digits: plan, term, price ceiling and stages. */
public final class ApprovalDigest {
    private static final Json JSON = new Json();

    private ApprovalDigest() {}

    public static String of(Judgement judgement) {
        Map<String, Object> shown = Map.of(
                "plan", Optional.<Object>ofNullable(judgement.plan()).orElse(""),
                "ceiling",
                        Optional.ofNullable(judgement.price())
                                .<Object>map(price -> price.ceiling())
                                .orElse(""),
                "stages", Request.stages(judgement));
        return Sha256.hex(JSON.write(shown)).substring(0, 32);
    }
}
