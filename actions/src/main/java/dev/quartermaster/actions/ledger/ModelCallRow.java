package dev.quartermaster.actions.ledger;

import dev.quartermaster.actions.persistence.InsertOnly;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.NullUnmarked;
import org.jspecify.annotations.Nullable;

/** One use of the language model and what it cost; never changed, and no word of what was said. */
@Entity
@NullUnmarked
@Table(name = "model_call")
class ModelCallRow implements InsertOnly<Long> {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    Long id;

    @Column(insertable = false)
    Instant at;

    String event;
    String person;

    @Nullable
    String team;

    String model;
    String prompt;
    String result;

    @Column(name = "tokens_in")
    long tokensIn;

    @Column(name = "tokens_out")
    long tokensOut;

    @Column(name = "took_ms")
    long tookMillis;

    /** Null where tokens have no price: counted, not charged. */
    @Nullable
    BigDecimal amount;

    @Nullable
    String currency;

    @Override
    public Long getId() {
        return id;
    }
}
