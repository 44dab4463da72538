package dev.quartermaster.actions.record;

import dev.quartermaster.actions.RequestId;
import dev.quartermaster.actions.json.Json;
import dev.quartermaster.actions.request.Decision;
import dev.quartermaster.actions.request.Request;
import dev.quartermaster.actions.request.RequestService;
import dev.quartermaster.actions.rulebook.ChangeDesk;
import dev.quartermaster.actions.rulebook.ChangeId;
import dev.quartermaster.actions.rulebook.RuleChange;
import dev.quartermaster.intents.intent.Intent.Decide.Choice;
import dev.quartermaster.intents.policy.Stage;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** What the database says should be in the record. Nobody's own words, and nobody's money: git forgets nothing. */
@Component
class EntryQueries {
    static final String CONFIG = "config/";
    private static final DateTimeFormatter MONTH =
            DateTimeFormatter.ofPattern("yyyy/MM/").withZone(ZoneOffset.UTC);
    private static final TypeReference<TreeMap<String, String>> FILES = new TypeReference<>() {};

    private final JdbcClient jdbc;
    private final ChangeDesk changes;
    private final RequestService desk;
    private final Json json;
    private final JsonMapper pretty = JsonMapper.builder()
            .enable(SerializationFeature.INDENT_OUTPUT)
            .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
            .build();

    EntryQueries(JdbcClient jdbc, ChangeDesk changes, RequestService desk, Json json) {
        this.jdbc = jdbc;
        this.changes = changes;
        this.desk = desk;
        this.json = json;
    }

    private record Line(long number, Instant at, String what, String detail) {}

    /** What a fact about the configuration names. */
    private record Named(@Nullable String hash, @Nullable String change) {}

    /** Changes of the configuration, in order, from after this number of the program's own chain. */
    List<Entry> configuration(long after, int most) {
        return jdbc
                .sql("""
                        select number, at, what, detail from fact
                        where request = 'system' and number > :after and what in ('bundle-activated', 'rule-changed')
                        order by number limit :most""")
                .param("after", after)
                .param("most", most)
                .query((row, index) -> new Line(
                        row.getLong("number"),
                        row.getObject("at", OffsetDateTime.class).toInstant(),
                        row.getString("what"),
                        row.getString("detail")))
                .list()
                .stream()
                .flatMap(line -> entry(line).stream())
                .toList();
    }

    private Optional<Entry> entry(Line line) {
        Named named = json.read(line.detail(), Named.class);
        if (named.change() != null) {
            return changes.find(new ChangeId(named.change())).map(change -> changed(line, change));
        }
        return Optional.ofNullable(named.hash()).map(hash -> activated(line, hash));
    }

    private Entry activated(Line line, String hash) {
        Map<String, String> files = jdbc.sql("select files::text from bundle where hash = :hash")
                .param("hash", hash)
                .query(String.class)
                .optional()
                .<Map<String, String>>map(text -> pretty.readValue(text, FILES))
                .orElse(Map.of());
        String message = "Put configuration " + hash.substring(0, Math.min(12, hash.length())) + " in force\n\n";
        return new Entry("system-" + line.number(), "", message, line.at(), Entry.below(CONFIG, files), true);
    }

    private static Entry changed(Line line, RuleChange change) {
        String message = "Change the rule " + change.rule() + "\n\n" + change.figures() + "\n\nChange: " + change.id()
                + "\n"
                + (change.decidedBy() == null ? "" : "Approved-by: " + change.decidedBy() + "\n")
                + "Configuration: " + change.version() + "\n";
        return new Entry(
                "system-" + line.number(),
                change.by().value(),
                message,
                line.at(),
                Entry.below(CONFIG, change.texts()),
                false);
    }

    /** Ids of requests that are decided, oldest first. @param from asked at or after this */
    List<RequestId> decided(Instant from) {
        return jdbc
                .sql("select id from request where state <> 'waiting' and asked_at >= :from order by asked_at, id")
                .param("from", from.atOffset(ZoneOffset.UTC))
                .query(String.class)
                .list()
                .stream()
                .map(RequestId::new)
                .toList();
    }

    static String file(Request request) {
        return "requests/" + MONTH.format(request.at()) + request.id() + ".json";
    }

    Optional<Entry> decision(RequestId id) {
        return desk.find(id).map(request -> {
            StringBuilder message = new StringBuilder(request.summary() + "\n\n");
            request.decisions().stream()
                    .map(each -> (each.choice() == Choice.APPROVE ? "Approved-by: " : "Denied-by: ") + each.by() + "\n")
                    .distinct()
                    .forEach(message::append);
            return new Entry(
                    id.value(),
                    request.by().value(),
                    message.toString(),
                    request.at(),
                    new TreeMap<>(Map.of(file(request), pretty.writeValueAsString(view(request)) + "\n")),
                    false);
        });
    }

    private static Map<String, Object> view(Request request) {
        Map<String, Object> view = new TreeMap<>();
        view.put("id", request.id().value());
        view.put("by", request.by().value());
        view.put("team", request.team().value());
        view.put("at", request.at().toString());
        view.put("summary", request.summary());
        view.put("version", request.judgement().version());
        view.put("digest", request.digest());
        view.put(
                "rules",
                request.judgement().rules().stream()
                        .map(rule -> rule.rule() + ": " + rule.then())
                        .toList());
        view.put("stages", request.stages().stream().map(Stage::because).toList());
        view.put("decided", request.decisions().stream().map(EntryQueries::view).toList());
        return view;
    }

    private static Map<String, Object> view(Decision decision) {
        return new TreeMap<>(Map.of(
                "stage", decision.stage(),
                "by", decision.by().value(),
                "choice", decision.choice().name().toLowerCase(Locale.ROOT),
                "at", decision.at().toString()));
    }
}
