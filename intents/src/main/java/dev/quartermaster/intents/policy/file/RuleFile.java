package dev.quartermaster.intents.policy.file;

import dev.quartermaster.intents.catalogue.Catalogue;
import dev.quartermaster.intents.expression.Expression;
import dev.quartermaster.intents.expression.ExpressionType;
import dev.quartermaster.intents.expression.Expressions;
import dev.quartermaster.intents.part.Shape;
import dev.quartermaster.intents.people.People;
import dev.quartermaster.intents.policy.facts.FactTypes;
import dev.quartermaster.intents.policy.rule.ReasonTemplate;
import dev.quartermaster.intents.policy.rule.Rule;
import dev.quartermaster.intents.policy.rule.RuleEffect;
import dev.quartermaster.intents.policy.rule.RuleLanguage;
import dev.quartermaster.intents.policy.rule.RuleScope;
import dev.quartermaster.intents.yaml.Fields;
import dev.quartermaster.intents.yaml.Node;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Reads the rules of a file. One reader for all files of a bundle: ids are unique over all of them. */
final class RuleFile {
    private static final String ID = "[a-z][a-z0-9-]{0,62}";
    static final Shape.Entries SHAPE = Shape.map()
            .with("id", Shape.form(ID))
            .with("when", Shape.text())
            .perhaps("unless", Shape.text())
            .with("because", Shape.text())
            .and(RuleScopeEntry.SHAPE)
            .and(RuleEffectEntry.SHAPE);
    private static final Pattern NAME = Pattern.compile("\\b[a-z]+(?:\\.[a-z][a-z0-9_]*)?");

    private final Expressions expressions;
    private final Set<String> facts;
    private final RuleScopeEntry scopes;
    private final RuleEffectEntry then;
    private final Set<String> ids = new HashSet<>();

    /** @param vocabulary what the rules may name */
    RuleFile(Expressions expressions, FactTypes vocabulary, People people, Catalogue catalogue) {
        this.expressions = expressions;
        this.facts = vocabulary.words();
        this.scopes = new RuleScopeEntry(people, catalogue);
        this.then = new RuleEffectEntry(expressions, people, new VariantEntry(expressions, catalogue));
    }

    Optional<Rule> rule(Node node) {
        Fields fields = SHAPE.open(node);
        Optional<String> id = fields.required("id").as(this::id);
        RuleScope scope = scopes.read(fields);
        Optional<Expression> when = RuleLanguage.read(fields.required("when"), expressions, ExpressionType.TRUTH);
        Optional<Expression> unless =
                fields.optional("unless").flatMap(each -> RuleLanguage.read(each, expressions, ExpressionType.TRUTH));
        Optional<ReasonTemplate> because = ReasonTemplate.read(fields.required("because"), expressions);
        Optional<RuleEffect> does = then.read(fields);
        return fields.build(() -> new Rule(
                id.orElseThrow(),
                scope,
                new Rule.Condition(when.orElseThrow(), unless.orElse(null)),
                does.orElseThrow(),
                because.orElseThrow(),
                Stream.concat(
                                scope.facts().stream(),
                                Stream.concat(when.stream(), unless.stream())
                                        .flatMap(expression -> named(expression.toString())))
                        .collect(Collectors.toSet())));
    }

    /** The facts an expression names; {@code during(…)} is about the start. */
    private Stream<String> named(String text) {
        return NAME.matcher(text)
                .results()
                .map(MatchResult::group)
                .map(word -> word.equals("during") ? "request.start" : word)
                .map(word -> facts.contains(word) ? word : word.replaceFirst("\\..*", ""))
                .filter(facts::contains);
    }

    private String id(String id) {
        if (!id.matches(ID)) {
            throw new IllegalArgumentException("\"" + id + "\" is not an id (lower case letters, digits and -)");
        }
        if (!ids.add(id)) {
            throw new IllegalArgumentException("There is a rule " + id + " already");
        }
        return id;
    }
}
