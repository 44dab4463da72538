package dev.quartermaster.actions.provider;

import java.math.BigDecimal;

/**
 * What a part has used so far besides time, counted from its beginning so that reading it twice counts nothing twice.
 *
 * @param unit as the price list would name it, such as {@code tokens}
 */
public record Usage(String unit, BigDecimal amount) {
    public Usage {
        if (amount.signum() < 0) {
            throw new IllegalArgumentException("Less than nothing of " + unit);
        }
    }
}
