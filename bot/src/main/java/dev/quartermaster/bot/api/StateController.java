package dev.quartermaster.bot.api;

import dev.quartermaster.actions.RequestId;
import dev.quartermaster.actions.audit.Audit;
import dev.quartermaster.actions.bundle.Bundles;
import dev.quartermaster.actions.lease.Lease;
import dev.quartermaster.actions.lease.Leases;
import dev.quartermaster.actions.ledger.Ledger;
import dev.quartermaster.actions.presence.RightsNow;
import dev.quartermaster.actions.request.Request;
import dev.quartermaster.actions.request.RequestService;
import dev.quartermaster.actions.time.DatabaseTime;
import dev.quartermaster.bot.simulated.Simulation;
import dev.quartermaster.intents.config.Bundle;
import dev.quartermaster.intents.people.People;
import dev.quartermaster.intents.people.Person;
import dev.quartermaster.intents.people.Team;
import dev.quartermaster.intents.plan.LeaseId;
import dev.quartermaster.intents.policy.Rights;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.json.JsonMapper;

/** API: requests, leases, spend and audit as they are; each caller sees what they may see in Slack. */
@RestController
@RequestMapping("/api")
class StateController {
    private static final int MOST = 500;

    private final ApiCallers callers;
    private final RequestService desk;
    private final Leases leases;
    private final Ledger ledger;
    private final Audit audit;
    private final Bundles bundles;
    private final RightsNow rightsNow;
    private final DatabaseTime time;
    private final Simulation simulation;
    private final JsonMapper json = JsonMapper.builder().build();

    StateController(
            ApiCallers callers,
            RequestService desk,
            Leases leases,
            Ledger ledger,
            Audit audit,
            Bundles bundles,
            RightsNow rightsNow,
            DatabaseTime time,
            Simulation simulation) {
        this.callers = callers;
        this.desk = desk;
        this.leases = leases;
        this.ledger = ledger;
        this.audit = audit;
        this.bundles = bundles;
        this.rightsNow = rightsNow;
        this.time = time;
        this.simulation = simulation;
    }

    @GetMapping("/requests")
    Map<String, Object> requests(@RequestHeader(name = "Authorization", required = false) @Nullable String token) {
        Person caller = callers.caller(token);
        Rights rights = rightsNow.shown();
        List<Request> visible = desk.visibleTo(caller.id(), MOST);
        Set<LeaseId> handedOut =
                leases.existing(visible.stream().map(Request::lease).toList());
        return Map.of(
                "requests",
                visible.stream()
                        .map(request -> ApiViews.request(request, rights, handedOut.contains(request.lease())))
                        .toList());
    }

    @GetMapping("/leases")
    Map<String, Object> leases(@RequestHeader(name = "Authorization", required = false) @Nullable String token) {
        Person caller = callers.caller(token);
        People people = bundles.current().people();
        Stream<Lease> visible = people.isPlatformLead(caller.id())
                ? leases.all(MOST).stream()
                : Stream.concat(
                        leases.of(caller.id()).stream(),
                        people.teams().values().stream()
                                .filter(team -> team.manager().equals(caller.id()))
                                .map(Team::id)
                                .flatMap(team -> leases.ofTeam(team).stream()))
                        .collect(Collectors.toMap(
                                Lease::id, Function.identity(), (one, other) -> one, LinkedHashMap::new))
                        .values()
                        .stream();
        return Map.of(
                "leases",
                visible.map(simulation::reachable).map(ApiViews::lease).toList());
    }

    @GetMapping("/spend")
    Map<String, Object> spend(
            @RequestHeader(name = "Authorization", required = false) @Nullable String token,
            @RequestParam(required = false) @Nullable String team,
            @RequestParam(required = false) @Nullable String from,
            @RequestParam(required = false) @Nullable String to) {
        Person caller = callers.caller(token);
        Bundle bundle = bundles.current();
        LocalDate today = time.now().atZone(bundle.organisation().zone()).toLocalDate();
        AskedSpend asked = AskedSpend.of(caller, bundle, today, team, from, to);
        return switch (ledger.spend(caller.id(), asked.team(), asked.period())) {
            case Ledger.Answer.Report(var report) -> ApiViews.spend(report);
            case Ledger.Answer.NotYours(String words) -> throw new ApiException(HttpStatus.FORBIDDEN, words);
        };
    }

    @GetMapping("/audit")
    Map<String, Object> audit(
            @RequestHeader(name = "Authorization", required = false) @Nullable String token,
            @RequestParam String request) {
        Person caller = callers.caller(token);
        RequestId id = RequestId.of(request)
                .orElseThrow(
                        () -> new ApiException(HttpStatus.BAD_REQUEST, "A request's id looks like req-abcdefghij."));
        Request found = desk.find(id)
                .filter(each -> desk.visibleTo(caller.id(), MOST).stream()
                        .anyMatch(visible -> visible.id().equals(each.id())))
                .orElseThrow(() -> new ApiException(HttpStatus.NOT_FOUND, "You have no request of that id."));
        return Map.of(
                "request",
                found.id().value(),
                "facts",
                audit.of(found.id().value()).stream()
                        .map(fact -> ApiViews.fact(fact, json.readTree(fact.detail())))
                        .toList());
    }
}
