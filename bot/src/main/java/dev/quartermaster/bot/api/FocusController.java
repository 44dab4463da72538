package dev.quartermaster.bot.api;

import dev.quartermaster.actions.bundle.Bundles;
import dev.quartermaster.actions.ledger.focus.FocusExport;
import dev.quartermaster.actions.time.DatabaseTime;
import dev.quartermaster.intents.config.Bundle;
import dev.quartermaster.intents.people.Person;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** API: a team's charges as a file in the columns of FOCUS, written as it is read, for whoever may see what it spends. */
@RestController
class FocusController {
    private final ApiCallers callers;
    private final FocusExport export;
    private final Bundles bundles;
    private final DatabaseTime time;

    FocusController(ApiCallers callers, FocusExport export, Bundles bundles, DatabaseTime time) {
        this.callers = callers;
        this.export = export;
        this.bundles = bundles;
        this.time = time;
    }

    @GetMapping("/api/focus")
    void focus(
            @RequestHeader(name = "Authorization", required = false) @Nullable String token,
            @RequestParam(required = false) @Nullable String team,
            @RequestParam(required = false) @Nullable String from,
            @RequestParam(required = false) @Nullable String to,
            HttpServletResponse response)
            throws IOException {
        Person caller = callers.caller(token);
        Bundle bundle = bundles.current();
        LocalDate today = time.now().atZone(bundle.organisation().zone()).toLocalDate();
        AskedSpend asked = AskedSpend.of(caller, bundle, today, team, from, to);
        if (asked.period()
                .from()
                .plusMonths(FocusExport.MOST_MONTHS - 1)
                .isBefore(asked.period().to().minusDays(1))) {
            throw new ApiException(
                    HttpStatus.BAD_REQUEST,
                    "One file holds fewer than " + FocusExport.MOST_MONTHS + " months: say a shorter time.");
        }
        switch (export.of(caller.id(), asked.team(), asked.period())) {
            case FocusExport.Answer.Export(var file) -> {
                response.setContentType("text/csv");
                response.setCharacterEncoding(StandardCharsets.UTF_8.name());
                response.setHeader(HttpHeaders.CONTENT_DISPOSITION, named(asked));
                file.writeTo(response.getWriter());
            }
            case FocusExport.Answer.NotYours(String words) -> throw new ApiException(HttpStatus.FORBIDDEN, words);
        }
    }

    private static String named(AskedSpend asked) {
        return ContentDisposition.attachment()
                .filename("focus-" + FocusExport.VERSION + "-" + asked.team() + "-"
                        + asked.period().from() + "-" + asked.period().to() + ".csv")
                .build()
                .toString();
    }
}
