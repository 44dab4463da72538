package dev.quartermaster.actions.request.law;

import dev.quartermaster.actions.Sha256;
import dev.quartermaster.actions.notice.Notice.Kind;
import dev.quartermaster.actions.request.Request;
import dev.quartermaster.actions.request.State;
import dev.quartermaster.intents.catalogue.Catalogue;
import dev.quartermaster.intents.people.PersonId;
import dev.quartermaster.intents.policy.Stage;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/**
 * The law's exception, as pure as the law: a request that waits for yeses is approved without them. The facts say by
 * which rule, who was passed over and whether it is an overrun; the money is reserved as for any other.
 *
 * @param rule that lets it
 * @param owners whose yes it goes without
 */
public record BreakGlassLaw(String rule, Set<PersonId> owners, boolean overrun, Catalogue catalogue) {
    /** @param words hash of what was written. @param reason likewise */
    public Transition broken(Request request, String words, String reason) {
        Map<String, Object> detail = new LinkedHashMap<>();
        detail.put("rule", rule);
        detail.put("reason", Sha256.hex(reason));
        detail.put("without", owners.stream().map(PersonId::value).toList());
        detail.put("stages", request.stages().stream().map(Stage::because).toList());
        detail.put("overrun", overrun);
        return Transition.done(request.with(State.APPROVED))
                .fact("asked", request.by(), Map.of("summary", request.summary(), "words", words))
                .fact("judged", null, judged(request))
                .fact("glass-broken", request.by(), detail)
                .effect(new Effect.Reserve())
                .fact("granted", null, Map.of("digest", request.digest()))
                .effect(new Effect.Open(new PartialApproval(request, catalogue).rest()))
                .say(Kind.GLASS_BROKEN, "Had without anybody's yes, as an emergency. It is being made now.");
    }

    private static Map<String, ?> judged(Request request) {
        return Map.of(
                "digest",
                request.digest(),
                "rules",
                request.judgement().rules().stream().map(rule -> rule.rule()).toList(),
                "version",
                request.judgement().version());
    }
}
