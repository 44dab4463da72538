package dev.quartermaster.actions.request.store;

import dev.quartermaster.actions.RequestId;
import dev.quartermaster.actions.audit.Audit;
import dev.quartermaster.actions.json.Json;
import dev.quartermaster.actions.request.OriginalWords;
import dev.quartermaster.actions.request.Request;
import dev.quartermaster.actions.request.Resizing;
import dev.quartermaster.actions.request.State;
import dev.quartermaster.actions.request.Vote;
import dev.quartermaster.intents.intent.Intent.Decide.Choice;
import dev.quartermaster.intents.people.PersonId;
import dev.quartermaster.intents.people.TeamId;
import dev.quartermaster.intents.plan.LeaseId;
import dev.quartermaster.intents.plan.PartName;
import dev.quartermaster.intents.policy.EvaluationRequest;
import dev.quartermaster.intents.policy.Judgement;
import dev.quartermaster.intents.reading.EventKey;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.data.domain.Limit;
import org.springframework.stereotype.Component;

/**
 * Requests and votes: inside it all is rows, outside it all is types.
 *
 * <p>Whoever needs more than one lock in a transaction takes them in this order, so that no two wait for each other: the
 * person's allowance (taken by whoever reads what they sent), the event ({@link #lock(EventKey)}), the request and extensions of its lease, the team ({@link #lock(TeamId)}), the lease,
 * its parts, its account (whose holder alone writes its reservations and usage), the team's months, and last the chain of
 * facts and what is told. A test reads the statements of whole lives and holds it.
 */
@Component
public class RequestStore {
    private final RequestRepository requests;
    private final VoteRepository votes;
    private final Json json;
    private final Audit audit;

    RequestStore(RequestRepository requests, VoteRepository votes, Json json, Audit audit) {
        this.requests = requests;
        this.votes = votes;
        this.json = json;
        this.audit = audit;
    }

    /** A request nobody else can change until the transaction ends. */
    public record Held(Request request, int round, long version, String progress) {}

    public Optional<Held> lock(RequestId id) {
        return requests.lock(id.value())
                .map(row -> new Held(types(List.of(row)).getFirst(), row.round, row.version, row.progress));
    }

    /** With the extensions of its lease: they end with it. */
    public void hold(RequestId id) {
        requests.lockWithExtensions(id.value(), id.lease().value());
    }

    /** Two deliveries of one event wait for each other here, so that the second finds what the first filed. */
    public Optional<Request> lock(EventKey key) {
        requests.lockEvent(key.value());
        return requests.findByEventKey(key.value())
                .map(row -> types(List.of(row)).getFirst());
    }

    /**
     * Whoever files or says yes for one team waits for the one before: what the team holds is judged as it will be. Taken
     * after the request's own row and before its lease and money, by everybody.
     */
    public void lock(TeamId team) {
        requests.lockTeam(team.value());
    }

    public Optional<Request> find(RequestId id) {
        return requests.findById(id.value()).map(row -> types(List.of(row)).getFirst());
    }

    /** In no order. */
    public List<Request> find(Collection<RequestId> ids) {
        return types(requests.findByIdIn(ids.stream().map(RequestId::value).toList()));
    }

    public List<Request> waiting(int limit) {
        return types(requests.findByStateOrderByAskedAtDesc(State.WAITING.word(), Limit.of(limit)));
    }

    public List<Request> concerning(PersonId person, Collection<TeamId> teams, boolean everything, int limit) {
        List<String> names = teams.stream().map(TeamId::value).toList();
        return types(requests.concerning(person.value(), names, everything, Limit.of(limit)));
    }

    /** Newest first. */
    public List<Request> askedBy(PersonId person, int limit) {
        return types(requests.findByAskerOrderByAskedAtDesc(person.value(), Limit.of(limit)));
    }

    /** Newest first. */
    public List<Request> waiting(PersonId by, int limit) {
        return types(requests.findByAskerAndStateOrderByAskedAtDesc(by.value(), State.WAITING.word(), Limit.of(limit)));
    }

    /** Newest first. */
    public List<Request> waiting(TeamId team, int limit) {
        return types(
                requests.findByTeamAndStateOrderByAskedAtDesc(team.value(), State.WAITING.word(), Limit.of(limit)));
    }

    public void insert(Request request, EventKey key) {
        RequestRow row = new RequestRow();
        row.id = request.id().value();
        row.eventKey = key.value();
        row.asker = request.by().value();
        row.team = request.team().value();
        row.summary = request.summary();
        row.purpose = request.purpose();
        row.judgement = json.write(request.judgement());
        row.digest = request.digest();
        row.state = request.state().word();
        row.extending = request.extending() == null ? null : request.extending().value();
        row.resizing = request.resizing() == null ? null : json.write(request.resizing());
        row.beneficiary =
                request.owner().equals(request.by()) ? null : request.owner().value();
        row.opened = parts(request);
        row.askedAt = request.at();
        row.lapsesAt = request.lapsesAt();
        row.round = 1;
        row.progress = "";
        requests.save(row);
    }

    /** What was said, apart from the chain, and what was put to the rules. */
    public void keep(RequestId id, OriginalWords said, EvaluationRequest asked) {
        audit.words(id.value(), said.words());
        if (!said.slots().isEmpty()) {
            audit.words(id.value(), said.written());
        }
        requests.keepQuestion(id.value(), json.write(asked));
    }

    /** @throws IllegalStateException when it is no longer as held: nothing may be done on an old view */
    public void move(Held held, Request after) {
        Request before = held.request();
        boolean newRound = !before.clicks().equals(first(before.clicks().size(), after.clicks()));
        int round = newRound ? held.round() + 1 : held.round();
        int moved = requests.move(
                before.id().value(),
                before.state().word(),
                held.version(),
                after.state().word(),
                json.write(after.judgement()),
                after.digest(),
                after.summary(),
                round,
                parts(after));
        if (moved != 1) {
            throw new IllegalStateException("Request " + before.id() + " changed under a lock");
        }
        after.clicks().stream()
                .skip(newRound ? 0 : before.clicks().size())
                .forEach(click -> insert(before.id(), round, click));
    }

    /** What waits to change the size of a lease, or is on its way. */
    public Optional<Request> resizing(LeaseId lease) {
        return types(requests.resizing(lease.value())).stream().findFirst();
    }

    /** Said later, where the asker said none. */
    public void purpose(RequestId id, String words) {
        requests.purpose(id.value(), words);
    }

    public void progress(RequestId id, String words) {
        requests.progress(id.value(), words);
    }

    /** Ends the agreed extensions and changes of size of a lease that is over. */
    public void endExtensions(LeaseId lease) {
        requests.endExtensions(lease.value());
    }

    private void insert(RequestId request, int round, Vote click) {
        VoteRow row = new VoteRow();
        row.key = new VoteRow.Key(
                request.value(),
                round,
                click.by().value(),
                click.choice().name().toLowerCase(Locale.ROOT));
        row.reason = click.reason().isEmpty() ? "" : audit.words(request.value(), click.reason());
        row.at = click.at();
        row.own = click.own().stream().mapToInt(Integer::intValue).toArray();
        row.standIn = click.standIn().stream().mapToInt(Integer::intValue).toArray();
        row.less = click.less();
        votes.save(row);
    }

    private static String[] parts(Request request) {
        return request.opened().stream().map(PartName::value).sorted().toArray(String[]::new);
    }

    private static List<Vote> first(int count, List<Vote> clicks) {
        return clicks.subList(0, Math.min(count, clicks.size()));
    }

    private List<Request> types(List<RequestRow> rows) {
        List<String> ids = rows.stream().map(row -> row.id).toList();
        List<VoteRow> all = votes.of(ids);
        Map<String, List<VoteRow>> said = all.stream().collect(Collectors.groupingBy(vote -> vote.key.request()));
        Map<Audit.KeptWords, String> reasons = audit.written(all.stream()
                .filter(vote -> !vote.reason.isEmpty())
                .map(RequestStore::reason)
                .toList());
        return rows.stream()
                .map(row -> type(row, said.getOrDefault(row.id, List.of()), reasons))
                .toList();
    }

    private Request type(RequestRow row, List<VoteRow> said, Map<Audit.KeptWords, String> reasons) {
        return new Request(
                new RequestId(row.id),
                new PersonId(row.asker),
                new TeamId(row.team),
                row.summary,
                row.purpose,
                json.read(row.judgement, Judgement.class),
                row.digest,
                State.valueOf(row.state.toUpperCase(Locale.ROOT)),
                said.stream()
                        .filter(click -> click.key.round() == row.round)
                        .map(click -> type(click, reasons))
                        .toList(),
                row.extending == null ? null : new LeaseId(row.extending),
                row.askedAt,
                row.lapsesAt,
                Arrays.stream(row.opened).map(PartName::new).collect(Collectors.toSet()),
                row.resizing == null ? null : json.read(row.resizing, Resizing.class));
    }

    /** @param reasons those that were not erased */
    private static Vote type(VoteRow row, Map<Audit.KeptWords, String> reasons) {
        return new Vote(
                new PersonId(row.key.person()),
                Choice.valueOf(row.key.choice().toUpperCase(Locale.ROOT)),
                reasons.getOrDefault(reason(row), ""),
                row.at,
                Arrays.stream(row.own).boxed().toList(),
                Arrays.stream(row.standIn).boxed().toList(),
                row.less);
    }

    private static Audit.KeptWords reason(VoteRow row) {
        return new Audit.KeptWords(row.key.request(), row.reason);
    }
}
