package dev.quartermaster.intents.policy;

import static dev.quartermaster.intents.policy.Asking.read;
import static org.assertj.core.api.Assertions.assertThat;

import dev.quartermaster.intents.catalogue.DatasetName;
import dev.quartermaster.intents.config.DefaultOrganisation;
import dev.quartermaster.intents.config.Loaded;
import dev.quartermaster.intents.intent.Intent;
import dev.quartermaster.intents.people.PersonId;
import dev.quartermaster.intents.plan.PartName;
import dev.quartermaster.intents.policy.Verdict.Alternative;
import dev.quartermaster.intents.policy.Verdict.NeedsApproval;
import dev.quartermaster.intents.policy.Verdict.Refused;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Which parts wait for which yes, how loudly it is asked for, and what is offered at the edge of a limit. */
class WhatWaitsTest {
    private static final Duration HOUR = Duration.ofHours(1);
    private static final String CUSTOMERS = "golden-paths/data-science-customer-data.yaml";

    @Test
    void anOwnersYesIsWaitedForByThePartsThatOpenTheirDataOnly() {
        assertThat(covers("owner-of-data", "data"))
                .containsEntry(owner("customer.*"), Set.of(new PartName("warehouse")))
                .containsEntry(owner("sales.orders"), Set.of(new PartName("orders")));
        assertThat(covers("{any: [owner-of-data, 'person:kim']}", "data"))
                .containsEntry(
                        new Deciders.AnyOf(List.of(owner("sales.orders"), new Deciders.Named(new PersonId("kim")))),
                        Set.of(new PartName("orders")));
    }

    @Test
    void podsWaitWhereComputeDoesAndEverythingWhereThereIsNone() {
        Set<PartName> pods = covers("manager", "compute").values().iterator().next();
        assertThat(pods).isNotEmpty().doesNotContain(new PartName("warehouse"), new PartName("orders"));
        assertThat(covers("manager", "all").values().iterator().next())
                .containsAll(pods)
                .contains(new PartName("warehouse"), new PartName("orders"));
        Asking grants = Asking.withRules(rule("manager", "compute"));
        assertThat(((NeedsApproval) grants.judge("ana", read("sales.orders", 1)).verdict()).stages())
                .extracting(Stage::covers)
                .containsExactly(Set.of(new PartName("data")));
    }

    @Test
    void ofTwoRulesThatAskTheSameTheLouderIsHeard() {
        assertThat(loudest("owners", "digest")).isEqualTo(Stage.Ping.OWNERS);
        assertThat(loudest("digest", "owners")).isEqualTo(Stage.Ping.OWNERS);
        assertThat(loudest("owners", "deciders")).isEqualTo(Stage.Ping.DECIDERS);
        assertThat(loudest("digest", "digest")).isEqualTo(Stage.Ping.DIGEST);
    }

    @Test
    void whatIsOfferedGoesDownToNothingLeftAndToOneHour() {
        String counted = """
            rules:
              - {id: fine, when: "true", then: allow, because: Yes.}
              - {id: quota, when: "request.gpus > LEFT", then: refuse, lift: manager, instead: [{p: {gpus: "${LEFT}"}}], because: No.}
            """;
        assertThat(offered(counted.replace("LEFT", "0")))
                .containsExactly("launch ray-cluster --gpus 0 --duration 3h --purpose \"churn study\"");
        assertThat(offered(counted.replace("LEFT", "(-1)"))).isEmpty();
        String priced = """
            rules:
              - {id: fine, when: "true", then: allow, because: Yes.}
              - {id: dear, when: "price.estimate > PRICE", then: refuse, lift: manager, instead: [{estimate: PRICE}], because: No.}
            """;
        assertThat(offered(priced.replace("PRICE", "price.hour")))
                .containsExactly("launch ray-cluster --gpus 2 --duration 1h --purpose \"churn study\"");
        assertThat(offered(priced.replace("PRICE", "price.hour - 1"))).isEmpty();
        assertThat(offered(priced.replace("PRICE", "0"))).isEmpty();
    }

    @Test
    void eachExpectationOfATestIsLookedAt() {
        assertThat(failing("{verdict: approve, rules: [other]}")).contains("rules is [only]");
        assertThat(failing("{verdict: approve, by: [sponsor]}")).contains("by is [manager]");
        assertThat(failing("{verdict: approve, tell: [kim]}")).contains("tell is []");
        assertThat(failing("{verdict: approve, instead: [launch x]}")).contains("instead is []");
        assertThat(failing("{verdict: refuse}")).contains("verdict is approve, not refuse");
        assertThat(failing("{verdict: approve, rules: [only], by: [manager], tell: [], instead: []}"))
                .isEqualTo("[]");
    }

    private static String failing(String expect) {
        return switch (DefaultOrganisation.reader()
                .read(Asking.files(rule("manager", "all")
                        + "tests:\n  - ask: {by: ana, grant: sales.orders}\n    expect: " + expect + "\n"))) {
            case Loaded.Ok ok -> "[]";
            case Loaded.Broken(var problems) -> problems.toString();
        };
    }

    private static List<String> offered(String rules) {
        Asking asking = Asking.withRules(rules);
        Intent wish = asking.launch("ray-cluster", Duration.ofHours(3), "gpus=2");
        return ((Refused) asking.judge("ana", wish).verdict())
                .alternatives().stream().map(Alternative::command).toList();
    }

    private static Stage.Ping loudest(String one, String other) {
        String two = rule("manager", "all").replace("covers: all", "ping: " + one)
                + rule("manager", "all")
                        .replace("rules:\n", "")
                        .replace("id: only", "id: other")
                        .replace("covers: all", "ping: " + other);
        Judgement judgement = Asking.withRules(two).judge("ana", read("sales.orders", 1));
        return ((NeedsApproval) judgement.verdict()).stages().getFirst().pinged();
    }

    /** Of a notebook that opens customers and orders, by who decides. */
    private static Map<Deciders, Set<PartName>> covers(String by, String covers) {
        Map<String, String> files = Asking.files(rule(by, covers));
        files.computeIfPresent(
                CUSTOMERS,
                (name, text) -> text.replaceAll(
                        "(?m)^(  - \\{name: )warehouse(, provider: grant, datasets: \\[)customer\\.\\*(\\].*)$",
                        "$0\n$1orders$2sales.orders$3"));
        Asking asking = Asking.ofFiles(files);
        Judgement judgement = asking.judge("ana", asking.launch("data-science-customer-data", HOUR));
        return ((NeedsApproval) judgement.verdict())
                .stages().stream().collect(Collectors.toMap(Stage::deciders, Stage::covers));
    }

    private static Deciders owner(String dataset) {
        return new Deciders.OwnerOfData(new DatasetName(dataset));
    }

    private static String rule(String by, String covers) {
        return """
            rules:
              - id: only
                when: "true"
                then: approve
                by: BY
                covers: COVERS
                because: Ask.
            """.replace("BY", by).replace("COVERS", covers);
    }
}
