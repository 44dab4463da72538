package dev.quartermaster.intents.policy.facts;

import dev.cel.common.types.CelType;

/**
 * One fact a rule may name, as the generated page and the type check know it.
 *
 * @param name within its group
 * @param unit {@code cents}, {@code GPUs}, …; empty where a value speaks for itself
 * @param about what it is, in a phrase
 */
record FactName(String name, CelType type, String unit, String about) {
    static final String CENTS = "cents";

    FactName(String name, CelType type, String about) {
        this(name, type, "", about);
    }
}
