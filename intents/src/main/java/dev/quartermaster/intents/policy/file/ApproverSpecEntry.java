package dev.quartermaster.intents.policy.file;

import dev.quartermaster.intents.part.Shape;
import dev.quartermaster.intents.people.People;
import dev.quartermaster.intents.policy.Stage;
import dev.quartermaster.intents.policy.rule.ApproverSpec;
import dev.quartermaster.intents.policy.rule.Role;
import dev.quartermaster.intents.policy.rule.RuleEffect;
import dev.quartermaster.intents.yaml.Fields;
import dev.quartermaster.intents.yaml.NearestWord;
import dev.quartermaster.intents.yaml.Node;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Reads whom a rule names: a role, or for yeses several, {@code [a, b]} or {@code {any: [a, b]}}. */
record ApproverSpecEntry(People people) {
    private static final List<String> PING = List.of("owners", "deciders", "digest");
    private static final String ALL = "all";
    private static final int MOST = 10;
    private static final Shape ROLES = Shape.list(Shape.text());
    private static final Shape.Entries SEVERAL =
            Shape.map().perhaps("any", ROLES).perhaps(ALL, ROLES);
    static final Shape.Entries SHAPE = Shape.map()
            .perhaps("by", Shape.either(Shape.text(), ROLES, SEVERAL))
            .perhaps("needed", Shape.either(Shape.count(1, MOST), Shape.words(ALL)))
            .perhaps("order", Shape.count(0, 9))
            .perhaps("ping", Shape.words(PING.toArray(String[]::new)));

    Optional<RuleEffect.Asking> asking(Fields fields) {
        Optional<ApproverSpec> by = by(fields.required("by"));
        Optional<Node> needed =
                fields.optional("needed").filter(node -> !node.plainText().equals(Optional.of(ALL)));
        long seats = needed.flatMap(Node::whole).orElse(1L);
        if (seats < 1 || seats > MOST) {
            needed.ifPresent(node -> node.problem("needed is how many must say yes.", "Use 1 to 10, or all."));
        }
        boolean everybody = fields.optional("needed").isPresent() && needed.isEmpty();
        long order = fields.optional("order").flatMap(Node::whole).orElse(0L);
        if (order < 0 || order > 9) {
            fields.key("order").problem("order says who is asked first.", "Use 0 to 9; 0 is asked at once.");
        }
        Stage.Ping ping = fields.optional("ping")
                .flatMap(node -> node.oneOf(PING))
                .map(word -> Stage.Ping.valueOf(word.toUpperCase(Locale.ROOT)))
                .orElse(Stage.Ping.OWNERS);
        return by.map(whom -> new RuleEffect.Asking(whom, everybody ? null : (int) seats, (int) order, ping));
    }

    private Optional<ApproverSpec> by(Node node) {
        if (node.isMap()) {
            Fields fields = SEVERAL.open(node);
            boolean any = fields.optional("any").isPresent();
            if (any && fields.optional(ALL).isPresent()) {
                fields.key(ALL).problem("Either any of them says yes, or all.", "Keep one of any and all.");
            }
            return roles(any ? fields.required("any") : fields.required(ALL), any);
        }
        return node.isList() ? roles(node, false) : role(node).map(ApproverSpec::of);
    }

    private Optional<ApproverSpec> roles(Node list, boolean any) {
        List<Node> nodes = list.list();
        List<Role> roles =
                nodes.stream().flatMap(node -> role(node).stream()).distinct().toList();
        if (nodes.isEmpty() && list.isList()) {
            list.problem("Nobody is named here.", "Name who is asked, one of " + String.join(", ", Role.WORDS) + ".");
        }
        return roles.isEmpty() || roles.size() < nodes.size()
                ? Optional.empty()
                : Optional.of(new ApproverSpec(roles, any));
    }

    Optional<Role> role(Node node) {
        Optional<Role> role = node.as(Role::of);
        if (role.isPresent()
                && role.get() instanceof Role.Group(var name)
                && !people.groups().containsKey(name)) {
            node.problem(
                    "There is no group " + name + ".",
                    NearestWord.todo(name, people.groups().keySet()));
        }
        if (role.isPresent()
                && role.get() instanceof Role.Named(var person)
                && people.find(person).isEmpty()) {
            node.problem(
                    "There is no person " + person + ".",
                    NearestWord.todo(
                            person.value(),
                            people.persons().keySet().stream()
                                    .map(Object::toString)
                                    .toList()));
        }
        return role;
    }
}
