package dev.quartermaster.bot.conversation.dialogue;

import dev.quartermaster.actions.RequestId;
import dev.quartermaster.actions.lease.Lease;
import dev.quartermaster.actions.request.Request;
import dev.quartermaster.actions.request.RequestService;
import dev.quartermaster.intents.catalogue.Value;
import dev.quartermaster.intents.plan.LeaseId;
import dev.quartermaster.intents.plan.Plan;
import java.util.Collection;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** The name of a lease wherever it is listed: its request's summary without the term. */
@Component
public class LeaseTitles {
    private final RequestService desk;

    LeaseTitles(RequestService desk) {
        this.desk = desk;
    }

    public String of(LeaseId lease) {
        return desk.find(request(lease)).map(LeaseTitles::withoutTerm).orElse(lease.value());
    }

    /** Of these, read at once. */
    public Function<LeaseId, String> among(Collection<Lease> leases) {
        Map<LeaseId, String> titles = desk
                .find(leases.stream().map(Lease::request).toList())
                .stream()
                .collect(Collectors.toMap(Request::lease, LeaseTitles::withoutTerm));
        return lease -> titles.getOrDefault(lease, lease.value());
    }

    private static RequestId request(LeaseId lease) {
        return new RequestId(lease.value().replaceFirst("^lease-", "req-"));
    }

    /** For how long it was asked is not for how long it ran, and that stands beside it. */
    private static String withoutTerm(Request request) {
        Plan plan = request.judgement().plan();
        String term = plan == null ? "" : ", " + new Value.Span(plan.term()).words();
        String summary = request.summary();
        return summary.endsWith(term) ? summary.substring(0, summary.length() - term.length()) : summary;
    }
}
