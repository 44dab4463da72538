package dev.quartermaster.intents.policy;

import dev.quartermaster.intents.catalogue.Catalogue;
import dev.quartermaster.intents.catalogue.GoldenPath;
import dev.quartermaster.intents.catalogue.Parameter;
import dev.quartermaster.intents.catalogue.Value;
import dev.quartermaster.intents.expression.Expression;
import dev.quartermaster.intents.expression.Expressions;
import dev.quartermaster.intents.expression.Kind;
import dev.quartermaster.intents.intent.Access;
import dev.quartermaster.intents.people.People;
import dev.quartermaster.intents.yaml.Fields;
import dev.quartermaster.intents.yaml.Node;
import dev.quartermaster.intents.yaml.Spelling;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Reads the rules of a file. One reader for all files of a bundle: ids are unique over all of them. */
final class RuleFile {
    private static final List<String> THEN = List.of("allow", "approve", "refuse", "tell");
    private static final List<String> COVERS = List.of("all", "data", "compute");
    private static final List<String> ACCESS = List.of("read", "write");

    private final Expressions expressions;
    private final People people;
    private final Catalogue catalogue;
    private final Set<String> ids = new HashSet<>();

    RuleFile(Expressions expressions, People people, Catalogue catalogue) {
        this.expressions = expressions;
        this.people = people;
        this.catalogue = catalogue;
    }

    Optional<Rule> rule(Node node) {
        Fields fields =
                node.fields("id", "when", "then", "by", "needed", "covers", "overrun", "because", "lift", "instead");
        Optional<String> id = fields.required("id").as(this::id);
        Optional<Expression> when = RuleLanguage.read(fields.required("when"), expressions, Kind.TRUTH);
        Optional<Because> because = Because.read(fields.required("because"), expressions);
        Optional<String> word = fields.required("then").oneOf(THEN);
        Optional<Then> then = word.flatMap(each -> then(each, fields));
        return fields.build(
                () -> new Rule(id.orElseThrow(), when.orElseThrow(), then.orElseThrow(), because.orElseThrow()));
    }

    private String id(String id) {
        if (!id.matches("[a-z][a-z0-9-]{0,62}")) {
            throw new IllegalArgumentException("\"" + id + "\" is not an id (lower case letters, digits and -)");
        }
        if (!ids.add(id)) {
            throw new IllegalArgumentException("There is a rule " + id + " already");
        }
        return id;
    }

    private Optional<Then> then(String word, Fields fields) {
        return switch (word) {
            case "allow" -> only(fields, List.of()).map(any -> new Then.Allow());
            case "approve" ->
                only(fields, List.of("by", "needed", "covers", "overrun")).flatMap(this::approve);
            case "refuse" -> only(fields, List.of("lift", "instead")).flatMap(this::refuse);
            default ->
                only(fields, List.of("by"))
                        .flatMap(any -> role(fields.required("by")).map(Then.Tell::new));
        };
    }

    /** A key that does nothing for this kind of rule is a misunderstanding about who is asked. */
    private static Optional<Fields> only(Fields fields, List<String> keys) {
        Stream.of("by", "needed", "covers", "overrun", "lift", "instead")
                .filter(key -> !keys.contains(key) && fields.optional(key).isPresent())
                .forEach(
                        key -> fields.key(key).problem("The key " + key + " does nothing in this rule.", "Remove it."));
        return Optional.of(fields);
    }

    private Optional<Then> approve(Fields fields) {
        Optional<Role> by = role(fields.required("by"));
        Optional<Node> needed = fields.optional("needed");
        long seats = needed.flatMap(Node::whole).orElse(1L);
        if (seats < 1 || seats > 10) {
            needed.ifPresent(node -> node.problem("needed is how many must say yes.", "Use 1 to 10."));
        }
        Optional<Node> overrun = fields.optional("overrun");
        Optional<Long> percent = overrun.flatMap(Node::whole);
        if (percent.filter(each -> each <= 100 || each > 1000).isPresent()) {
            overrun.get().problem("overrun is a per cent of the month's budget.", "Use 101 to 1000.");
        }
        Then.Covers covers = fields.optional("covers")
                .flatMap(node -> node.oneOf(COVERS))
                .map(each -> Then.Covers.valueOf(each.toUpperCase(Locale.ROOT)))
                .orElse(Then.Covers.ALL);
        return by.map(role -> new Then.Approve(
                role,
                Math.toIntExact(seats),
                covers,
                percent.map(Long::intValue).orElse(null)));
    }

    private Optional<Then> refuse(Fields fields) {
        List<Variant> instead = fields.items("instead").stream()
                .flatMap(node -> variant(node).stream())
                .toList();
        return role(fields.required("lift")).map(lift -> new Then.Refuse(lift, instead));
    }

    private Optional<Role> role(Node node) {
        Optional<Role> role = node.as(Role::of);
        if (role.isPresent()
                && role.get() instanceof Role.Group(var name)
                && !people.groups().containsKey(name)) {
            node.problem(
                    "There is no group " + name + ".",
                    Spelling.todo(name, people.groups().keySet()));
        }
        if (role.isPresent()
                && role.get() instanceof Role.Named(var person)
                && people.find(person).isEmpty()) {
            node.problem(
                    "There is no person " + person + ".",
                    Spelling.todo(
                            person.value(),
                            people.persons().keySet().stream()
                                    .map(Object::toString)
                                    .toList()));
        }
        return role;
    }

    private Optional<Variant> variant(Node node) {
        Fields fields = node.fields("p", "access", "duration", "estimate");
        Map<String, Optional<Value>> parameters = new HashMap<>();
        fields.optional("p")
                .map(Node::names)
                .map(Fields::entries)
                .orElse(Map.of())
                .forEach((name, value) -> {
                    parameter(value, name).ifPresent(parameter -> parameters.put(name, value(value, parameter)));
                });
        Optional<Access> access = fields.optional("access")
                .flatMap(each -> each.oneOf(ACCESS))
                .map(each -> Access.valueOf(each.toUpperCase(Locale.ROOT)));
        Optional<Duration> term = fields.optional("duration").flatMap(RuleFile::length);
        Optional<Expression> estimate =
                fields.optional("estimate").flatMap(each -> RuleLanguage.read(each, expressions, Kind.WHOLE));
        return fields.build(
                () -> new Variant(parameters, access.orElse(null), term.orElse(null), estimate.orElse(null)));
    }

    private Optional<Parameter> parameter(Node node, String name) {
        Optional<Parameter> found = catalogue.paths().values().stream()
                .sorted((one, other) -> one.name().compareTo(other.name()))
                .flatMap(path -> path.parameter(name).stream())
                .findFirst();
        if (found.isEmpty()) {
            node.problem(
                    "No golden path has a parameter " + name + ".",
                    Spelling.todo(
                            name,
                            catalogue.paths().values().stream()
                                    .map(GoldenPath::parameters)
                                    .flatMap(List::stream)
                                    .map(Parameter::name)
                                    .distinct()
                                    .toList()));
        }
        return found;
    }

    /** {@code standard} is the path's own value: the parameter is left out. */
    private static Optional<Value> value(Node node, Parameter parameter) {
        return node.text().filter(text -> !text.equals("standard")).flatMap(text -> node.as(parameter.type()::read));
    }

    static Optional<Duration> length(Node node) {
        return node.as(Parameter.Type.DURATION::read)
                .map(value -> value instanceof Value.Span(var length) ? length : Duration.ZERO);
    }
}
