package dev.quartermaster.bot.api;

import dev.quartermaster.actions.audit.Fact;
import dev.quartermaster.actions.lease.Lease;
import dev.quartermaster.actions.ledger.SpendReport;
import dev.quartermaster.actions.request.Request;
import dev.quartermaster.intents.catalogue.Value;
import dev.quartermaster.intents.intent.Intent;
import dev.quartermaster.intents.intent.Term;
import dev.quartermaster.intents.money.Money;
import dev.quartermaster.intents.people.PersonId;
import dev.quartermaster.intents.plan.Part;
import dev.quartermaster.intents.plan.Plan;
import dev.quartermaster.intents.plan.Price;
import dev.quartermaster.intents.policy.Judgement;
import dev.quartermaster.intents.policy.Rights;
import dev.quartermaster.intents.policy.Stage;
import dev.quartermaster.intents.policy.Verdict;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * JSON of requests, leases, judgements and spend as the API's contract has it (design: section 8): maps in the
 * contract's order, amounts as decimal strings.
 */
final class ApiViews {
    private ApiViews() {}

    /** @param handedOut whether anything was, for it */
    static Map<String, Object> request(Request request, Rights rights, boolean handedOut) {
        Map<String, Object> view = new LinkedHashMap<>();
        view.put("id", request.id().value());
        view.put("state", request.state().word());
        view.put("by", request.by().value());
        view.put("team", request.team().value());
        view.put("summary", request.summary());
        view.put("purpose", request.purpose());
        view.put("intent", verb(request));
        view.put("slots", slots(request.judgement().intent()));
        view.put("price", price(request.judgement().price()));
        List<Map<String, Object>> stages = new ArrayList<>();
        for (int index = 0; index < request.stages().size(); index++) {
            stages.add(stage(request, index, rights));
        }
        view.put("stages", stages);
        if (handedOut) {
            view.put("lease", request.lease().value());
        }
        view.put("at", request.at().toString());
        return view;
    }

    private static String verb(Request request) {
        if (request.extending() == null) {
            return verb(request.judgement().intent());
        }
        return request.resizing() == null ? "extend" : "resize";
    }

    static Map<String, Object> lease(Lease lease) {
        Map<String, Object> view = new LinkedHashMap<>();
        view.put("id", lease.id().value());
        view.put("request", lease.request().value());
        view.put("owner", lease.owner().value());
        view.put("team", lease.team().value());
        view.put("path", lease.plan().path().value());
        view.put("purpose", lease.purpose());
        view.put("state", lease.state().word());
        view.put("from", lease.from() == null ? null : lease.from().toString());
        view.put("until", lease.until().toString());
        view.put(
                "links",
                lease.links().stream()
                        .map(link -> Map.of("title", link.title(), "url", link.url()))
                        .toList());
        view.put(
                "parts",
                lease.parts().stream()
                        .map(part -> Map.of(
                                "name", part.name().value(),
                                "provider", part.provider(),
                                "ref", part.ref(),
                                "state", part.state().word()))
                        .toList());
        view.put("rate", amount(lease.perHour()));
        view.put("spent", amount(lease.spent()));
        return view;
    }

    static Map<String, Object> spend(SpendReport report) {
        Map<String, Object> view = new LinkedHashMap<>();
        view.put("team", report.team().value());
        view.put("from", report.period().from().toString());
        view.put("to", report.period().to().toString());
        view.put("currency", report.total().currency());
        view.put("total", number(report.total()));
        view.put("committed", number(report.committed()));
        view.put(
                "items",
                report.items().stream()
                        .map(item -> {
                            Map<String, Object> each = new LinkedHashMap<>();
                            each.put(
                                    "lease",
                                    item.lease() == null ? "" : item.lease().value());
                            each.put("path", item.path());
                            each.put("person", item.person().value());
                            each.put("purpose", item.purpose());
                            each.put("hours", item.hours());
                            each.put("amount", number(item.amount()));
                            each.put("committed", number(item.committed()));
                            return each;
                        })
                        .toList());
        return view;
    }

    static Map<String, Object> fact(Fact fact, Object detail) {
        Map<String, Object> view = new LinkedHashMap<>();
        view.put("number", fact.number());
        view.put("at", fact.at().toString());
        view.put("by", fact.by());
        view.put("what", fact.what());
        view.put("detail", detail);
        view.put("previous", fact.previous());
        view.put("hash", fact.hash());
        return view;
    }

    static Map<String, Object> judgement(Judgement judgement, Rights rights, PersonId asker) {
        Map<String, Object> view = new LinkedHashMap<>();
        view.put("intent", verb(judgement.intent()));
        view.put("plan", judgement.plan() == null ? null : plan(judgement.plan()));
        view.put("price", price(judgement.price()));
        view.put("verdict", verdict(judgement.verdict(), rights, asker));
        view.put("rules", rules(judgement));
        view.put("version", judgement.version());
        return view;
    }

    static List<Map<String, String>> rules(Judgement judgement) {
        return judgement.rules().stream()
                .map(rule -> Map.of("rule", rule.rule(), "then", rule.then(), "because", rule.because()))
                .toList();
    }

    private static Map<String, Object> plan(Plan plan) {
        Map<String, Object> view = new LinkedHashMap<>();
        view.put("path", plan.path().value());
        view.put("version", plan.version());
        view.put("parameters", texts(plan.parameters()));
        view.put("for", plan.term().toString());
        view.put("reaches", plan.reaches().stream().map(Object::toString).toList());
        view.put(
                "parts",
                plan.parts().stream()
                        .map((Part part) -> Map.of("name", part.name().value(), "provider", part.provider()))
                        .toList());
        return view;
    }

    private static Map<String, Object> verdict(Verdict verdict, Rights rights, PersonId asker) {
        return switch (verdict) {
            case Verdict.Allowed allowed -> Map.of("is", "allowed");
            case Verdict.NeedsApproval needs ->
                Map.of(
                        "is",
                        "approval",
                        "stages",
                        needs.stages().stream()
                                .map(stage -> stageFacts(stage, rights, Set.of(asker)))
                                .toList());
            case Verdict.Refused refused ->
                Map.of(
                        "is",
                        "refused",
                        "reasons",
                        refused.reasons().stream()
                                .map(reason -> Map.of("rule", reason.rule(), "words", reason.words()))
                                .toList(),
                        "alternatives",
                        refused.alternatives().stream()
                                .map(each -> Map.of("label", each.label(), "command", each.command()))
                                .toList());
        };
    }

    private static Map<String, Object> stage(Request request, int index, Rights rights) {
        Map<String, Object> view = stageFacts(request.stages().get(index), rights, request.askers());
        view.put(
                "decided",
                request.decisions().stream()
                        .filter(decision -> decision.stage() == index)
                        .map(decision -> Map.of(
                                "by", decision.by().value(),
                                "choice", decision.choice().name().toLowerCase(java.util.Locale.ROOT),
                                "at", decision.at().toString()))
                        .toList());
        return view;
    }

    private static Map<String, Object> stageFacts(Stage stage, Rights rights, Set<PersonId> askers) {
        Map<String, Object> view = new LinkedHashMap<>();
        view.put("because", stage.because());
        view.put(
                "covers", stage.covers().stream().map(Object::toString).sorted().toList());
        view.put("needed", stage.needed());
        view.put(
                "deciders",
                rights.of(stage.deciders(), askers).stream()
                        .map(PersonId::value)
                        .toList());
        return view;
    }

    private static String verb(Intent intent) {
        return intent instanceof Intent.Grant ? "grant" : "launch";
    }

    private static Map<String, Object> slots(Intent intent) {
        Map<String, Object> slots = new LinkedHashMap<>();
        if (intent instanceof Intent.Launch launch) {
            slots.put("path", launch.path().value());
            slots.putAll(texts(launch.parameters()));
        } else if (intent instanceof Intent.Grant grant) {
            slots.put("dataset", grant.dataset().value());
            slots.put("access", grant.access().name().toLowerCase(java.util.Locale.ROOT));
        }
        if (intent instanceof Intent.Acquisition wanted) {
            term(slots, wanted.term());
            also(slots, wanted.grantee(), wanted.from());
        }
        return slots;
    }

    private static void also(Map<String, Object> slots, @Nullable PersonId grantee, @Nullable Instant from) {
        if (grantee != null) {
            slots.put("grantee", grantee.value());
        }
        if (from != null) {
            slots.put("from", from.toString());
        }
    }

    private static void term(Map<String, Object> slots, Term term) {
        switch (term) {
            case Term.For(var length) -> slots.put("for", length.toString());
            case Term.Until(var end) -> slots.put("until", end.toString());
            case Term.Unsaid unsaid -> {}
        }
    }

    private static Map<String, Object> texts(Map<String, Value> values) {
        Map<String, Object> texts = new LinkedHashMap<>();
        values.forEach((name, value) ->
                texts.put(name, value instanceof Value.Whole(long number) ? (Object) number : value.text()));
        return texts;
    }

    private static @Nullable Map<String, Object> price(@Nullable Price price) {
        return price == null ? null : amount(price.ceiling());
    }

    private static Map<String, Object> amount(Money money) {
        return Map.of("amount", number(money), "currency", money.currency());
    }

    /** As the ledger keeps it, to six decimals, so that items add up to their total for whoever sums them. */
    private static BigDecimal number(Money money) {
        BigDecimal amount = money.amount().setScale(6, RoundingMode.HALF_UP).stripTrailingZeros();
        return amount.scale() < 2 ? amount.setScale(2) : amount;
    }
}
