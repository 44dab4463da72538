package dev.quartermaster.actions.preapproval;

import dev.quartermaster.actions.RequestId;
import dev.quartermaster.actions.json.Json;
import dev.quartermaster.actions.preapproval.PreapprovalRequest.State;
import dev.quartermaster.intents.people.PersonId;
import dev.quartermaster.intents.people.TeamId;
import dev.quartermaster.intents.policy.Deciders;
import dev.quartermaster.intents.policy.Stage;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Yeses beforehand: inside it all is rows, outside it all is types. Every call joins the caller's transaction. */
@Component
class PreapprovalStore {
    private final PreapprovalRepository rows;
    private final Json json;

    PreapprovalStore(PreapprovalRepository rows, Json json) {
        this.rows = rows;
        this.json = json;
    }

    PreapprovalRequest insert(PersonId by, Preapprovals.Window window, Stage stage, String key) {
        PreapprovalRow row = new PreapprovalRow();
        row.id = RequestId.random().value().replaceFirst("^req-", "pre-");
        row.eventKey = key;
        row.asker = by.value();
        row.team = window.team().value();
        row.gpus = window.gpus();
        row.gpuKind = window.gpuKind();
        row.until = window.until();
        row.deciders = json.write(stage.deciders());
        row.needed = stage.needed();
        row.state = word(State.WAITING);
        row.yeses = new String[0];
        rows.save(row);
        return find(row.id).orElseThrow();
    }

    PreapprovalRequest move(PreapprovalRequest before, State after, Set<PersonId> yeses) {
        String[] names = yeses.stream().map(PersonId::value).sorted().toArray(String[]::new);
        rows.move(before.id(), word(after), names);
        return find(before.id()).orElseThrow();
    }

    Optional<PreapprovalRequest> find(String id) {
        return rows.findById(id).map(this::type);
    }

    /** Locked until the transaction ends. */
    Optional<PreapprovalRequest> lock(String id) {
        return rows.lock(id).map(this::type);
    }

    Optional<PreapprovalRequest> byKey(String key) {
        return rows.findByEventKey(key).map(this::type);
    }

    List<PreapprovalRequest> agreed(TeamId team, Instant now) {
        return rows.agreed(team.value(), now).stream().map(this::type).toList();
    }

    List<PreapprovalRequest> open(Instant now) {
        return rows.open(now).stream().map(this::type).toList();
    }

    private static String word(State state) {
        return state.name().toLowerCase(Locale.ROOT);
    }

    private PreapprovalRequest type(PreapprovalRow row) {
        return new PreapprovalRequest(
                row.id,
                new PersonId(row.asker),
                new Preapprovals.Window(new TeamId(row.team), row.gpus, row.gpuKind, row.until),
                json.read(row.deciders, Deciders.class),
                row.needed,
                State.valueOf(row.state.toUpperCase(Locale.ROOT)),
                Arrays.stream(row.yeses).map(PersonId::new).collect(Collectors.toSet()));
    }
}
