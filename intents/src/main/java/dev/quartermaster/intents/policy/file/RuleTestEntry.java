package dev.quartermaster.intents.policy.file;

import dev.quartermaster.intents.catalogue.Catalogue;
import dev.quartermaster.intents.catalogue.DatasetName;
import dev.quartermaster.intents.catalogue.GoldenPath;
import dev.quartermaster.intents.catalogue.PathName;
import dev.quartermaster.intents.catalogue.Value;
import dev.quartermaster.intents.intent.Access;
import dev.quartermaster.intents.intent.Intent;
import dev.quartermaster.intents.intent.Term;
import dev.quartermaster.intents.money.Money;
import dev.quartermaster.intents.part.Shape;
import dev.quartermaster.intents.people.BudgetCap;
import dev.quartermaster.intents.people.Organisation;
import dev.quartermaster.intents.people.People;
import dev.quartermaster.intents.people.Person;
import dev.quartermaster.intents.people.PersonId;
import dev.quartermaster.intents.people.Team;
import dev.quartermaster.intents.plan.LeaseId;
import dev.quartermaster.intents.policy.BudgetView;
import dev.quartermaster.intents.policy.Circumstances;
import dev.quartermaster.intents.policy.EvaluationRequest;
import dev.quartermaster.intents.policy.file.RuleTest.Expected;
import dev.quartermaster.intents.yaml.Fields;
import dev.quartermaster.intents.yaml.NearestWord;
import dev.quartermaster.intents.yaml.Node;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Reads one entry of {@code tests}: {@code ask: {by, launch | grant, …}}, {@code expect: {verdict, …}}. */
record RuleTestEntry(Organisation organisation, People people, Catalogue catalogue) {
    /** The middle of a month, so that two weeks stay within it. */
    private static final Instant NOW = Instant.parse("2026-06-10T09:00:00Z");

    private static final List<String> RULES = List.of("warn", "ask", "stop");
    private static final List<String> VERDICTS = List.of("allow", "approve", "refuse");
    private static final Shape WORDS = Shape.list(Shape.text());

    private static final Shape.Entries ASK = Shape.map()
            .with("by", Shape.text())
            .perhaps("launch", Shape.text())
            .perhaps("grant", Shape.text())
            .perhaps("access", Shape.words(VariantEntry.ACCESS.toArray(String[]::new)))
            .perhaps("p", Shape.named(Shape.text()))
            .perhaps("for", VariantEntry.SPAN)
            .perhaps("used", Shape.text())
            .perhaps("reserved", Shape.text())
            .perhaps("atCap", Shape.words(RULES.toArray(String[]::new)))
            .perhaps("ran", VariantEntry.SPAN)
            .perhaps("left", VariantEntry.SPAN)
            .perhaps("at", Shape.text())
            .perhaps("from", Shape.text())
            .perhaps("grantee", Shape.text())
            .and(AroundEntry.SHAPE)
            .perhaps("emergency", Shape.flag());

    private static final Shape.Entries EXPECT = Shape.map()
            .with("verdict", Shape.words(VERDICTS.toArray(String[]::new)))
            .perhaps("rules", WORDS)
            .perhaps("by", WORDS)
            .perhaps("instead", WORDS)
            .perhaps("tell", WORDS);

    static final Shape.Entries SHAPE = Shape.map().with("ask", ASK).with("expect", EXPECT);

    private static final LeaseId LEASE = new LeaseId("lease-aaaaaaaaaa");

    Optional<RuleTest> read(Node node) {
        Fields fields = SHAPE.open(node);
        Node ask = fields.required("ask");
        Optional<EvaluationRequest> asked = asked(ask);
        boolean emergency =
                ask.names().optional("emergency").flatMap(Node::flag).orElse(false);
        Optional<Expected> expected = expected(fields.required("expect"));
        return fields.build(() -> new RuleTest(node, asked.orElseThrow(), emergency, expected.orElseThrow()));
    }

    private Optional<EvaluationRequest> asked(Node node) {
        Fields fields = ASK.open(node);
        Optional<Person> by = known(fields.required("by"), PersonId::new, people.persons());
        Optional<Duration> length = fields.optional("for").flatMap(RuleEffectEntry::length);
        Term term = length.filter(Duration::isPositive).<Term>map(Term.For::new).orElseGet(Term.Unsaid::new);
        Optional<Intent> intent = fields.optional("launch").isPresent() ? launch(fields, term) : grant(fields, term);
        Instant now = fields.optional("at").flatMap(AroundEntry::moment).orElse(NOW);
        Optional<Duration> ran = fields.optional("ran").flatMap(RuleEffectEntry::length);
        Optional<Duration> left = fields.optional("left").flatMap(RuleEffectEntry::length);
        Optional<EvaluationRequest.Already> already =
                ran.map(since -> new EvaluationRequest.Already(now.minus(since), now.plus(left.orElse(Duration.ZERO))));
        Optional<Money> used = money(fields, "used");
        Optional<Money> reserved = money(fields, "reserved");
        BudgetCap.Rule atCap = fields.optional("atCap")
                .flatMap(each -> each.oneOf(RULES))
                .map(word -> BudgetCap.Rule.valueOf(word.toUpperCase(Locale.ROOT)))
                .orElse(BudgetCap.STANDARD.rule());
        Circumstances around = new AroundEntry(people, catalogue).read(fields);
        // As the desk asks: judged as, and paid by the team of, whom it is for.
        Optional<Person> whose =
                Optional.ofNullable(grantee(fields)).flatMap(people::find).or(() -> by);
        if (whose.isPresent() && people.teamOf(whose.get().id()).isEmpty()) {
            fields.key("by").problem(whose.get().id() + " is in no team.", "Take somebody who is.");
        }
        return fields.build(() -> new EvaluationRequest(
                whose.orElseThrow().id(),
                intent.orElseThrow(),
                LEASE,
                now,
                budget(whose.orElseThrow(), now, used, reserved, atCap),
                already.orElse(null),
                around.askedBy(by.orElseThrow().id())));
    }

    private BudgetView budget(
            Person by, Instant now, Optional<Money> used, Optional<Money> reserved, BudgetCap.Rule atCap) {
        Money zero = Money.zero(organisation.currency());
        Money perMonth = people.teamOf(by.id())
                .map(Team::budget)
                .map(Team.Budget::perMonth)
                .orElse(zero);
        YearMonth month = YearMonth.from(now.atZone(organisation.zone()));
        var spent = new BudgetView.Month(used.orElse(zero), reserved.orElse(zero));
        return new BudgetView(perMonth, Map.of(month, spent), atCap, List.of());
    }

    /** Whom it is for, where it is not the asker. */
    private @Nullable PersonId grantee(Fields fields) {
        return fields.optional("grantee")
                .flatMap(node -> known(node, PersonId::new, people.persons()))
                .map(Person::id)
                .orElse(null);
    }

    private static @Nullable Instant from(Fields fields) {
        return fields.optional("from").flatMap(AroundEntry::moment).orElse(null);
    }

    private Optional<Money> money(Fields fields, String key) {
        return fields.optional(key).flatMap(node -> node.as(text -> Money.of(text, organisation.currency())));
    }

    private Optional<Intent> launch(Fields fields, Term term) {
        Optional<GoldenPath> path = known(fields.required("launch"), PathName::new, catalogue.askable());
        if (path.isEmpty()) {
            return Optional.empty();
        }
        SortedMap<String, Value> values = new TreeMap<>();
        fields.optional("p")
                .map(Node::names)
                .map(Fields::entries)
                .orElse(Map.of())
                .forEach((name, node) -> path.get()
                        .parameter(name)
                        .ifPresentOrElse(
                                parameter ->
                                        node.as(parameter.type()::read).ifPresent(value -> values.put(name, value)),
                                () -> node.problem(
                                        path.get().name() + " has no parameter " + name + ".", "Correct its name.")));
        return Optional.of(new Intent.Launch(path.get().name(), values, term, "", grantee(fields), from(fields)));
    }

    private Optional<Intent> grant(Fields fields, Term term) {
        Optional<DatasetName> name = fields.required("grant").as(DatasetName::new);
        Access access = fields.optional("access")
                        .flatMap(node -> node.oneOf(VariantEntry.ACCESS))
                        .filter("write"::equals)
                        .isPresent()
                ? Access.WRITE
                : Access.READ;
        if (name.isPresent() && catalogue.covered(name.get()).isEmpty()) {
            fields.key("grant")
                    .problem(
                            "There is no dataset " + name.get() + ".",
                            todo(name.get(), catalogue.datasets().keySet()));
        }
        return name.map(dataset -> new Intent.Grant(dataset, access, term, "", grantee(fields), from(fields)));
    }

    static <K, V> Optional<V> known(Node node, Function<String, K> make, Map<K, V> all) {
        Optional<K> key = node.as(make);
        key.filter(each -> !all.containsKey(each))
                .ifPresent(each -> node.problem("There is no " + each + ".", todo(each, all.keySet())));
        return key.map(all::get);
    }

    private static String todo(Object word, Collection<?> valid) {
        return NearestWord.todo(
                word.toString(), valid.stream().map(Object::toString).toList());
    }

    private static Optional<Expected> expected(Node node) {
        Fields fields = EXPECT.open(node);
        Optional<String> verdict = fields.required("verdict").oneOf(VERDICTS);
        return fields.build(() -> new Expected(
                verdict.orElseThrow(),
                set(fields, "rules"),
                set(fields, "by"),
                fields.optional("instead").map(Node::texts),
                set(fields, "tell")));
    }

    private static Optional<Set<String>> set(Fields fields, String key) {
        return fields.optional(key).map(Node::texts).map(HashSet::new);
    }
}
