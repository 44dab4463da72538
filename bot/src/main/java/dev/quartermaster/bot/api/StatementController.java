package dev.quartermaster.bot.api;

import dev.quartermaster.actions.bundle.Bundles;
import dev.quartermaster.actions.statement.MonthStatements;
import dev.quartermaster.actions.statement.Statement;
import dev.quartermaster.actions.statement.StatementText;
import dev.quartermaster.intents.people.Person;
import dev.quartermaster.intents.people.Team;
import dev.quartermaster.intents.people.TeamId;
import java.nio.charset.StandardCharsets;
import java.time.YearMonth;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** API: closed months. Whoever may see a team's spend may see them; platform leads may close one before its day. */
@RestController
@RequestMapping("/api/statements")
class StatementController {
    private static final MediaType CSV = new MediaType("text", "csv", StandardCharsets.UTF_8);

    private final ApiCallers callers;
    private final MonthStatements statements;
    private final Bundles bundles;

    StatementController(ApiCallers callers, MonthStatements statements, Bundles bundles) {
        this.callers = callers;
        this.statements = statements;
        this.bundles = bundles;
    }

    @GetMapping
    ResponseEntity<?> statement(
            @RequestHeader(name = "Authorization", required = false) @Nullable String token,
            @RequestHeader(name = "Accept", required = false) @Nullable String accept,
            @RequestParam(required = false) @Nullable String team,
            @RequestParam(required = false) @Nullable String month,
            @RequestParam(required = false) @Nullable String format) {
        Person caller = callers.caller(token);
        MonthStatements.Answer.Found found = found(statements.of(caller.id(), team(caller, team), month(month)));
        return csv(format, accept) ? csv(found) : json(found);
    }

    @PostMapping
    ResponseEntity<?> close(
            @RequestHeader(name = "Authorization", required = false) @Nullable String token,
            @RequestParam(required = false) @Nullable String team,
            @RequestParam(required = false) @Nullable String month) {
        Person caller = callers.caller(token);
        return json(found(statements.close(caller.id(), team(caller, team), month(month))));
    }

    private static MonthStatements.Answer.Found found(MonthStatements.Answer answer) {
        return switch (answer) {
            case MonthStatements.Answer.Found found -> found;
            case MonthStatements.Answer.Open(String words) -> throw new ApiException(HttpStatus.NOT_FOUND, words);
            case MonthStatements.Answer.NotYours(String words) -> throw new ApiException(HttpStatus.FORBIDDEN, words);
        };
    }

    private static ResponseEntity<Map<String, Object>> json(MonthStatements.Answer.Found found) {
        Map<String, Object> view = StatementText.view(found.statement());
        view.put("intact", found.fault().isEmpty());
        view.put("fault", found.fault());
        return ResponseEntity.ok().contentType(MediaType.APPLICATION_JSON).body(view);
    }

    /** What was changed is not handed on in a form that can't say so. */
    private static ResponseEntity<byte[]> csv(MonthStatements.Answer.Found found) {
        if (!found.fault().isEmpty()) {
            throw new ApiException(
                    HttpStatus.CONFLICT, found.fault() + " Tell the platform team; as JSON it is shown all the same.");
        }
        Statement statement = found.statement();
        ContentDisposition name = ContentDisposition.attachment()
                .filename(statement.team() + "-" + statement.month() + ".csv")
                .build();
        return ResponseEntity.ok()
                .contentType(CSV)
                .header(HttpHeaders.CONTENT_DISPOSITION, name.toString())
                .body(StatementText.csv(statement).getBytes(StandardCharsets.UTF_8));
    }

    private static boolean csv(@Nullable String format, @Nullable String accept) {
        if (format != null && !List.of("csv", "json").contains(format)) {
            throw new ApiException(HttpStatus.BAD_REQUEST, "format is csv or json.");
        }
        return format == null ? accept != null && accept.contains("text/csv") : format.equals("csv");
    }

    private TeamId team(Person caller, @Nullable String said) {
        if (said == null || said.isBlank()) {
            return bundles.current()
                    .people()
                    .teamOf(caller.id())
                    .map(Team::id)
                    .orElseThrow(() -> new ApiException(HttpStatus.BAD_REQUEST, "You are in no team: say ?team=."));
        }
        return Stream.concat(
                        bundles.current().people().teams().keySet().stream(), statements.gone(caller.id()).stream())
                .filter(each -> each.value().equals(said))
                .findFirst()
                .orElseThrow(() -> new ApiException(HttpStatus.NOT_FOUND, "There is no team of that name."));
    }

    private static YearMonth month(@Nullable String said) {
        try {
            return YearMonth.parse(said == null ? "" : said);
        } catch (DateTimeParseException wrong) {
            throw new ApiException(HttpStatus.BAD_REQUEST, "Say which month, such as ?month=2026-03.");
        }
    }
}
