package dev.quartermaster.bot.check;

import dev.quartermaster.intents.catalogue.GoldenPath;
import dev.quartermaster.intents.catalogue.Parameter;
import dev.quartermaster.intents.config.Bundle;
import dev.quartermaster.intents.people.PersonId;
import dev.quartermaster.intents.plan.LeaseId;
import dev.quartermaster.intents.policy.BudgetView;
import dev.quartermaster.intents.policy.EvaluationRequest;
import dev.quartermaster.intents.policy.Verdict;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What stands in the files and does nothing: parameters nobody reads, golden paths no rule speaks of, groups of nobody. */
final class UseTrial {
    /** The rule of a refusal where no rule is about what was asked. */
    private static final String NOTHING_ALLOWS = "nothing-allows";

    private static final int ASKERS = 20;
    private static final LeaseId LEASE = new LeaseId("lease-aaaaaaaaaa");

    private final Bundle bundle;
    private final FilePlaces places;
    private final Faults faults;

    UseTrial(Bundle bundle, FilePlaces places, Faults faults) {
        this.bundle = bundle;
        this.places = places;
        this.faults = faults;
    }

    void look() {
        bundle.people().groups().entrySet().stream()
                .filter(group -> group.getValue().isEmpty())
                .forEach(group -> faults.warning(
                        "people.yaml",
                        places.line("people.yaml", "groups", group.getKey()),
                        "Nobody is in the group " + group.getKey() + ".",
                        "Add somebody, or remove it: a rule that asks the group asks nobody."));
        for (GoldenPath path : CheckCommand.paths(bundle)) {
            if (!path.planned()) {
                parameters(path);
                rules(path);
            }
        }
    }

    /** Rules may read one, and the kind of GPU and the duration count wherever a price does. */
    private void parameters(GoldenPath path) {
        String file = FilePlaces.file(path.name());
        for (Parameter parameter : path.parameters()) {
            Pattern named = Pattern.compile("\\bp\\." + parameter.name() + "\\b");
            boolean read = parameter.type() == Parameter.Type.PRESET
                    || parameter.name().equals("duration")
                    || parameter.name().equals("gpu_kind") && path.price().containsKey("gpus")
                    || texts(file).anyMatch(text -> named.matcher(text).find());
            if (!read) {
                faults.warning(
                        file,
                        places.line(file, "parameters", parameter.name()),
                        "The parameter " + parameter.name() + " changes nothing.",
                        "Name it as ${p." + parameter.name() + "} in parts or price, or remove it.");
            }
        }
    }

    private Stream<String> texts(String file) {
        return bundle.files().entrySet().stream()
                .filter(each -> each.getKey().equals(file) || each.getKey().startsWith("policies/"))
                .map(Map.Entry::getValue);
    }

    /** Asked for as it is by the first {@value #ASKERS} members of teams. */
    private void rules(GoldenPath path) {
        var wish = Samples.wish(path, EdgeValues.of(path).alone().getFirst());
        List<Verdict> verdicts = bundle.people().teams().values().stream()
                .sorted(Comparator.comparing(team -> team.id().value()))
                .flatMap(team -> team.members().stream()
                        .sorted(Comparator.comparing(PersonId::value))
                        .map(person -> new EvaluationRequest(
                                person,
                                wish,
                                LEASE,
                                Samples.NOW,
                                new BudgetView(team.budget().perMonth(), Map.of()),
                                null)))
                .limit(ASKERS)
                .map(asked -> bundle.judge().judge(asked).verdict())
                .toList();
        boolean nobody = !verdicts.isEmpty()
                && verdicts.stream()
                        .allMatch(verdict -> verdict instanceof Verdict.Refused refused
                                && refused.reasons().stream()
                                        .anyMatch(reason -> reason.rule().equals(NOTHING_ALLOWS)));
        if (nobody) {
            String file = FilePlaces.file(path.name());
            faults.warning(
                    file,
                    places.line(file, "metadata", "name"),
                    "No rule allows anybody to have it, so it is refused to all.",
                    "Add a rule to policies/ that allows it or says who approves, with a test beside it.");
        }
    }
}
