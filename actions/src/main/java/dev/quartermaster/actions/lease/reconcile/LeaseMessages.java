package dev.quartermaster.actions.lease.reconcile;

import dev.quartermaster.actions.bundle.Bundles;
import dev.quartermaster.actions.lease.handover.PartOrders;
import dev.quartermaster.actions.lease.store.LeaseRow;
import dev.quartermaster.actions.lease.store.PartRow;
import dev.quartermaster.intents.money.Money;
import dev.quartermaster.intents.plan.PartName;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** What the owner of a lease is told, in one or two plain sentences. */
@Component
class LeaseMessages {
    private static final DateTimeFormatter WHEN = DateTimeFormatter.ofPattern("EEE d MMM HH:mm", Locale.ENGLISH);

    private final Bundles bundles;
    private final PartOrders orders;

    LeaseMessages(Bundles bundles, PartOrders orders) {
        this.bundles = bundles;
        this.orders = orders;
    }

    /** @param waiting parts that still wait for a yes */
    String ready(Instant until, List<PartName> waiting) {
        String rest = waiting.isEmpty() ? "" : " " + listed(waiting) + " joins it once somebody says yes.";
        return "Ready until " + when(until) + "." + rest;
    }

    String succeeded() {
        return "It ran to its end and succeeded.";
    }

    /** @param words what the other side said of what was to run to its end */
    String unsuccessful(String words) {
        return "It did not succeed: " + closed(words);
    }

    String joined(List<PartName> parts, LeaseRow lease) {
        return "Now with " + listed(parts) + ", in the same place until " + when(lease.until()) + ".";
    }

    private static String listed(List<PartName> parts) {
        return parts.stream().map(PartName::value).collect(Collectors.joining(" and "));
    }

    String making(PartRow part, String words) {
        return "On its way: " + part.name() + (words.isBlank() ? "." : ", " + words + ".");
    }

    String waiting(String what) {
        return "Waiting for " + what + ", will go on by itself.";
    }

    String takingBack(String what) {
        return "Waiting for " + what + " to take it back, will go on by itself.";
    }

    String stuck(PartRow part, String words) {
        return "Not everything could be taken back yet: " + part.name() + ": " + closed(words)
                + " Nothing more is charged, and it is tried again until it is gone; the platform team can see it.";
    }

    String damaged(PartRow part, String words) {
        return "Something is wrong with " + part.name() + ": " + closed(words)
                + " It is tried again until it works; the platform team can see it.";
    }

    /** @param words of a provider; may be empty */
    String unusable(PartRow part, String words) {
        return part.name() + " can't be used now" + (words.isBlank() ? "" : ": " + words)
                + ". It goes on by itself, and its end stays the same.";
    }

    String uncharged(String words) {
        return words + " Nothing is charged until it runs again.";
    }

    /** @param words of a provider; may be empty */
    String unready(PartRow part, String words) {
        return part.name() + " runs and isn't ready now" + (words.isBlank() ? "" : ": " + words)
                + ". Its machine is kept for it, so it is charged; its end stays the same. If it stays so, stop it and ask"
                + " for a new one.";
    }

    String brokenOff() {
        return "Something went wrong on our side, several times. The platform team was told and mends it.";
    }

    String mended() {
        return "It works again.";
    }

    String mended(LeaseRow lease) {
        return mended() + (lease.perHour().amount().signum() > 0 ? " From now on it is charged again." : "");
    }

    String changing(PartRow part, String words) {
        return "Its size is being changed: " + part.name() + (words.isBlank() ? "." : ", " + words + ".")
                + " While it can't be used nothing is charged.";
    }

    String resized(LeaseRow lease, Money perHour) {
        return "It has its new size, until " + when(lease.until()) + ", for " + perHour + " an hour from now on.";
    }

    String repriced(Money before, Money perHour) {
        return "Prices have changed: it costs " + perHour + " an hour from now on, and cost " + before
                + " until now. Stop it if that is too much.";
    }

    String notResized(String why) {
        return "It could not get that size. " + closed(why)
                + " It becomes what it was before; ask for a smaller one, or for this one later.";
    }

    String asBefore() {
        return "It has its former size again.";
    }

    /** @param waitedFor may be empty */
    String neverReady(Duration patience, String waitedFor) {
        return "It was not ready within " + patience.toHours() + " hours"
                + (waitedFor.isBlank() ? "." : "; it still waited for this: " + closed(waitedFor))
                + " Ask again, or ask the platform team when there will be room.";
    }

    private static String closed(String words) {
        return words.endsWith(".") ? words : words + ".";
    }

    String endingSoon(LeaseRow lease) {
        return "Ends " + when(lease.until()) + ". To keep it longer: /qm extend " + lease.id()
                + " 1d. What you want to keep from it, save before then.";
    }

    String ended(LeaseRow lease, Money spent) {
        String cost = spent.amount().signum() > 0 ? " It cost " + spent + "." : "";
        String farewell = orders.farewell(lease);
        return (lease.done() ? "Done. " : "Ended. ") + lease.why() + cost + (farewell.isEmpty() ? "" : " " + farewell);
    }

    String failed(LeaseRow lease) {
        if (bundles.current().catalogue().job(lease.plan().path()).isPresent()) {
            String farewell = orders.farewell(lease);
            return "It did not succeed. " + closed(lease.why()) + " Nothing is charged."
                    + (farewell.isEmpty() ? "" : " " + farewell);
        }
        return "Could not be made. " + lease.why()
                + " What was made of it has been taken back, and nothing is charged.";
    }

    private String when(Instant instant) {
        ZonedDateTime at = instant.atZone(bundles.current().organisation().zone());
        return WHEN.format(at) + " " + at.getZone().getId();
    }
}
