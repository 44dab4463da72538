package dev.quartermaster.intents.policy.facts;

import dev.cel.common.types.CelType;
import dev.cel.common.types.ListType;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** The page that says what rules may name, made from what the type check knows and from one question's real facts. */
record FactsPage(FactTypes vocabulary, List<Map<String, Object>> examples) {
    private static final String HEAD = """
        # What a rule may name

        Generated; `FactsPageTest` says how to make it again. Rules are in `policies/*.yaml`. Conditions are
        [CEL](https://cel.dev): `&&`, `||`, `!`, `==`, `in`, `cond ? a : b`, `size(list)`, `list.exists(d, …)`, `list.all(d, …)`,
        `list.filter(d, …)`, `has(p.name)`. A misspelt fact is an error with file and line when the file is read.
        """;

    private static final String TAIL = """

        ## Functions

        | function | gives | example |
        |---|---|---|
        | `money(amount)` | cents | `price.estimate > money(20)` |
        | `days(n)`, `hours(n)` | a length of time | `request.term > days(14)` |
        | `during('window')` | whether it would be handed over in a window of some rule file's `windows:` | `during('year-end')` |
        | `words(x)` | money, a length or a list as people read it; for `because`, `value` and `limit` | `${words(price.estimate)}` |

        ## A rule

        | key | for | says |
        |---|---|---|
        | `id` | all | its name, unique over all files |
        | `when` | all | the condition |
        | `unless` | all | the exception |
        | `paths`, `datasets`, `teams` | all | what the rule is about, each a list of names: golden paths, datasets (`schema.table` or `schema.*`), the teams whose budget pays. Whoever asks for something else does not meet the rule, and `when` is not evaluated. Each key that is there must hold; of `datasets` one that is opened is enough, and `allow`, `approve` and `break-glass` let nothing else be opened: each dataset of a request needs a rule that lets it be. Says the same as a condition and costs nothing, which counts with thousands of rules |
        | `then` | all | `allow`, `approve`, `refuse`, `tell` or `break-glass`; refuse beats approve beats allow, and nothing matched is a refusal |
        | `because` | all | said to people; may hold `${…}` |
        | `by` | approve | who is asked: `owner-of-data`, `owner-of-budget`, `manager`, `sponsor`, `owner-of-path`, `group:<name>`, `person:<id>`; a list (each is asked), or `{any: […]}` (one of them is enough) |
        | `by` | tell, break-glass | who hears of it; who may |
        | `needed` | approve | how many different persons of each: 1 to 10, or `all`; 1 when not said |
        | `order` | approve | 0 to 9; asked once everything of a lower order is answered |
        | `ping` | approve | who gets a message: `owners` (when not said), `deciders` (everybody who may decide) or `digest` (nobody at once) |
        | `covers` | approve | the parts that wait: `all` (when not said), `data` or `compute` |
        | `overrun` | approve, tell | up to which per cent of the month's budget this yes, or that somebody is told, lets it go |
        | `beforehand` | approve | `true`: a yes given beforehand for the team's GPUs answers it |
        | `lift` | refuse | who can allow it all the same |
        | `value`, `limit` | refuse | what was asked for, and what can be had, in words |
        | `instead` | refuse | what is near, each judged before it is offered: `p: {name: value}` (`standard`: the path's own; `"${…}"`: a number), `access`, `duration`, `estimate` |
        | `longest` | break-glass | for how long at most |

        A window is `{name, first, last}` (dates, whole days, once) or `{name, days: [mon, …], from, to}` (every week; over midnight
        where `to` is not after `from`), in the organisation's time zone.

        ## A test

        `ask` takes `by`, `launch` with `p`, or `grant` with `access`, and then `for`, `from`, `grantee`, `at` (now), `used` and
        `reserved` (the month's money), `ran` and `left` (an extension), `held: [{by, launch, gpus, kind}]`,
        `preapproved: [{team, gpus, kind, until, by}]`, `emergency: true`. `expect` takes `verdict`, and what else matters of `rules`, `by`
        (`2 x group:platform-leads` where two are needed, `1: owner-of-data` where it is asked after others), `instead` (commands) and `tell`.
        """;

    String text() {
        var page = new StringBuilder(HEAD);
        vocabulary.groups().forEach((group, facts) -> {
            page.append("\n## ")
                    .append(title(group))
                    .append("\n\n| fact | type | unit | is | example |\n|---|---|---|---|---|\n");
            facts.forEach(fact -> page.append(row(group, fact)));
        });
        return page.append("\n`now` is the moment of the question (timestamp).\n")
                .append(TAIL)
                .toString();
    }

    private static String title(String group) {
        return switch (group) {
            case FactTypes.DATASET -> "each of `datasets`";
            case "p" -> "`p`: parameters; where not every path has one, ask `has(p.name)` first";
            case "budget" -> "`budget`: of the month in which least is left";
            case "mine" -> "`mine`: held already, what is being extended left out";
            case "ours" -> "`ours`: the same for the team";
            default -> "`" + group + "`";
        };
    }

    private String row(String group, FactName fact) {
        String prefix = group.equals(FactTypes.DATASET) ? "d" : group;
        return "| `" + prefix + "." + fact.name() + "` | " + type(fact.type()) + " | " + fact.unit() + " | "
                + fact.about() + " | " + example(group, fact.name()) + " |\n";
    }

    private static String type(CelType type) {
        return type instanceof ListType list
                ? "list of " + type(list.elemType())
                : switch (type.name()) {
                    case "google.protobuf.Duration" -> "duration";
                    case "google.protobuf.Timestamp" -> "timestamp";
                    case "dyn" -> "any";
                    default -> type.name();
                };
    }

    /** The first that says something. A version is any number: the page should not change with each path. */
    private String example(String group, String name) {
        if (name.equals("version")) {
            return "`3`";
        }
        return examples.stream()
                .map(facts -> values(facts, group).get(name))
                .filter(value -> value != null && !value.equals("") && !value.equals(List.of()))
                .findFirst()
                .map(FactsPage::written)
                .orElse("");
    }

    private static Map<?, ?> values(Map<String, Object> facts, String group) {
        if (!group.equals(FactTypes.DATASET)) {
            return (Map<?, ?>) facts.get(group);
        }
        List<?> datasets = (List<?>) facts.get(FactTypes.DATASETS);
        return datasets.isEmpty() ? Map.of() : (Map<?, ?>) datasets.getFirst();
    }

    private static String written(Object value) {
        return switch (value) {
            case String text -> "`'" + text + "'`";
            case Duration length ->
                length.toDays() > 0 ? "`days(" + length.toDays() + ")`" : "`hours(" + length.toHours() + ")`";
            case List<?> list ->
                "`" + list.stream().map(each -> "'" + each + "'").toList() + "`";
            default -> "`" + value + "`";
        };
    }
}
