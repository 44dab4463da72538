package dev.quartermaster.actions.lease.reconcile;

import dev.quartermaster.actions.lease.store.LeaseRow;
import dev.quartermaster.actions.lease.store.PartRow;
import dev.quartermaster.actions.platform.PlatformAlarm;
import dev.quartermaster.actions.provider.Leftover;
import dev.quartermaster.actions.provider.Observed;
import dev.quartermaster.actions.provider.PlatformTrouble;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Tells the platform team what it alone can mend: said at every look, heard once a lease, part and reason. */
@Component
class TroubleReport {
    private static final int MOST = 10;

    private final ApplicationEventPublisher events;

    TroubleReport(ApplicationEventPublisher events) {
        this.events = events;
    }

    void of(LeaseRow lease, PartRow part, Observed seen) {
        PlatformTrouble trouble = trouble(seen);
        if (trouble != null && !trouble.byHand()) {
            events.publishEvent(new PlatformAlarm(
                    lease.id() + "/" + part.name() + "/" + trouble.reason(),
                    lease.id() + " of " + lease.owner() + " (team " + lease.team() + "), part " + part.name()
                            + ", waits for you. " + trouble.words()));
        }
    }

    /** Where it was found so: this look sets it back. Another change is said as well. */
    void changedByHand(LeaseRow lease, PartRow part, Observed found) {
        PlatformTrouble trouble = trouble(found);
        if (trouble != null && trouble.byHand()) {
            events.publishEvent(new PlatformAlarm(
                    lease.id() + "/" + part.name() + "/" + trouble.reason() + "/" + hash(trouble),
                    lease.id() + " of " + lease.owner() + " (team " + lease.team() + "), part " + part.name() + ": "
                            + trouble.words()));
        }
    }

    /** What stands among what was made here and isn't ours. */
    void strangers(List<PlatformTrouble> strangers) {
        strangers.forEach(each -> events.publishEvent(new PlatformAlarm("strangers/" + hash(each), each.words())));
    }

    private static String hash(PlatformTrouble trouble) {
        return Integer.toHexString(trouble.words().hashCode());
    }

    private static @Nullable PlatformTrouble trouble(Observed seen) {
        return switch (seen) {
            case Observed.Making making -> making.trouble();
            case Observed.Broken broken -> broken.trouble();
            case Observed.Absent absent -> null;
            case Observed.Ready ready -> null;
            case Observed.Done done -> null;
            case Observed.Failed failed -> null;
            case Observed.Stopped stopped -> null;
            case Observed.Ending ending -> null;
            case Observed.Unreachable away -> null;
        };
    }

    /** One alarm for each lease: what was taken away and what was left alone apart. */
    void of(List<Leftover> leftovers) {
        leftovers.stream()
                .collect(Collectors.groupingBy(leftover -> leftover.lease() + "/" + leftover.removed()))
                .forEach((group, some) -> left(some));
    }

    private void left(List<Leftover> some) {
        Leftover first = some.getFirst();
        String what = some.stream().limit(MOST).map(Leftover::what).sorted().collect(Collectors.joining(", "));
        String more = some.size() > MOST ? " and " + (some.size() - MOST) + " more" : "";
        String outcome = first.removed()
                ? " It was made by us after the end, and has been taken away."
                : " It was left alone, because it wasn't surely made by us: look whose it is, and delete it if nobody"
                        + " wants it.";
        events.publishEvent(new PlatformAlarm(
                "leftover/" + first.lease() + "/" + keys(some),
                "Something carries the name of " + first.lease() + ", which isn't open here: " + what + more + "."
                        + outcome));
    }

    private static String keys(List<Leftover> some) {
        int hash = some.stream().map(Leftover::key).sorted().toList().hashCode();
        return Integer.toHexString(hash);
    }
}
