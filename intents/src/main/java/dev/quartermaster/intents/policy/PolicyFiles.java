package dev.quartermaster.intents.policy;

import dev.quartermaster.intents.catalogue.Catalogue;
import dev.quartermaster.intents.money.PriceList;
import dev.quartermaster.intents.people.Organisation;
import dev.quartermaster.intents.people.People;
import dev.quartermaster.intents.plan.Planner;
import dev.quartermaster.intents.yaml.Fields;
import dev.quartermaster.intents.yaml.Node;
import dev.quartermaster.intents.yaml.Problem;
import dev.quartermaster.intents.yaml.YamlFile;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Reads {@code policies/*.yaml} to a judge. */
public final class PolicyFiles {
    private PolicyFiles() {}

    /**
     * All rules of all files, in the files' order, and then, when everything else is in order, the tests in them.
     *
     * @param policyFiles path to text, rule files only
     * @param version hash of the bundle they are part of
     * @param problems what is wrong is added here; when something was, the judge refuses everything
     */
    public static Judge read(
            Map<String, String> policyFiles,
            Organisation organisation,
            People people,
            Catalogue catalogue,
            PriceList prices,
            String version,
            List<Problem> problems) {
        var expressions = new RuleLanguage(new Vocabulary(catalogue), organisation.currency()).expressions();
        var reader = new RuleFile(expressions, people, catalogue);
        List<Rule> rules = new ArrayList<>();
        List<Node> tests = new ArrayList<>();
        new TreeMap<>(policyFiles)
                .forEach((file, text) -> YamlFile.read(file, text, problems).ifPresent(root -> {
                    Fields fields = root.fields("apiVersion", "kind", "metadata", "rules", "tests");
                    fields.required("apiVersion").oneOf(List.of("quartermaster/v1"));
                    fields.required("kind").oneOf(List.of("Policy"));
                    Fields metadata = fields.required("metadata").fields("name", "title", "owner");
                    List.of("name", "title", "owner")
                            .forEach(key -> metadata.required(key).text());
                    fields.required("rules")
                            .list()
                            .forEach(node -> reader.rule(node).ifPresent(rules::add));
                    tests.addAll(fields.required("tests").list());
                }));
        if (!problems.isEmpty()) {
            return refusing(version);
        }
        var planner = new Planner(organisation, catalogue, prices);
        Judge judge = new RuleJudge(organisation, people, catalogue, planner, rules, version);
        var entry = new RuleTestEntry(organisation, people, catalogue);
        tests.forEach(node -> entry.read(node)
                .ifPresent(test -> test.differences(judge)
                        .forEach(difference -> node.problem(
                                "This test fails: " + difference + ".",
                                "Change the rule, or what the test expects."))));
        return judge;
    }

    private static Judge refusing(String version) {
        var reason = new Verdict.Reason(
                Refusals.NOTHING, "The rules could not be read. Ask the platform team to mend their configuration.");
        var refused = new Verdict.Refused(List.of(reason), List.of());
        return asked -> new Judgement(asked.intent(), null, null, refused, List.of(), version);
    }
}
