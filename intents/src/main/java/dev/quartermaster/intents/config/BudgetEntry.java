package dev.quartermaster.intents.config;

import dev.quartermaster.intents.catalogue.Value;
import dev.quartermaster.intents.money.Money;
import dev.quartermaster.intents.part.Shape;
import dev.quartermaster.intents.people.BudgetCap;
import dev.quartermaster.intents.people.PersonId;
import dev.quartermaster.intents.people.Team;
import dev.quartermaster.intents.yaml.Fields;
import dev.quartermaster.intents.yaml.Node;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads {@code budget} of a team in {@code people.yaml}. */
record BudgetEntry(Declared declared, String currency, Set<PersonId> members) {
    private static final List<String> RULES = List.of("warn", "ask", "stop");

    private static final String CENTRE = "[\\p{L}\\p{N}][\\p{L}\\p{N} ._/-]{0,63}";
    static final Shape.Entries SHAPE = Shape.map()
            .with("perMonth", NameFormats.AMOUNT)
            .with("owner", Shape.text())
            .perhaps("deputy", Shape.text())
            .perhaps("costCentre", Shape.form(CENTRE))
            .perhaps("atCap", Shape.words(RULES.toArray(String[]::new)))
            .perhaps("grace", NameFormats.SPAN)
            .perhaps("perPerson", Shape.named(NameFormats.AMOUNT))
            .perhaps("perPurpose", Shape.named(NameFormats.AMOUNT));

    /** Shorter, and nobody has read the notice; longer, and the month is over. */
    private static final Duration SHORTEST = Duration.ofMinutes(15);

    private static final Duration LONGEST = Duration.ofDays(14);
    private static final int LONGEST_PURPOSE = 200;

    Optional<Team.Budget> read(Node node) {
        Fields fields = SHAPE.open(node);
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
        BudgetCap cap = cap(fields);
        return fields.build(
                () -> new Team.Budget(amount.orElseThrow(), owner.orElseThrow(), deputy.orElse(null), centre, cap));
    }

    private BudgetCap cap(Fields fields) {
        BudgetCap.Rule rule = fields.optional("atCap")
                .flatMap(each -> each.oneOf(RULES))
                .map(word -> BudgetCap.Rule.valueOf(word.toUpperCase(Locale.ROOT)))
                .orElse(BudgetCap.STANDARD.rule());
        Optional<Node> grace = fields.optional("grace");
        if (grace.isPresent() && rule != BudgetCap.Rule.STOP) {
            fields.key("grace")
                    .problem("Nothing is stopped here, so nothing has a grace.", "Add atCap: stop, or remove it.");
        }
        Duration length = grace.flatMap(each -> each.as(text ->
                        Value.Span.within(text, SHORTEST, LONGEST, "24h").length()))
                .orElse(BudgetCap.STANDARD.grace());
        return new BudgetCap(rule, length, perPerson(fields), perPurpose(fields));
    }

    private Map<PersonId, Money> perPerson(Fields fields) {
        Map<PersonId, Money> limits = new HashMap<>();
        fields.optional("perPerson")
                .map(Node::names)
                .ifPresent(persons -> persons.entries().forEach((name, limit) -> {
                    Node key = persons.key(name);
                    Optional<PersonId> person = declared.person(key);
                    if (person.isPresent() && !members.contains(person.get())) {
                        key.problem(name + " is not a member of this team.", "Name a member, or remove the line.");
                    }
                    money(limit).ifPresent(each -> person.ifPresent(one -> limits.put(one, each)));
                }));
        return limits;
    }

    private Map<String, Money> perPurpose(Fields fields) {
        Map<String, Money> limits = new HashMap<>();
        Unique purposes = new Unique("The purpose");
        fields.optional("perPurpose")
                .map(Node::names)
                .ifPresent(named -> named.entries().forEach((purpose, limit) -> {
                    Node key = named.key(purpose);
                    if (purpose.isBlank() || purpose.length() > LONGEST_PURPOSE) {
                        key.problem("A purpose is 1 to " + LONGEST_PURPOSE + " characters.", "Shorten it.");
                    } else if (purposes.first(BudgetCap.plain(purpose), key)) {
                        money(limit).ifPresent(each -> limits.put(purpose.strip(), each));
                    }
                }));
        return limits;
    }

    private Optional<Money> money(Node node) {
        return node.as(NameFormats::amount).map(each -> new Money(each, currency));
    }

    private static String centre(String text) {
        if (!text.matches(CENTRE)) {
            throw new IllegalArgumentException(
                    "\"" + text + "\" is not a cost centre (letters, digits, blanks and . _ / -, at most 64)");
        }
        return text;
    }
}
