package dev.quartermaster.intents.policy.evaluate;

import dev.quartermaster.intents.catalogue.Catalogue;
import dev.quartermaster.intents.catalogue.Value;
import dev.quartermaster.intents.intent.Intent;
import dev.quartermaster.intents.intent.Term;
import dev.quartermaster.intents.people.People;
import dev.quartermaster.intents.people.PersonId;
import dev.quartermaster.intents.people.Team;
import dev.quartermaster.intents.people.TeamId;
import dev.quartermaster.intents.plan.Draft;
import dev.quartermaster.intents.policy.Deciders;
import dev.quartermaster.intents.policy.EvaluationRequest;
import dev.quartermaster.intents.policy.Guard;
import dev.quartermaster.intents.policy.Rights;
import dev.quartermaster.intents.policy.SentenceParts;
import dev.quartermaster.intents.policy.Stage;
import dev.quartermaster.intents.policy.Verdict.Reason;
import dev.quartermaster.intents.policy.facts.EvaluationFacts;
import dev.quartermaster.intents.policy.rule.Role;
import dev.quartermaster.intents.policy.rule.Rule;
import dev.quartermaster.intents.policy.rule.RuleEffect;
import dev.quartermaster.intents.policy.rule.Variant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Words for each way of saying no; every one names the next step. */
record Refusals(People people, Catalogue catalogue) {
    static final String BOUNDS = "bounds";
    static final String NOBODY = "nobody-could-approve";
    static final String NOTHING = "nothing-allows";
    static final String BUDGET = "budget";
    static final String NO_TEAM = "no-team";

    Reason noTeam() {
        return new Reason(
                NO_TEAM,
                "You are in no team, so there is no budget this could be charged to. " + ask("to add you to one"));
    }

    Reason unknown(PersonId whom) {
        return new Reason(BOUNDS, "There is no " + whom + " here. Name whom it is for as people.yaml does.");
    }

    Reason notJudged() {
        return new Reason(
                NOTHING, "Only launching, extending and access to data are judged. Say which of them you mean.");
    }

    List<Reason> bounds(Draft.Outside outside, EvaluationRequest asked) {
        String counted = asked.already() == null ? "" : " The time it has run counts.";
        String owner = asked.intent() instanceof Intent.Launch launch
                ? lift(new Deciders.OwnerOfPath(launch.path()), asked.by())
                : "";
        return outside.findings().stream()
                .map(finding -> new Reason(
                        BOUNDS,
                        finding.words() + (finding.parameter().equals("duration") ? counted : ""),
                        said(finding.parameter(), asked.intent()),
                        Optional.ofNullable(finding.nearest()).map(Value::text).orElse(""),
                        owner))
                .toList();
    }

    private static String said(String parameter, Intent intent) {
        if (parameter.equals("duration")) {
            return Variant.term(intent) instanceof Term.For(var length) ? new Value.Span(length).text() : "";
        }
        return intent instanceof Intent.Launch launch
                ? Optional.ofNullable(launch.parameters().get(parameter))
                        .map(Value::text)
                        .orElse("")
                : "";
    }

    Reason tooLong() {
        return new Reason(BOUNDS, "Nothing is handed out for more than ten years. Say a shorter time.");
    }

    Reason unworkable(Rule rule) {
        return new Reason(rule.id(), "The rule " + rule.id() + " has no answer for this. " + ask("to mend it"));
    }

    Reason nothingAllows() {
        return new Reason(NOTHING, "Nothing in the rules allows this. " + ask("whether a rule for it is missing"));
    }

    /** Without what is left: these words stand on cards in channels, and money is for the team. */
    Reason budget(Guard guard, EvaluationFacts question) {
        Set<PersonId> owner = asked(
                new Deciders.OwnerOfBudget(question.team().id()),
                question.person().id());
        return new Reason(
                BUDGET,
                "It needs " + guard.amount() + ", and that is more than "
                        + question.team().title() + " has left for "
                        + guard.month() + "; /qm spend shows where it goes. Ask for less"
                        + (owner.isEmpty() ? "." : ", or ask " + SentenceParts.anyOf(owner, people) + "."),
                guard.amount().toString(),
                "the month's budget",
                SentenceParts.anyOf(owner, people));
    }

    /** What matched rules say against it: refusals, and yeses that nobody is there to be asked for. */
    List<Reason> of(List<Rule.Applied> applied, EvaluationFacts question) {
        List<Reason> reasons = new ArrayList<>();
        List<Role> lifts = applied.stream().flatMap(Refusals::lift).toList();
        int at = 0;
        for (Rule.Applied each : applied) {
            switch (each.rule().then()) {
                case RuleEffect.Refuse refuse -> {
                    at++;
                    boolean saidLater = lifts.subList(at, lifts.size()).contains(refuse.lift());
                    String who = lift(refuse.lift(), question);
                    String ask = saidLater || who.isEmpty() ? "" : " If it has to be, ask " + who + ".";
                    reasons.add(new Reason(each.rule().id(), each.because() + ask, each.value(), each.limit(), who));
                }
                case RuleEffect.Approve approve -> {
                    if (approve.asking().by().in(question, catalogue).isEmpty()) {
                        reasons.add(unworkable(each.rule()));
                    }
                }
                case RuleEffect.Allow allow -> {}
                case RuleEffect.Tell tell -> {}
                case RuleEffect.BreakGlass glass -> {}
            }
        }
        return reasons;
    }

    private static Stream<Role> lift(Rule.Applied applied) {
        return applied.rule().then() instanceof RuleEffect.Refuse refuse ? Stream.of(refuse.lift()) : Stream.empty();
    }

    Reason nobody(Stage stage, Quorum seats) {
        Set<PersonId> others = seats.others(stage.deciders());
        String who = named(stage.deciders(), seats.asker());
        String missing = others.isEmpty()
                ? "and there is nobody but you who could give it."
                : "from " + stage.needed() + " persons, and besides you there is only "
                        + SentenceParts.anyOf(others, people) + ".";
        return new Reason(
                NOBODY,
                stage.because() + " That needs a yes of " + who + ", " + missing + " " + ask("to name a deputy"),
                "",
                "",
                SentenceParts.anyOf(people.group(People.PLATFORM_LEADS), people));
    }

    private String named(Deciders deciders, PersonId asker) {
        return switch (deciders) {
            case Deciders.OwnerOfData(var dataset) -> "whoever owns " + dataset;
            case Deciders.OwnerOfBudget(var team) -> "the owner of " + title(team) + "'s budget";
            case Deciders.ManagerOf(var person) -> "your manager";
            case Deciders.SponsorOf(var person) -> "your sponsor";
            case Deciders.OwnerOfPath(var path) -> "the owner of " + path;
            case Deciders.AnyOf(var each) ->
                SentenceParts.list(each.stream().map(one -> named(one, asker)).toList(), "or");
            case Deciders.Group(var name) -> "the group " + name;
            case Deciders.Named(var person) -> SentenceParts.anyOf(Set.of(person), people);
        };
    }

    private String title(TeamId team) {
        return people.team(team).map(Team::title).orElse(team.value());
    }

    private String lift(Role role, EvaluationFacts question) {
        Set<PersonId> persons = new TreeSet<>();
        role.in(question, catalogue)
                .forEach(deciders ->
                        persons.addAll(asked(deciders, question.person().id())));
        return SentenceParts.anyOf(persons, people);
    }

    private String lift(Deciders deciders, PersonId asker) {
        return SentenceParts.anyOf(asked(deciders, asker), people);
    }

    private Set<PersonId> asked(Deciders deciders, PersonId asker) {
        return new Rights(people, catalogue).of(deciders, asker);
    }

    private String ask(String what) {
        Set<PersonId> leads = people.group(People.PLATFORM_LEADS);
        return leads.isEmpty()
                ? "Ask the platform team " + what + "."
                : "Ask the platform team (" + SentenceParts.anyOf(leads, people) + ") " + what + ".";
    }
}
