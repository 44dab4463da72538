package dev.quartermaster.bot.api;

import dev.quartermaster.actions.bill.BillReconciliation;
import dev.quartermaster.actions.bill.BillReconciliation.Unlabelled;
import dev.quartermaster.actions.bill.Bills;
import dev.quartermaster.actions.bill.OpenCostClient;
import dev.quartermaster.actions.bundle.Bundles;
import dev.quartermaster.intents.config.Bundle;
import dev.quartermaster.intents.people.Person;
import dev.quartermaster.intents.people.Team;
import dev.quartermaster.intents.people.TeamId;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.YearMonth;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** API: adds what others say that things cost, and compares it with what was counted here. */
@RestController
@RequestMapping("/api/bills")
class BillController {
    private static final String JSON = "application/json";

    private final ApiCallers callers;
    private final Bills bills;
    private final OpenCostClient opencost;
    private final Bundles bundles;

    BillController(ApiCallers callers, Bills bills, OpenCostClient opencost, Bundles bundles) {
        this.callers = callers;
        this.bills = bills;
        this.opencost = opencost;
        this.bundles = bundles;
    }

    /** A FOCUS file as CSV, OpenCost's answer for a month as JSON; or with a month and no body, OpenCost is asked for it. */
    @PostMapping
    Map<String, Object> add(
            @RequestHeader(name = "Authorization", required = false) @Nullable String token,
            @RequestHeader(name = "Content-Type", required = false) @Nullable String type,
            @RequestParam(required = false) @Nullable String month,
            HttpServletRequest request)
            throws IOException {
        Person caller = callers.caller(token);
        if (!bundles.current().people().isPlatformLead(caller.id())) {
            throw new ApiException(HttpStatus.FORBIDDEN, "Only platform leads add bills. Send it to one of them.");
        }
        byte[] file = sent(request);
        return switch (added(caller, file, type != null && type.startsWith(JSON), month)) {
            case Bills.Added.Kept(long bill, int lines, boolean again) ->
                Map.of("bill", bill, "lines", lines, "again", again);
            case Bills.Added.Refused(var faults) ->
                throw new ApiException(
                        HttpStatus.UNPROCESSABLE_CONTENT, "Nothing of it was kept.\n" + String.join("\n", faults));
            case Bills.Added.NotYours(String words) -> throw new ApiException(HttpStatus.FORBIDDEN, words);
        };
    }

    private Bills.Added added(Person caller, byte[] file, boolean json, @Nullable String said) {
        if (json || said != null && file.length == 0) {
            YearMonth month = month(said);
            return bills.addOpenCost(caller.id(), month, file.length == 0 ? asked(month) : file);
        }
        return bills.addFocus(caller.id(), file);
    }

    private static byte[] sent(HttpServletRequest request) throws IOException {
        byte[] file = request.getInputStream().readNBytes(Bills.LARGEST + 1);
        if (file.length > Bills.LARGEST) {
            throw new ApiException(
                    HttpStatus.CONTENT_TOO_LARGE,
                    "A bill may have " + Bills.LARGEST / 1024 / 1024
                            + " MiB. A month's bill must be whole, so ask for a smaller"
                            + " export of it: by day, not by hour.");
        }
        return file;
    }

    private byte[] asked(YearMonth month) {
        if (!opencost.configured()) {
            throw new ApiException(
                    HttpStatus.BAD_REQUEST,
                    "OpenCost's address is not set (QUARTERMASTER_OPENCOST_URL). Send its answer as the body instead.");
        }
        try {
            return opencost.allocation(month, bundles.current().organisation().zone());
        } catch (IOException away) {
            throw new ApiException(
                    HttpStatus.BAD_GATEWAY, "OpenCost did not answer: " + away.getMessage() + ". Try again later.");
        }
    }

    @GetMapping("/difference")
    Map<String, Object> difference(
            @RequestHeader(name = "Authorization", required = false) @Nullable String token,
            @RequestParam(required = false) @Nullable String team,
            @RequestParam(required = false) @Nullable String month) {
        Person caller = callers.caller(token);
        Bundle bundle = bundles.current();
        TeamId asked = team == null || team.isBlank()
                ? bundle.people()
                        .teamOf(caller.id())
                        .map(Team::id)
                        .orElseThrow(() -> new ApiException(HttpStatus.BAD_REQUEST, "You are in no team: say ?team=."))
                : AskedSpend.known(team, bundle);
        return switch (bills.difference(caller.id(), asked, month(month))) {
            case Bills.Answer.Compared(var difference) -> view(difference);
            case Bills.Answer.NoBill(String words) -> throw new ApiException(HttpStatus.NOT_FOUND, words);
            case Bills.Answer.NotYours(String words) -> throw new ApiException(HttpStatus.FORBIDDEN, words);
        };
    }

    private static YearMonth month(@Nullable String said) {
        try {
            return YearMonth.parse(said == null ? "" : said);
        } catch (DateTimeException wrong) {
            throw new ApiException(HttpStatus.BAD_REQUEST, "Say which month, such as ?month=2026-10.");
        }
    }

    private static Map<String, Object> view(BillReconciliation difference) {
        Map<String, Object> view = new LinkedHashMap<>();
        view.put("team", difference.team().value());
        view.put("month", difference.month().toString());
        view.put("currency", difference.currency());
        view.put("ours", difference.ours());
        view.put("billed", difference.billed());
        view.put("difference", difference.billed().subtract(difference.ours()));
        view.put(
                "items",
                difference.items().stream()
                        .map(item -> {
                            Map<String, Object> each = new LinkedHashMap<>();
                            each.put("lease", item.lease());
                            each.put("path", item.path());
                            each.put("ours", item.ours());
                            each.put("billed", item.billed());
                            each.put("difference", item.difference());
                            return each;
                        })
                        .toList());
        view.put("unlabelled", unlabelled(difference.unlabelledInAll(), difference.unlabelled()));
        view.put("nobodys", unlabelled(difference.nobodysInAll(), difference.nobodys()));
        return view;
    }

    private static Map<String, Object> unlabelled(BigDecimal inAll, List<Unlabelled> dearest) {
        Map<String, Object> view = new LinkedHashMap<>();
        view.put("amount", inAll);
        view.put(
                "dearest",
                dearest.stream()
                        .map(line -> Map.of(
                                "service", line.service(),
                                "resource", line.resource(),
                                "lease", line.lease(),
                                "amount", line.amount(),
                                "lines", line.lines()))
                        .toList());
        return view;
    }
}
