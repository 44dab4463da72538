package dev.quartermaster.intents.policy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quartermaster.intents.config.DefaultOrganisation;
import dev.quartermaster.intents.config.Loaded;
import dev.quartermaster.intents.yaml.Problem;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Each mistake in a rule file is one problem, with its line and the next step; what is just within bounds is none. */
class WhatIsWrongTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        needed: 0                             | needed is how many must say yes. Use 1 to 10, or all.
        needed: 11                            | needed is how many must say yes. Use 1 to 10, or all.
        needed: 1                             |
        needed: 10                            |
        needed: none                          | where a whole number is wanted
        order: -1                             | order says who is asked first. Use 0 to 9
        order: 10                             | order says who is asked first. Use 0 to 9
        order: 9                              |
        ping: everybody                       | "everybody" is not known here.
        overrun: 100                          | overrun is a per cent of the month's budget. Use 101 to 1000.
        overrun: 1001                         | overrun is a per cent of the month's budget. Use 101 to 1000.
        overrun: 101                          |
        overrun: 1000                         |
        covers: some                          | "some" is not known here.
        beforehand: maybe                     | where true or false is wanted
        lift: manager                         | The key lift does nothing in this rule. Remove it.
        longest: 4h                           | The key longest does nothing in this rule. Remove it.
        """)
    void ofApproving(String key, String problem) {
        expected(rule("then: approve", "by: manager", key), problem);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        paths: [ray-cluster, vscode]           |
        paths: [ray-clustr]                    | There is no ray-clustr. Did you mean ray-cluster?
        paths: []                              | Nothing is named here. Name what the rule is about, or remove paths.
        paths: ray-cluster                     | where a list
        paths: [grant]                         | There is no grant.
        datasets: [sales.orders, customer.*]   |
        datasets: [sales.order]                | There is no sales.order. Did you mean sales.orders?
        datasets: [sale.*]                     | There is no sale.*.
        datasets: ['*']                        | Not a dataset's name
        datasets: []                           | Nothing is named here.
        teams: [growth]                        |
        teams: [grwth]                         | There is no grwth. Did you mean growth?
        team: [growth]                         | The key "team" is not known here. Did you mean teams?
        """)
    void ofWhatItIsAbout(String key, String problem) {
        expected(rule("then: approve", "by: manager", key), problem);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        []                                     | Nobody is named here. Name who is asked, one of owner-of-data
        {any: []}                              | Nobody is named here.
        {any: [manager], all: [sponsor]}       | Either any of them says yes, or all. Keep one of any and all.
        [manager, boss]                        | "boss" names nobody
        'group:platform-lads'                  | There is no group platform-lads. Did you mean platform-leads?
        'person:ann'                           | There is no person ann. Did you mean ana?
        {any: [manager, sponsor]}              |
        """)
    void ofWhoIsAsked(String by, String problem) {
        expected(rule("then: approve", "by: " + by, "order: 0"), problem);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        longest: 0h                           | Break-glass is for a short time. Use a length of up to 1d
        longest: 25h                          | Break-glass is for a short time. Use a length of up to 1d
        longest: 24h                          |
        longest: soon                         | "soon" is not
        """)
    void ofBreakingTheGlass(String key, String problem) {
        expected(rule("then: break-glass", "by: manager", key), problem);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        instead: [{p: {gpuz: 1}}]                  | No golden path has a parameter gpuz. Did you mean gpus?
        instead: [{p: {gpus: many}}]               | "many" is not a whole number
        instead: [{p: {gpus: "${8 - ours.gpus}"}}] |
        instead: [{p: {gpus: "${ours.gpuz}"}}]     | undefined field 'gpuz'
        instead: [{p: {gpus: "${person.id}"}}]     | gives string, not a whole number
        instead: [{p: {memory: "${1}"}}]           | is not a size
        instead: [{p: {image: standard}}]          |
        instead: [{access: all}]                   | "all" is not known here.
        instead: [{duration: long}]                | "long" is not
        instead: [{estimate: price.tag}]           | undefined field 'tag'
        value: ${person.nam}                       | undefined field 'nam'
        limit: ${person.nam}                       | undefined field 'nam'
        limit: 3 of ${person.name}                 |
        """)
    void ofRefusing(String key, String problem) {
        expected(rule("then: refuse", "lift: manager", key), problem);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        {name: night, from: "22:00", to: "06:00"}                    |
        {name: weekend, days: [sat, sun]}                            |
        {name: one, first: 2026-12-24, last: 2026-12-24}             |
        {name: Night, from: "22:00", to: "06:00"}                    | "Night" is not a name
        {name: night, from: "22:00"}                                 | The key "to" is missing.
        {name: night, to: "22:00"}                                   | The key "from" is missing.
        {name: night, from: "22:00", to: "22:00"}                    | The window has no length.
        {name: night, from: "22 h", to: "06:00"}                     | "22 h" is not written like 22:00
        {name: night}                                                | The key "days" is missing.
        {name: night, days: [saturday]}                              | "saturday" is not known here.
        {name: end, first: 2026-12-24, last: 2026-12-23}             | The window ends before it starts. Put the earlier day first.
        {name: end, first: 24.12., last: 2026-12-23}                 | "24.12." is not written like 2026-12-21
        {name: end, first: 2026-12-24}                               | The key "last" is missing.
        {name: end, last: 2026-12-24}                                | The key "first" is missing.
        {name: end, first: 2026-12-24, last: 2026-12-25, days: [sat]} | A window with first and last is whole days, once. Remove days.
        """)
    void ofAWindow(String window, String problem) {
        List<Problem> found = problems("windows:\n  - " + window + "\nrules: []\n");
        expected(found, problem);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        during('night')              |
        during('nights')             | during wants the name of a window in quotes; there is night
        during(path.name)            | during wants the name of a window in quotes
        during(1)                    | during wants the name of a window in quotes
        """)
    void ofSpeakingOfAWindow(String when, String problem) {
        expected(
                problems("windows: [{name: night, from: '22:00', to: '06:00'}]\nrules:\n  - {id: a, when: \"" + when
                        + "\", then: allow, because: So.}\n"),
                problem);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        by: ana, grant: sales.orders, at: 2026-06-12T16:00:00Z                                               |
        by: ana, grant: sales.orders, at: friday                                          | "friday" is not a moment such as
        by: ana, grant: sales.orders, from: friday                                        | "friday" is not a moment such as
        by: ana, grant: sales.orders, grantee: nobody                                     | There is no nobody.
        by: ana, grant: sales.order                                                       | There is no dataset sales.order.
        by: ana, launch: ray-clustr                                                       | There is no ray-clustr.
        by: ana, launch: ray-cluster, p: {gpuz: 1}                                        | ray-cluster has no parameter gpuz.
        by: ana, grant: sales.orders, held: [{by: ana, launch: ray-cluster, gpus: 2}]                        |
        by: ana, grant: sales.orders, held: [{by: nobody, launch: ray-cluster}]           | There is no nobody.
        by: ana, grant: sales.orders, held: [{by: ana, launch: ray}]                      | There is no ray.
        by: ana, grant: sales.orders, preapproved: [{team: growth, gpus: 2, until: 2026-06-12T16:00:00Z, by: owner-of-budget}] |
        by: ana, grant: sales.orders, preapproved: [{team: growth, gpus: 2, until: 2026-06-12T16:00:00Z, by: 'person:kim'}]    |
        by: ana, grant: sales.orders, preapproved: [{team: growth, gpus: 2, until: 2026-06-12T16:00:00Z, by: manager}]         | This is somebody else each time.
        by: ana, grant: sales.orders, preapproved: [{team: grwth, gpus: 2, until: 2026-06-12T16:00:00Z, by: owner-of-budget}]  | There is no grwth. Did you mean growth?
        """)
    void ofATest(String ask, String problem) {
        expected(
                problems("rules:\n  - {id: a, when: 'true', then: allow, because: So.}\ntests:\n  - ask: {" + ask
                        + "}\n    expect: {verdict: allow}\n"),
                problem);
    }

    private static List<Problem> rule(String then, String more, String key) {
        return problems("rules:\n  - id: only\n    when: 'true'\n    " + then + "\n    " + more
                + "\n    because: So.\n    " + key + "\n");
    }

    private static void expected(List<Problem> found, String problem) {
        if (problem == null) {
            assertThat(found).isEmpty();
        } else {
            assertThat(found)
                    .singleElement()
                    .asString()
                    .startsWith("policies/only.yaml:")
                    .contains(problem);
        }
    }

    private static List<Problem> problems(String rules) {
        return switch (DefaultOrganisation.reader().read(Asking.files(rules))) {
            case Loaded.Ok ok -> List.of();
            case Loaded.Broken(var problems) -> problems;
        };
    }
}
