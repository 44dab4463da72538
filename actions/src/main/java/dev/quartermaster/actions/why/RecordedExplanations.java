package dev.quartermaster.actions.why;

import dev.quartermaster.actions.RequestId;
import dev.quartermaster.actions.audit.Audit;
import dev.quartermaster.actions.audit.Fact;
import dev.quartermaster.actions.json.Json;
import dev.quartermaster.actions.lease.PartProvisioning;
import dev.quartermaster.actions.request.OriginalWords;
import dev.quartermaster.actions.request.Request;
import dev.quartermaster.actions.request.RequestService;
import dev.quartermaster.actions.why.DecisionExplanation.Happened;
import dev.quartermaster.actions.why.DecisionExplanation.Read;
import dev.quartermaster.intents.people.PersonId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

@Component
class RecordedExplanations implements Explanations {
    private static final String MONEY = "budget.";

    private final RequestService desk;
    private final Readership readership;
    private final Audit audit;
    private final Json json;

    RecordedExplanations(RequestService desk, Readership readership, Audit audit, Json json) {
        this.desk = desk;
        this.readership = readership;
        this.audit = audit;
        this.json = json;
    }

    /** A hash as facts hold it. */
    private record Asked(
            @Nullable String words,
            @Nullable String reader,
            @Nullable String version,
            @Nullable String prompt,
            @Nullable String slots) {}

    private record Made(@Nullable List<PartProvisioning> parts) {}

    @Override
    @Transactional(readOnly = true)
    public Optional<DecisionExplanation> of(RequestId id, PersonId viewer) {
        return desk.find(id)
                .filter(request -> readership.maySee(request, viewer))
                .map(request -> explained(request, viewer));
    }

    private DecisionExplanation explained(Request request, PersonId viewer) {
        String chain = request.id().value();
        List<Fact> facts = audit.of(chain);
        Asked asked = last(facts, "asked", Asked.class).orElse(new Asked(null, null, null, null, null));
        boolean money = readership.maySeeMoney(request, viewer);
        return new DecisionExplanation(
                request,
                written(chain, asked.words()),
                read(chain, asked),
                known(request.judgement().facts(), money),
                !money && request.judgement().facts().keySet().stream().anyMatch(name -> name.startsWith(MONEY)),
                last(facts, "made", Made.class).map(Made::parts).orElse(List.of()),
                facts.stream().map(this::happened).toList());
    }

    private static SortedMap<String, String> known(Map<String, String> all, boolean money) {
        SortedMap<String, String> known = new TreeMap<>(all);
        known.keySet().removeIf(name -> !money && name.startsWith(MONEY));
        return known;
    }

    private @Nullable Read read(String chain, Asked asked) {
        if (asked.reader() == null) {
            return null;
        }
        String slots = written(chain, asked.slots());
        return new Read(
                asked.reader(),
                asked.version() == null ? "" : asked.version(),
                asked.prompt() == null ? "" : asked.prompt(),
                slots.isEmpty() ? List.of() : List.of(json.read(slots, OriginalWords.Slot[].class)));
    }

    private String written(String chain, @Nullable String hash) {
        return hash == null ? "" : audit.written(chain, hash).orElse("");
    }

    /** The detail of a deed is told apart; here it would only repeat it. */
    private Happened happened(Fact fact) {
        Map<String, Object> detail = fact.what().equals("made") ? Map.of() : detail(fact);
        return new Happened(fact.at(), fact.by(), fact.what(), detail);
    }

    @SuppressWarnings("unchecked")
    private Map<String, Object> detail(Fact fact) {
        return json.read(fact.detail(), Map.class);
    }

    private <T> Optional<T> last(List<Fact> facts, String what, Class<T> type) {
        return facts.reversed().stream()
                .filter(fact -> fact.what().equals(what))
                .findFirst()
                .map(fact -> json.read(fact.detail(), type));
    }
}
