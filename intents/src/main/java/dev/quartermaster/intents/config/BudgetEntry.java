package dev.quartermaster.intents.config;

import dev.quartermaster.intents.money.Money;
import dev.quartermaster.intents.people.PersonId;
import dev.quartermaster.intents.people.Team;
import dev.quartermaster.intents.yaml.Fields;
import dev.quartermaster.intents.yaml.Node;
import java.util.Optional;

/** Reads {@code budget} of a team in {@code people.yaml}. */
record BudgetEntry(Declared declared, String currency) {
    Optional<Team.Budget> read(Node node) {
        Fields fields = node.fields("perMonth", "owner", "deputy", "costCentre");
        Optional<Money> amount = money(fields.required("perMonth"));
        Optional<PersonId> owner = declared.person(fields.required("owner"));
        Optional<PersonId> deputy = fields.optional("deputy").flatMap(declared::person);
        if (deputy.isPresent() && deputy.equals(owner)) {
            fields.key("deputy")
                    .problem("Owner and deputy are the same person.", "Name somebody else, or leave it out.");
        }
        String centre = fields.optional("costCentre")
                .flatMap(each -> each.as(BudgetEntry::centre))
                .orElse("");
        return fields.build(
                () -> new Team.Budget(amount.orElseThrow(), owner.orElseThrow(), deputy.orElse(null), centre));
    }

    private Optional<Money> money(Node node) {
        return node.as(NameFormats::amount).map(each -> new Money(each, currency));
    }

    private static String centre(String text) {
        if (!text.matches("[\\p{L}\\p{N}][\\p{L}\\p{N} ._/-]{0,63}")) {
            throw new IllegalArgumentException(
                    "\"" + text + "\" is not a cost centre (letters, digits, blanks and . _ / -, at most 64)");
        }
        return text;
    }
}
