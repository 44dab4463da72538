package dev.quartermaster.intents.policy.file;

import dev.quartermaster.intents.catalogue.Catalogue;
import dev.quartermaster.intents.money.PriceList;
import dev.quartermaster.intents.part.Shape;
import dev.quartermaster.intents.people.Organisation;
import dev.quartermaster.intents.people.People;
import dev.quartermaster.intents.plan.Planner;
import dev.quartermaster.intents.policy.Judge;
import dev.quartermaster.intents.policy.evaluate.RuleJudge;
import dev.quartermaster.intents.policy.facts.FactTypes;
import dev.quartermaster.intents.policy.facts.FactWords;
import dev.quartermaster.intents.policy.rule.Rule;
import dev.quartermaster.intents.policy.rule.RuleLanguage;
import dev.quartermaster.intents.policy.rule.Rules;
import dev.quartermaster.intents.policy.rule.Windows;
import dev.quartermaster.intents.yaml.Fields;
import dev.quartermaster.intents.yaml.Node;
import dev.quartermaster.intents.yaml.Problem;
import dev.quartermaster.intents.yaml.YamlFile;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Reads {@code policies/*.yaml}, runs the tests in them, and gives the {@link Judge} of their rules. */
public final class PolicyFiles {
    private static final List<String> VERSIONS = List.of("quartermaster/v1");
    private static final List<String> KINDS = List.of("Policy");
    private static final Shape.Entries METADATA =
            Shape.map().with("name", Shape.text()).with("title", Shape.text()).with("owner", Shape.text());

    /** Of one file. */
    public static final Shape.Entries SHAPE = Shape.map()
            .with("apiVersion", Shape.words(VERSIONS.toArray(String[]::new)))
            .with("kind", Shape.words(KINDS.toArray(String[]::new)))
            .with("metadata", METADATA)
            .perhaps("windows", Shape.list(Windows.SHAPE))
            .with("rules", Shape.list(RuleFile.SHAPE))
            .with("tests", Shape.list(RuleTestEntry.SHAPE));

    private PolicyFiles() {}

    /**
     * All rules of all files, in the files' order, and then, when everything else is in order, the tests in them.
     *
     * @param policyFiles path to text, rule files only
     * @param tried which of them somebody is only trying out
     * @param version hash of the bundle they are part of
     * @param problems what is wrong is added here; when something was, the judge refuses everything
     */
    public static Judge read(
            Map<String, String> policyFiles,
            Set<String> tried,
            Organisation organisation,
            People people,
            Catalogue catalogue,
            PriceList prices,
            String version,
            List<Problem> problems) {
        Map<String, Fields> files = new TreeMap<>();
        new TreeMap<>(policyFiles)
                .forEach((file, text) ->
                        YamlFile.read(file, text, problems).ifPresent(root -> files.put(file, opened(root))));
        var windows = Windows.read(
                files.values().stream()
                        .flatMap(fields -> fields.optional("windows").stream())
                        .toList(),
                organisation.zone());
        var vocabulary = new FactTypes(catalogue);
        var language = new RuleLanguage(vocabulary, organisation.currency(), windows);
        var owners = new RuleFile(language.expressions(), vocabulary, people, catalogue);
        var trying = new RuleFile(language.tried(), vocabulary, people, catalogue);
        var crowd = new OverbroadRules(people);
        List<Rule> rules = new ArrayList<>();
        List<Problem> warnings = new ArrayList<>();
        files.values()
                .forEach(fields -> fields.required("rules")
                        .list()
                        .forEach(node -> (tried.contains(node.file()) ? trying : owners)
                                .rule(node)
                                .ifPresent(rule -> {
                                    rules.add(rule);
                                    crowd.warning(rule, node).ifPresent(warnings::add);
                                })));
        List<Node> tests = files.values().stream()
                .flatMap(fields -> fields.required("tests").list().stream())
                .toList();
        if (!problems.isEmpty()) {
            return RuleJudge.withoutRules(version);
        }
        var around =
                new RuleJudge.Around(organisation, people, catalogue, new Planner(organisation, catalogue, prices));
        var book = Rules.of(rules, new FactWords(vocabulary, organisation.currency()), warnings);
        Judge judge = new RuleJudge(around, book, version);
        var entry = new RuleTestEntry(organisation, people, catalogue);
        tests.forEach(node -> entry.read(node)
                .ifPresent(test -> test.differences(judge)
                        .forEach(difference -> node.problem(
                                "This test fails: " + difference + ".",
                                "Change the rule, or what the test expects."))));
        return judge;
    }

    private static Fields opened(Node root) {
        Fields fields = SHAPE.open(root);
        fields.required("apiVersion").oneOf(VERSIONS);
        fields.required("kind").oneOf(KINDS);
        Fields metadata = METADATA.open(fields.required("metadata"));
        METADATA.fields().keySet().forEach(key -> metadata.required(key).text());
        return fields;
    }
}
