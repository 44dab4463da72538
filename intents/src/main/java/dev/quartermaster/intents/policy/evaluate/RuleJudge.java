package dev.quartermaster.intents.policy.evaluate;

import dev.quartermaster.intents.catalogue.Catalogue;
import dev.quartermaster.intents.expression.Expression;
import dev.quartermaster.intents.intent.Intent;
import dev.quartermaster.intents.intent.Term;
import dev.quartermaster.intents.people.Organisation;
import dev.quartermaster.intents.people.People;
import dev.quartermaster.intents.people.Person;
import dev.quartermaster.intents.people.PersonId;
import dev.quartermaster.intents.people.Team;
import dev.quartermaster.intents.plan.Draft;
import dev.quartermaster.intents.plan.Planner;
import dev.quartermaster.intents.policy.Emergency;
import dev.quartermaster.intents.policy.EvaluationRequest;
import dev.quartermaster.intents.policy.Guard;
import dev.quartermaster.intents.policy.Judge;
import dev.quartermaster.intents.policy.Judgement;
import dev.quartermaster.intents.policy.Rights;
import dev.quartermaster.intents.policy.Stage;
import dev.quartermaster.intents.policy.Verdict;
import dev.quartermaster.intents.policy.Verdict.Reason;
import dev.quartermaster.intents.policy.facts.EvaluationFacts;
import dev.quartermaster.intents.policy.facts.Facts;
import dev.quartermaster.intents.policy.rule.Rule;
import dev.quartermaster.intents.policy.rule.RuleEffect;
import dev.quartermaster.intents.policy.rule.RuleScope;
import dev.quartermaster.intents.policy.rule.Rules;
import dev.quartermaster.intents.policy.rule.Variant;
import dev.quartermaster.intents.yaml.Problem;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** The rules of one bundle, evaluated: all of them, each time, so that a verdict can name everything that speaks for or against. */
public final class RuleJudge implements Judge {
    /** Beyond any rule's sense; keeps dates and the split by months small whatever was typed. */
    private static final Duration LONGEST = Duration.ofDays(3_650);

    private final Organisation organisation;
    private final People people;
    private final Catalogue catalogue;
    private final Planner planner;
    private final Rules book;
    private final String version;
    private final Refusals refusals;
    private final Rights rights;

    /** @param version hash of the bundle the rules are part of */
    public RuleJudge(Around around, Rules book, String version) {
        this.organisation = around.organisation();
        this.people = around.people();
        this.catalogue = around.catalogue();
        this.planner = around.planner();
        this.book = book;
        this.version = version;
        this.refusals = new Refusals(people, catalogue);
        this.rights = new Rights(people, catalogue);
    }

    /** One that refuses everything, because the rules could not be read. */
    public static Judge withoutRules(String version) {
        var reason = new Reason(
                Refusals.NOTHING, "The rules could not be read. Ask the platform team to mend their configuration.");
        var refused = new Verdict.Refused(List.of(reason), List.of());
        return asked -> new Judgement(asked.intent(), null, null, refused, List.of(), version);
    }

    /** What rules speak about. */
    public record Around(Organisation organisation, People people, Catalogue catalogue, Planner planner) {}

    @Override
    public Judgement judge(EvaluationRequest asked) {
        return offering(asked, each -> decide(each, this::ordinary)).judgement();
    }

    @Override
    public Emergency emergency(EvaluationRequest asked) {
        List<Outcome> outcomes = fitting(asked).stream()
                .map(each -> offering(each, other -> decide(other, this::urgent)))
                .toList();
        Outcome outcome = outcomes.stream()
                .filter(each -> each.judgement().verdict() instanceof Verdict.Allowed)
                .findFirst()
                .orElse(outcomes.getFirst());
        return new Emergency(outcome.judgement(), outcome.waived());
    }

    /** As it was asked where a length was said, otherwise for each length that may be meant. */
    private List<EvaluationRequest> fitting(EvaluationRequest asked) {
        List<EvaluationRequest> fitting = new ArrayList<>();
        if (Variant.term(asked.intent()) instanceof Term.Unsaid) {
            decide(asked, question -> {
                fitting.addAll(new Emergencies(people, catalogue).fitting(book.glassAbout(question), question));
                return urgent(question);
            });
        }
        return fitting.isEmpty() ? List.of(asked) : fitting;
    }

    @Override
    public List<Problem> warnings() {
        return book.warnings();
    }

    private static Outcome offering(EvaluationRequest asked, Function<EvaluationRequest, Outcome> decide) {
        Outcome outcome = decide.apply(asked);
        return outcome.judgement().verdict() instanceof Verdict.Refused refused
                ? outcome.with(new Alternatives(decide).near(asked, outcome, refused))
                : outcome;
    }

    /**
     * A judgement without alternatives yet.
     *
     * @param nearer wishes that what refused it names as near, not judged yet
     * @param waived the yeses an emergency does not wait for
     */
    record Outcome(Judgement judgement, List<NearbyRequest> nearer, List<Stage> waived) {
        Outcome with(Verdict verdict) {
            return new Outcome(judgement.with(verdict), nearer, waived);
        }
    }

    private Outcome decide(EvaluationRequest asked, Function<EvaluationFacts, Outcome> evaluate) {
        Optional<Person> person = people.find(asked.by());
        Optional<Team> team = people.teamOf(asked.by());
        if (person.isEmpty() || team.isEmpty()) {
            return refused(asked, List.of(refusals.noTeam()), List.of());
        }
        if (!(asked.intent() instanceof Intent.Acquisition)) {
            return refused(asked, List.of(refusals.notJudged()), List.of());
        }
        PersonId grantee =
                Optional.ofNullable(EvaluationFacts.grantee(asked.intent())).orElse(asked.by());
        Optional<Person> whom = people.find(grantee);
        if (whom.isEmpty()) {
            return refused(asked, List.of(refusals.unknown(grantee)), List.of());
        }
        Draft draft =
                planner.draft(asked.intent(), person.get(), team.get(), asked.lease(), EvaluationFacts.start(asked));
        var who = new EvaluationFacts.Who(person.get(), team.get(), whom.get());
        return switch (draft) {
            case Draft.Outside outside ->
                refused(
                        asked,
                        refusals.bounds(outside, asked),
                        NearbyRequest.plain(NearestWithinBounds.of(asked.intent(), outside.findings())));
            case Draft.Ready ready
            when ready.plan().term().compareTo(LONGEST) > 0 ->
                refused(
                        asked,
                        List.of(refusals.tooLong()),
                        NearbyRequest.plain(List.of(Variant.lasting(asked.intent(), LONGEST))));
            case Draft.Ready ready ->
                evaluate.apply(EvaluationFacts.of(
                        asked, who, EvaluationFacts.fromNow(asked, ready), catalogue, organisation.zone()));
        };
    }

    private Outcome refused(EvaluationRequest asked, List<Reason> reasons, List<NearbyRequest> nearer) {
        Verdict verdict = new Verdict.Refused(reasons, List.of());
        return new Outcome(new Judgement(asked.intent(), null, null, verdict, List.of(), version), nearer, List.of());
    }

    private Outcome ordinary(EvaluationFacts question) {
        Map<String, Object> facts = new Facts(organisation, people, catalogue).of(question);
        Rules.Found found = book.ordinary(question, facts);
        List<Stage> stages = new Stages(rights).of(found.applied(), question);
        List<Reason> against = against(found, question);
        if (against.isEmpty()) {
            Quorum seats = Quorum.of(rights, question);
            seats.unfillable(stages).ifPresent(stage -> against.add(refusals.nobody(stage, seats)));
        }
        if (!against.isEmpty()) {
            return against(against, found, question, facts);
        }
        List<Guard> guards = BudgetGuards.of(found.applied(), question);
        Verdict verdict = stages.isEmpty() ? new Verdict.Allowed(guards) : new Verdict.NeedsApproval(stages, guards);
        return new Outcome(judgement(question, found.applied(), verdict, facts), List.of(), List.of());
    }

    private Outcome urgent(EvaluationFacts question) {
        Map<String, Object> facts = new Facts(organisation, people, catalogue).of(question);
        Rules.Found found = book.ordinary(question, facts);
        var emergencies = new Emergencies(people, catalogue);
        Rules.Found glass = book.emergency(question, facts);
        Optional<Rule.Applied> letting = emergencies.letting(glass.applied(), question);
        List<Reason> against = against(found, question);
        glass.broken().forEach(rule -> against.add(refusals.unworkable(rule)));
        emergencies.against(letting, book.glassAbout(question), question).ifPresent(against::add);
        if (!against.isEmpty()) {
            Outcome refused = against(against, found, question, facts);
            List<NearbyRequest> nearer = new ArrayList<>(NearbyRequest.plain(Emergencies.nearer(letting, question)));
            nearer.addAll(refused.nearer());
            return new Outcome(refused.judgement(), nearer, List.of());
        }
        List<Rule.Applied> applied = new ArrayList<>(found.applied());
        applied.add(letting.orElseThrow());
        Verdict verdict = new Verdict.Allowed(BudgetGuards.of(applied, question));
        List<Stage> waived = new Stages(rights).of(found.applied(), question);
        return new Outcome(judgement(question, applied, verdict, facts), List.of(), waived);
    }

    private Outcome against(
            List<Reason> against, Rules.Found found, EvaluationFacts question, Map<String, Object> facts) {
        Verdict refused = new Verdict.Refused(against, List.of());
        return new Outcome(
                judgement(question, found.applied(), refused, facts).with(refused),
                nearer(found.applied(), question, facts),
                List.of());
    }

    /** Every reason not to, whoever says yes; the rules' own first. */
    private List<Reason> against(Rules.Found found, EvaluationFacts question) {
        List<Reason> against = new ArrayList<>();
        found.broken().forEach(rule -> against.add(refusals.unworkable(rule)));
        against.addAll(refusals.of(found.applied(), question));
        if (against.isEmpty() && !permitted(found.applied(), question)) {
            against.add(refusals.nothingAllows());
        }
        if (against.isEmpty()) {
            BudgetGuards.of(found.applied(), question).stream()
                    .filter(guard -> !BudgetGuards.holds(guard, question.asked().budget()))
                    .findFirst()
                    .ifPresent(guard -> against.add(refusals.budget(guard, question)));
        }
        return against;
    }

    /** Whether there is a rule that lets it be, and one for each dataset it opens. */
    private static boolean permitted(List<Rule.Applied> applied, EvaluationFacts question) {
        List<RuleScope> scopes = applied.stream()
                .map(Rule.Applied::rule)
                .filter(rule -> rule.then().grants())
                .map(Rule::scope)
                .toList();
        return !scopes.isEmpty()
                && question.datasets().stream()
                        .allMatch(dataset -> scopes.stream().anyMatch(scope -> scope.covers(dataset)));
    }

    private Judgement judgement(
            EvaluationFacts question, List<Rule.Applied> applied, Verdict verdict, Map<String, Object> facts) {
        return new Judgement(
                question.intent(),
                question.plan(),
                question.price(),
                verdict,
                new Matches(rights).of(applied, question),
                new Matches(rights).told(applied, question),
                version,
                book.looked(applied, facts));
    }

    private static List<NearbyRequest> nearer(
            List<Rule.Applied> applied, EvaluationFacts question, Map<String, Object> facts) {
        List<NearbyRequest> nearer = new ArrayList<>();
        for (Rule.Applied each : applied) {
            if (each.rule().then() instanceof RuleEffect.Refuse refuse) {
                for (Variant variant : refuse.instead()) {
                    try {
                        variant.of(question, facts)
                                .ifPresent(intent -> nearer.add(new NearbyRequest(intent, variant.tellsTheBudget())));
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
