package dev.quartermaster.actions.lease.store;

import dev.quartermaster.actions.json.Json;
import dev.quartermaster.actions.lease.Lease.PartState;
import dev.quartermaster.actions.lease.Lease.PartState.Progress;
import dev.quartermaster.actions.persistence.InsertOnly;
import dev.quartermaster.intents.plan.LeaseId;
import dev.quartermaster.intents.plan.PartName;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.NullUnmarked;
import org.jspecify.annotations.Nullable;

/** A part of a lease: what was last seen. */
@Entity
@NullUnmarked
@Table(name = "lease_part")
public class PartRow implements InsertOnly<PartRow.Key> {
    private static final Json JSON = new Json();

    @EmbeddedId
    private Key key;

    private int position;
    private String provider;
    private String state;
    private String ref = "";
    private String words = "";

    @Nullable
    private Instant revealed;

    private boolean late;
    private String outputs = "{}";
    private boolean done;
    private String change = "";

    @Column(name = "per_hour")
    private BigDecimal perHour;

    @Embeddable
    record Key(String lease, String name) {}

    protected PartRow() {}

    /** @param position in the order they are made. @param perHour its share of the lease's rate */
    PartRow(Key key, int position, String provider, Progress state, BigDecimal perHour) {
        this.key = key;
        this.position = position;
        this.provider = provider;
        this.state = state.word();
        this.perHour = perHour;
    }

    @Override
    public Key getId() {
        return key;
    }

    LeaseId lease() {
        return new LeaseId(key.lease());
    }

    public PartName name() {
        return new PartName(key.name());
    }

    public String provider() {
        return provider;
    }

    public Progress state() {
        return Progress.valueOf(state.toUpperCase(Locale.ROOT));
    }

    public String ref() {
        return ref;
    }

    String words() {
        return words;
    }

    /** Whether its credentials were shown to somebody. */
    public boolean revealed() {
        return revealed != null;
    }

    /** Whether it was agreed to after the rest was handed over, and is not ready yet. */
    public boolean late() {
        return late;
    }

    /** What it gave when it was last ready. */
    public Map<String, String> outputs() {
        Map<?, ?> given = JSON.read(outputs, Map.class);
        return given.entrySet().stream()
                .collect(Collectors.toUnmodifiableMap(
                        each -> each.getKey().toString(),
                        each -> each.getValue().toString()));
    }

    /** Whether its work is over: a job that has succeeded. */
    public boolean done() {
        return done;
    }

    /** What is still to be done until it is as the plan says. */
    public Change change() {
        return change.isEmpty() ? Change.NONE : Change.valueOf(change.toUpperCase(Locale.ROOT));
    }

    public enum Change {
        NONE,
        APPLY,
        /** Stopped first: what never became ready may stand in the way of what it was before. */
        RESTART;

        public String word() {
            return this == NONE ? "" : name().toLowerCase(Locale.ROOT);
        }
    }

    /** Whether it belongs to what is handed over, or is to. */
    public boolean wanted() {
        return state() != Progress.WAITING && state() != Progress.GONE;
    }

    /** Whether it wasn't ready when it was looked at last. */
    public boolean unready() {
        return state() == Progress.MAKING && !late;
    }

    public PartState view() {
        return new PartState(name(), provider, ref, state(), words);
    }
}
