package dev.quartermaster.intents.policy;

import dev.quartermaster.intents.catalogue.Catalogue;
import dev.quartermaster.intents.expression.Expression;
import dev.quartermaster.intents.intent.Intent;
import dev.quartermaster.intents.people.Organisation;
import dev.quartermaster.intents.people.People;
import dev.quartermaster.intents.people.Person;
import dev.quartermaster.intents.people.PersonId;
import dev.quartermaster.intents.people.Team;
import dev.quartermaster.intents.plan.Draft;
import dev.quartermaster.intents.plan.Planner;
import dev.quartermaster.intents.policy.Judgement.Matched;
import dev.quartermaster.intents.policy.Verdict.Reason;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** The rules of one bundle, evaluated: all of them, each time, so that a verdict can name everything that speaks for or against. */
final class RuleJudge implements Judge {
    /** Beyond any rule's sense; keeps dates and the split by months small whatever was typed. */
    private static final Duration LONGEST = Duration.ofDays(3_650);

    private final Organisation organisation;
    private final People people;
    private final Catalogue catalogue;
    private final Planner planner;
    private final List<Rule> rules;
    private final String version;
    private final Refusals refusals;

    RuleJudge(
            Organisation organisation,
            People people,
            Catalogue catalogue,
            Planner planner,
            List<Rule> rules,
            String version) {
        this.organisation = organisation;
        this.people = people;
        this.catalogue = catalogue;
        this.planner = planner;
        this.rules = List.copyOf(rules);
        this.version = version;
        this.refusals = new Refusals(people, catalogue);
    }

    @Override
    public Judgement judge(Asked asked) {
        Outcome outcome = decide(asked);
        return outcome.judgement().verdict() instanceof Verdict.Refused refused
                ? with(outcome.judgement(), new Alternatives(this::decide).near(asked, outcome, refused))
                : outcome.judgement();
    }

    private static Judgement with(Judgement judgement, Verdict.Refused verdict) {
        return new Judgement(
                judgement.intent(),
                judgement.plan(),
                judgement.price(),
                verdict,
                judgement.rules(),
                judgement.version());
    }

    /** A judgement without alternatives yet. @param nearer wishes that what refused it names as near, not judged yet */
    record Outcome(Judgement judgement, List<Intent> nearer) {}

    private Outcome decide(Asked asked) {
        Optional<Person> person = people.find(asked.by());
        Optional<Team> team = people.teamOf(asked.by());
        if (person.isEmpty() || team.isEmpty()) {
            return refused(asked, List.of(refusals.noTeam()), List.of());
        }
        if (!(asked.intent() instanceof Intent.Launch || asked.intent() instanceof Intent.Grant)) {
            return refused(asked, List.of(refusals.notJudged()), List.of());
        }
        Draft draft = planner.draft(asked.intent(), person.get(), team.get(), asked.lease(), Question.start(asked));
        return switch (draft) {
            case Draft.Outside outside ->
                refused(asked, refusals.bounds(outside, asked), Nearest.of(asked.intent(), outside.findings()));
            case Draft.Ready ready
            when ready.plan().term().compareTo(LONGEST) > 0 ->
                refused(asked, List.of(refusals.tooLong()), List.of(Variant.lasting(asked.intent(), LONGEST)));
            case Draft.Ready ready ->
                evaluate(Question.of(asked, person.get(), team.get(), ready, catalogue, organisation.zone()));
        };
    }

    private Outcome refused(Asked asked, List<Reason> reasons, List<Intent> nearer) {
        Verdict verdict = new Verdict.Refused(reasons, List.of());
        return new Outcome(new Judgement(asked.intent(), null, null, verdict, List.of(), version), nearer);
    }

    private Outcome evaluate(Question question) {
        Map<String, Object> facts = new Facts(organisation, people, catalogue).of(question);
        List<Rule.Applied> applied = new ArrayList<>();
        List<Reason> broken = new ArrayList<>();
        for (Rule rule : rules) {
            try {
                if (rule.when().holds(facts)) {
                    applied.add(new Rule.Applied(rule, rule.because().with(facts)));
                }
            } catch (Expression.Unworkable unworkable) {
                broken.add(refusals.unworkable(rule));
            }
        }
        List<Reason> against = against(applied, question, broken);
        return against.isEmpty()
                ? granted(question, applied)
                : new Outcome(
                        judgement(question, applied, new Verdict.Refused(against, List.of()), Set.of()),
                        nearer(applied, question, facts));
    }

    /** Every reason not to, the rules' own first. */
    private List<Reason> against(List<Rule.Applied> applied, Question question, List<Reason> broken) {
        List<Reason> against = new ArrayList<>(broken);
        against.addAll(refusals.of(applied, question));
        if (against.isEmpty()
                && applied.stream().noneMatch(each -> grants(each.rule().then()))) {
            against.add(refusals.nothingAllows());
        }
        if (against.isEmpty()) {
            Guards.of(applied, question).stream()
                    .filter(guard -> !Guards.holds(guard, question.asked().budget()))
                    .findFirst()
                    .ifPresent(guard -> against.add(refusals.budget(guard, question)));
        }
        if (against.isEmpty()) {
            new Seats(new Rights(people, catalogue))
                    .unfillable(
                            new Stages(catalogue).of(applied, question),
                            question.person().id())
                    .ifPresent(stage ->
                            against.add(refusals.nobody(stage, question.person().id())));
        }
        return against;
    }

    private static boolean grants(Then then) {
        return switch (then) {
            case Then.Allow allow -> true;
            case Then.Approve approve -> true;
            case Then.Refuse refuse -> false;
            case Then.Tell tell -> false;
        };
    }

    private Outcome granted(Question question, List<Rule.Applied> applied) {
        List<Stage> stages = new Stages(catalogue).of(applied, question);
        List<Guard> guards = Guards.of(applied, question);
        Verdict verdict = stages.isEmpty() ? new Verdict.Allowed(guards) : new Verdict.NeedsApproval(stages, guards);
        return new Outcome(judgement(question, applied, verdict, told(applied, question)), List.of());
    }

    private Judgement judgement(Question question, List<Rule.Applied> applied, Verdict verdict, Set<PersonId> told) {
        List<Matched> matched = applied.stream()
                .map(each -> new Matched(each.rule().id(), each.rule().then().word(), each.because()))
                .toList();
        return new Judgement(question.intent(), question.plan(), question.price(), verdict, matched, told, version);
    }

    private Set<PersonId> told(List<Rule.Applied> applied, Question question) {
        var rights = new Rights(people, catalogue);
        Set<PersonId> told = new TreeSet<>();
        applied.stream()
                .flatMap(each -> each.rule().then() instanceof Then.Tell(var whom)
                        ? whom.in(question, catalogue).stream()
                        : Stream.<Deciders>empty())
                .forEach(deciders ->
                        told.addAll(rights.of(deciders, question.person().id())));
        return told;
    }

    private static List<Intent> nearer(List<Rule.Applied> applied, Question question, Map<String, Object> facts) {
        List<Intent> nearer = new ArrayList<>();
        for (Rule.Applied each : applied) {
            if (each.rule().then() instanceof Then.Refuse refuse) {
                for (Variant variant : refuse.instead()) {
                    try {
                        variant.of(question, facts).ifPresent(nearer::add);
                    } catch (Expression.Unworkable unworkable) {
                        // A variant is an offer: without a value for it there is none, and the refusal stands.
                        continue;
                    }
                }
            }
        }
        return nearer;
    }
}
