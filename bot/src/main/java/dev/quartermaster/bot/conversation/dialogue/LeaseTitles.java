package dev.quartermaster.bot.conversation.dialogue;

import dev.quartermaster.actions.RequestId;
import dev.quartermaster.actions.request.Request;
import dev.quartermaster.actions.request.RequestService;
import dev.quartermaster.intents.catalogue.Value;
import dev.quartermaster.intents.plan.LeaseId;
import dev.quartermaster.intents.plan.Plan;
import org.springframework.stereotype.Component;

/** The name of a lease wherever it is listed: its request's summary without the term. */
@Component
public class LeaseTitles {
    private final RequestService desk;

    LeaseTitles(RequestService desk) {
        this.desk = desk;
    }

    public String of(LeaseId lease) {
        RequestId request = new RequestId(lease.value().replaceFirst("^lease-", "req-"));
        return desk.find(request).map(LeaseTitles::withoutTerm).orElse(lease.value());
    }

    /** For how long it was asked is not for how long it ran, and that stands beside it. */
    private static String withoutTerm(Request request) {
        Plan plan = request.judgement().plan();
        String term = plan == null ? "" : ", " + new Value.Span(plan.term()).words();
        String summary = request.summary();
        return summary.endsWith(term) ? summary.substring(0, summary.length() - term.length()) : summary;
    }
}
