package dev.quartermaster.bot.talk;

import dev.quartermaster.actions.RequestId;
import dev.quartermaster.actions.request.Desk;
import dev.quartermaster.actions.request.Request;
import dev.quartermaster.intents.plan.LeaseId;
import org.springframework.stereotype.Component;

/** What a lease is called wherever it is listed: the words its request was shown with. */
@Component
class Titles {
    private final Desk desk;

    Titles(Desk desk) {
        this.desk = desk;
    }

    String of(LeaseId lease) {
        RequestId request = new RequestId(lease.value().replaceFirst("^lease-", "req-"));
        return desk.find(request).map(Request::summary).orElse(lease.value());
    }
}
