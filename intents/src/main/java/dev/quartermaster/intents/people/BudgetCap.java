package dev.quartermaster.intents.people;

import dev.quartermaster.intents.money.Money;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;

/**
 * What happens when a team's month is used up, and what of its budget one person or one purpose may take.
 *
 * @param grace between the notice of a stop and the stop itself
 * @param perPerson a month, of those who have a limit of their own
 * @param perPurpose a month, by purpose as the file writes it; {@link #same} says which purpose is meant
 */
public record BudgetCap(Rule rule, Duration grace, Map<PersonId, Money> perPerson, Map<String, Money> perPurpose) {
    /** Where the file says nothing. */
    public static final BudgetCap STANDARD = new BudgetCap(Rule.ASK, Duration.ofHours(24), Map.of(), Map.of());

    public BudgetCap {
        perPerson = Map.copyOf(perPerson);
        perPurpose = Map.copyOf(perPurpose);
    }

    public enum Rule {
        /** Its owner hears of it, nothing else. */
        WARN,
        /** What is new or more needs its owner's yes. */
        ASK,
        /** The same, and what runs is stopped after a notice. */
        STOP;

        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** Whether two purposes are one: written alike but for case and blanks. */
    public static boolean same(String one, String other) {
        return plain(one).equals(plain(other));
    }

    public static String plain(String purpose) {
        return purpose.strip().replaceAll("\\s+", " ").toLowerCase(Locale.ROOT);
    }
}
