package dev.quartermaster.actions.lease.store;

import dev.quartermaster.actions.RequestId;
import dev.quartermaster.actions.json.Json;
import dev.quartermaster.actions.lease.Lease;
import dev.quartermaster.intents.money.Money;
import dev.quartermaster.intents.people.PersonId;
import dev.quartermaster.intents.people.TeamId;
import dev.quartermaster.intents.plan.LeaseId;
import dev.quartermaster.intents.plan.Plan;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Transient;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.NullUnmarked;
import org.jspecify.annotations.Nullable;

/** A lease as it was when it was read. Times of agreement are {@code qm_now()}'s, times of work the server's own. */
@Entity
@NullUnmarked
@Table(name = "lease")
public class LeaseRow {
    private static final Json JSON = new Json();

    @Id
    private String id;

    private String request;
    private String owner;
    private String team;
    private String purpose;
    private String plan;

    @Transient
    private Plan read;

    private String version;

    @Nullable
    private String namespace;

    @Column(name = "per_hour")
    private BigDecimal perHour;

    private String currency;
    private String state;

    @Nullable
    @Column(name = "asked_until")
    private Instant askedUntil;

    private Instant opened;

    @Nullable
    private Instant starts;

    @Nullable
    private Instant started;

    private Instant until;

    @Nullable
    @Column(name = "warn_at")
    private Instant warnAt;

    private boolean failed;
    private boolean done;
    private String why;
    private long epoch;
    private int tries;
    private long wishes;
    private Instant due;

    @Nullable
    @Column(name = "held_until")
    private Instant heldUntil;

    private boolean settled;

    @Nullable
    private String former;

    @Nullable
    @Column(name = "next_per_hour")
    private BigDecimal nextPerHour;

    @Nullable
    private String resizing;

    @Nullable
    private String priced;

    public LeaseId id() {
        return new LeaseId(id);
    }

    public RequestId request() {
        return new RequestId(request);
    }

    public PersonId owner() {
        return new PersonId(owner);
    }

    public TeamId team() {
        return new TeamId(team);
    }

    public String purpose() {
        return purpose;
    }

    public Plan plan() {
        if (read == null) {
            read = JSON.read(plan, Plan.class);
        }
        return read;
    }

    /** Hash of the bundle it was judged under. */
    public String version() {
        return version;
    }

    /** Hash of the bundle whose prices it is charged by. */
    public String priced() {
        return priced == null ? version : priced;
    }

    /** Its team's when it was opened; null where an earlier version of this program opened it. */
    @Nullable
    public String namespace() {
        return namespace;
    }

    public Money perHour() {
        return new Money(perHour, currency);
    }

    public Lease.State state() {
        return Lease.State.valueOf(state.toUpperCase(Locale.ROOT));
    }

    /** The end, where the asker named a moment instead of a length. */
    @Nullable
    public Instant askedUntil() {
        return askedUntil;
    }

    /** When the last yes was there. */
    public Instant opened() {
        return opened;
    }

    /** Asked for later than at once. */
    @Nullable
    public Instant starts() {
        return starts;
    }

    /** When it was handed over; null before that. */
    @Nullable
    public Instant started() {
        return started;
    }

    public Instant until() {
        return until;
    }

    /** Whether it ended because it could not be made or its work failed. */
    public boolean failed() {
        return failed;
    }

    /** Whether it ended because its work succeeded. */
    public boolean done() {
        return done;
    }

    public String why() {
        return why;
    }

    /** Counts its claims: a worker that holds an older one writes nothing. */
    public long epoch() {
        return epoch;
    }

    /** Passes in a row that came no further. */
    public int tries() {
        return tries;
    }

    /** Whether it is on its way to another size, or back. */
    public boolean changing() {
        return nextPerHour != null;
    }

    /** What it costs from the moment when it has its other size; null: it has it. */
    @Nullable
    public Money nextPerHour() {
        return nextPerHour == null ? null : new Money(nextPerHour, currency);
    }

    /** What it goes back to where the other size can't be had; null: it doesn't. */
    @Nullable
    public Plan former() {
        return former == null ? null : JSON.read(former, Plan.class);
    }

    /** What it may be until its size has changed, where it may still go back: the dearer of what it was and what it becomes. */
    public Plan most() {
        Plan before = former();
        return before != null && mostPerHour().compareTo(Objects.requireNonNull(nextPerHour())) > 0 ? before : plan();
    }

    /** The higher of the agreed rate and the rate of the size that it is on its way to. */
    public Money mostPerHour() {
        Money next = nextPerHour();
        return next != null && next.compareTo(perHour()) > 0 ? next : perHour();
    }

    /** The request for the size that it is on its way to. */
    @Nullable
    public RequestId resizing() {
        return resizing == null ? null : new RequestId(resizing);
    }

    /** Counts the changes of what is wanted of it: a pass that began before the last of them concludes nothing. */
    public long wishes() {
        return wishes;
    }
}
