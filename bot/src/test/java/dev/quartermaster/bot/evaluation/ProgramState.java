package dev.quartermaster.bot.evaluation;

import dev.quartermaster.actions.RequestId;
import dev.quartermaster.actions.lease.Lease;
import dev.quartermaster.actions.lease.Leases;
import dev.quartermaster.actions.request.Request;
import dev.quartermaster.actions.request.RequestService;
import dev.quartermaster.bot.program.RunningProgram;
import dev.quartermaster.intents.plan.LeaseId;
import java.time.Instant;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Everything that somebody has or asked for, at one moment.
 *
 * @param decisions each vote of anybody
 * @param others how many rows there are of what else can be changed from chat, by table
 */
record ProgramState(
        Map<String, Request> requests, Map<String, Lease> leases, Set<Decided> decisions, Map<String, Long> others) {
    private static final List<String> OTHERS = List.of("preapproval", "absence", "rule_change", "favourite");

    record Decided(String request, int round, String person, String choice) {}

    static ProgramState of(RunningProgram program) {
        RequestService desk = program.context().getBean(RequestService.class);
        Leases leases = program.context().getBean(Leases.class);
        Map<String, Request> requests = new LinkedHashMap<>();
        program.jdbc()
                .sql("select id from request where asker <> :over order by asked_at, id")
                .param("over", ProgramReset.OVER)
                .query(String.class)
                .list()
                .forEach(id -> desk.find(new RequestId(id)).ifPresent(request -> requests.put(id, request)));
        Map<String, Lease> held = new LinkedHashMap<>();
        program.jdbc()
                .sql("select id from lease where owner <> :over order by id")
                .param("over", ProgramReset.OVER)
                .query(String.class)
                .list()
                .forEach(id -> leases.find(new LeaseId(id)).ifPresent(lease -> held.put(id, lease)));
        Map<String, Long> others = new LinkedHashMap<>();
        OTHERS.forEach(table -> others.put(
                table,
                program.jdbc()
                        .sql("select count(*) from " + table)
                        .query(Long.class)
                        .single()));
        Set<Decided> decisions = new HashSet<>(program.jdbc()
                .sql("select request, round, person, choice from decision")
                .query(Decided.class)
                .list());
        return new ProgramState(requests, held, decisions, others);
    }

    /** When a lease ends; null: there was none. */
    @Nullable
    Instant until(String lease) {
        return leases.containsKey(lease) ? leases.get(lease).until() : null;
    }
}
