package dev.quartermaster.actions.request;

import dev.quartermaster.actions.RequestId;
import dev.quartermaster.actions.provider.Resize;
import dev.quartermaster.intents.catalogue.PathName;
import dev.quartermaster.intents.people.PersonId;
import dev.quartermaster.intents.people.TeamId;
import dev.quartermaster.intents.plan.LeaseId;
import dev.quartermaster.intents.plan.PartName;
import dev.quartermaster.intents.plan.Plan;
import dev.quartermaster.intents.policy.Holding;
import dev.quartermaster.intents.policy.Judgement;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;

/** Remembers what it was asked for; never makes anything. */
public class HandOverWithMemory implements HandOver {
    public final List<RequestId> opened = new CopyOnWriteArrayList<>();
    /** What was wanted of each, call by call. */
    public final Map<RequestId, List<Set<PartName>>> parts = new ConcurrentHashMap<>();

    private final Map<LeaseId, TeamId> teams = new ConcurrentHashMap<>();
    public final List<LeaseId> withoutTheRest = new CopyOnWriteArrayList<>();
    public final Map<LeaseId, Running> leases = new ConcurrentHashMap<>();

    @Override
    public void lock(LeaseId lease) {}

    @Override
    public void open(Request request, Set<PartName> parts) {
        this.parts
                .computeIfAbsent(request.id(), id -> new CopyOnWriteArrayList<>())
                .add(Set.copyOf(parts));
        if (leases.containsKey(request.lease())) {
            return;
        }
        opened.add(request.id());
        teams.put(request.lease(), request.team());
        Plan plan = request.judgement().plan();
        Instant until = plan == null ? request.at() : request.at().plus(plan.term());
        leases.put(
                request.lease(), new Running(request.id(), request.owner(), request.at(), until, true, size(request)));
    }

    private static Size size(Request request) {
        Judgement judged = request.judgement();
        return new Size(judged.plan(), request.team(), judged.price().perHour(), true);
    }

    @Override
    public void withoutTheRest(LeaseId lease) {
        withoutTheRest.add(lease);
    }

    @Override
    public void extend(LeaseId lease, Instant until) {
        leases.computeIfPresent(
                lease,
                (id, before) ->
                        new Running(before.request(), before.owner(), before.from(), until, true, before.size()));
    }

    @Override
    public void resize(Request request) {
        throw new AssertionError("Nothing here changes its size");
    }

    @Override
    public void resizeBack(Request request, String why) {
        throw new AssertionError("Nothing here changes its size");
    }

    @Override
    public Optional<Resize> effect(LeaseId lease, Plan after) {
        return Optional.empty();
    }

    @Override
    public void end(LeaseId lease, @Nullable PersonId by, String why) {
        leases.computeIfPresent(
                lease,
                (id, before) -> new Running(
                        before.request(), before.owner(), before.from(), before.until(), false, before.size()));
    }

    @Override
    public List<Holding> holdings(TeamId team) {
        return leases.entrySet().stream()
                .filter(each -> each.getValue().open() && team.equals(teams.get(each.getKey())))
                .map(each -> new Holding(
                        each.getKey(), each.getValue().owner(), team, new PathName("ray-cluster"), 1, "a100", true))
                .toList();
    }

    @Override
    public Optional<Running> running(LeaseId lease) {
        return Optional.ofNullable(leases.get(lease));
    }
}
