package dev.quartermaster.intents.policy;

import static dev.quartermaster.intents.policy.Asking.eur;
import static dev.quartermaster.intents.policy.Asking.read;
import static org.assertj.core.api.Assertions.assertThat;

import dev.quartermaster.intents.catalogue.PathName;
import dev.quartermaster.intents.intent.Intent;
import dev.quartermaster.intents.people.PersonId;
import dev.quartermaster.intents.people.TeamId;
import dev.quartermaster.intents.policy.Verdict.Allowed;
import dev.quartermaster.intents.policy.Verdict.NeedsApproval;
import dev.quartermaster.intents.policy.Verdict.Refused;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Exceptions, windows, what is held, and yeses given beforehand. */
class WhenRulesHoldTest {
    private static final Duration HOUR = Duration.ofHours(1);
    private static final TeamId GROWTH = new TeamId("growth");
    private static final Instant FRIDAY = Instant.parse("2026-06-12T16:00:00Z");

    private final Asking asking = Asking.defaultOrganisation();

    @Test
    void anExceptionTakesTheRuleAway() {
        Asking except = Asking.withRules(
                allow("path.name == 'grant'").replace("then:", "unless: person.id == 'raj'\n    then:"));
        assertThat(except.judge("ana", read("sales.orders", 1)).verdict()).isInstanceOf(Allowed.class);
        assertThat(except.judge("raj", read("sales.orders", 1)).verdict()).isInstanceOf(Refused.class);
    }

    @Test
    void anExceptionWithoutAnAnswerIsARefusal() {
        Asking except = Asking.withRules(allow("true").replace("then:", "unless: p.workers > 3\n    then:"));
        assertThat(((Refused) except.judge("ana", read("sales.orders", 1)).verdict())
                        .reasons()
                        .getFirst()
                        .words())
                .contains("has no answer");
    }

    @Test
    void aWeeklyWindowRunsOverMidnightAndBelongsToTheDayItStartsOn() {
        Asking nights = Asking.withRules(
                "windows: [{name: nights, days: [fri], from: '22:00', to: '06:00'}]\n" + allow("during('nights')"));
        // London is an hour ahead of UTC in June; 12 June 2026 is a Friday.
        assertThat(holds(nights, "2026-06-12T20:59:59Z")).isFalse();
        assertThat(holds(nights, "2026-06-12T21:00:00Z")).isTrue();
        assertThat(holds(nights, "2026-06-13T04:59:59Z")).isTrue();
        assertThat(holds(nights, "2026-06-13T05:00:00Z")).isFalse();
        assertThat(holds(nights, "2026-06-13T21:00:00Z")).isFalse();
        assertThat(holds(nights, "2026-06-12T04:00:00Z")).isFalse();
    }

    @Test
    void aWeeklyWindowWithinADayAndOneOfWholeDays() {
        Asking office =
                Asking.withRules("windows: [{name: office, from: '09:00', to: '17:00'}]\n" + allow("during('office')"));
        assertThat(Stream.of("07:59:59", "08:00:00", "15:59:59", "16:00:00")
                        .map(time -> holds(office, "2026-06-13T" + time + "Z")))
                .containsExactly(false, true, true, false);
        Asking weekend =
                Asking.withRules("windows: [{name: weekend, days: [sat, sun]}]\n" + allow("during('weekend')"));
        assertThat(Stream.of(
                                "2026-06-12T22:59:59Z",
                                "2026-06-12T23:00:00Z",
                                "2026-06-14T22:59:59Z",
                                "2026-06-14T23:00:00Z")
                        .map(at -> holds(weekend, at)))
                .containsExactly(false, true, true, false);
    }

    @Test
    void aWindowOfDatesHasItsLastDayInIt() {
        Asking freeze = Asking.withRules(
                "windows: [{name: freeze, first: 2026-06-12, last: 2026-06-13}]\n" + allow("during('freeze')"));
        assertThat(Stream.of(
                                "2026-06-11T22:59:59Z",
                                "2026-06-11T23:00:00Z",
                                "2026-06-13T22:59:59Z",
                                "2026-06-13T23:00:00Z")
                        .map(at -> holds(freeze, at)))
                .containsExactly(false, true, true, false);
    }

    @Test
    void whatIsHeldIsCountedByPersonTeamPathAndKind() {
        List<Holding> held = List.of(
                holding("ana", "growth", "ray-cluster", 2, "a100"),
                holding("ana", "growth", "data-science-experimentation", 0, ""),
                holding("iris", "growth", "ray-cluster", 3, "h100"),
                holding("raj", "risk", "ray-cluster", 8, "a100"));
        Intent wish = asking.launch("ray-cluster", HOUR, "gpus=1", "gpu_kind=h100");
        String all =
                "mine.leases == 2 && mine.gpus == 2 && mine.gpus_of_kind == 0 && mine.path == 1 && mine.compute == 2"
                        + " && ours.leases == 3 && ours.gpus == 5 && ours.gpus_of_kind == 3 && ours.path == 2"
                        + " && ours.compute == 3 && request.gpu_kind == 'h100'";
        Asking counting = Asking.withRules(allow(all));
        assertThat(judged(counting, "ana", wish, held, List.of())).isInstanceOf(Allowed.class);
    }

    @Test
    void aYesBeforehandAnswersForItsOwnDecidersOnly() {
        Intent long2 = asking.launch("ray-cluster", Duration.ofDays(3), "gpus=2");
        var needs = (NeedsApproval) judged(asking, "ana", long2, List.of(), List.of(given(2, "a100", FRIDAY)));
        assertThat(needs.stages()).extracting(Stage::deciders).containsExactly(new Deciders.OwnerOfBudget(GROWTH));
        var both = List.of(
                given(2, "a100", FRIDAY),
                new Preapproval("r-2", GROWTH, 2, "a100", FRIDAY, new Deciders.OwnerOfBudget(GROWTH)));
        assertThat(judged(asking, "ana", long2, List.of(), both)).isInstanceOf(Allowed.class);
    }

    @Test
    void aYesBeforehandEndsAndIsForOneTeamAndKindAndNumber() {
        Intent two = asking.launch("ray-cluster", HOUR, "gpus=2");
        assertThat(passes("ana", two, List.of(), given(2, "a100", FRIDAY))).isTrue();
        assertThat(passes("ana", two, List.of(), given(1, "a100", FRIDAY))).isFalse();
        assertThat(passes("ana", two, List.of(), given(2, "h100", FRIDAY))).isFalse();
        assertThat(passes("ana", two, List.of(), given(2, "a100", asking.now())))
                .isFalse();
        assertThat(passes("ana", two, List.of(), given(2, "a100", asking.now().plusSeconds(1))))
                .isTrue();
        assertThat(passes("raj", two, List.of(), given(2, "a100", FRIDAY))).isFalse();
        List<Holding> one = List.of(holding("iris", "growth", "ray-cluster", 1, "a100"));
        assertThat(passes("ana", two, one, given(2, "a100", FRIDAY))).isFalse();
        assertThat(passes("ana", two, one, given(3, "a100", FRIDAY))).isTrue();
        List<Holding> others = List.of(
                holding("iris", "growth", "ray-cluster", 1, "h100"), holding("raj", "risk", "ray-cluster", 1, "a100"));
        assertThat(passes("ana", two, others, given(2, "a100", FRIDAY))).isTrue();
    }

    @Test
    void whatStartsAfterTheYesBeforehandEndedIsAskedFor() {
        var wish = (Intent.Launch) asking.launch("ray-cluster", HOUR, "gpus=2");
        Intent later = new Intent.Launch(wish.path(), wish.parameters(), wish.term(), "", null, FRIDAY);
        Intent sooner =
                new Intent.Launch(wish.path(), wish.parameters(), wish.term(), "", null, FRIDAY.minusSeconds(60));
        assertThat(passes("ana", later, List.of(), given(2, "a100", FRIDAY))).isFalse();
        assertThat(passes("ana", sooner, List.of(), given(2, "a100", FRIDAY))).isTrue();
    }

    @Test
    void aYesBeforehandIsNamedAndIsNoneForAnOverrunOrForData() {
        var wish = asking.launch("ray-cluster", HOUR, "gpus=2");
        EvaluationRequest asked = asked(asking, "ana", wish, List.of(), List.of(given(2, "a100", FRIDAY)));
        assertThat(asking.bundle().judge().judge(asked).rules())
                .extracting(Judgement.Matched::because)
                .contains("It uses 2 GPUs. A yes was given beforehand (r-1).");
        var money = new Preapproval("r-2", GROWTH, 2, "a100", FRIDAY, new Deciders.OwnerOfBudget(GROWTH));
        Verdict over =
                judged(asking.used("2000", "0"), "ana", wish, List.of(), List.of(given(2, "a100", FRIDAY), money));
        assertThat(((NeedsApproval) over).stages())
                .extracting(Stage::because)
                .singleElement()
                .asString()
                .contains("overrun");
    }

    @Test
    void aLaterStartIsTheMoneyOfItsMonth() {
        var wish = (Intent.Launch) asking.launch("ray-cluster", HOUR);
        Intent july = new Intent.Launch(
                wish.path(), wish.parameters(), wish.term(), "", null, Instant.parse("2026-07-01T08:00:00Z"));
        Verdict verdict = judged(asking.used("3000", "0"), "ana", july, List.of(), List.of());
        assertThat(((Allowed) verdict).guards())
                .singleElement()
                .satisfies(guard -> assertThat(guard.month()).hasToString("2026-07"))
                .satisfies(guard -> assertThat(guard.limit()).isEqualTo(eur("2000")));
        Intent past = new Intent.Launch(
                wish.path(), wish.parameters(), wish.term(), "", null, Instant.parse("2026-05-01T08:00:00Z"));
        assertThat(judged(asking.used("3000", "0"), "ana", past, List.of(), List.of()))
                .isInstanceOf(Refused.class);
    }

    private boolean passes(String by, Intent wish, List<Holding> held, Preapproval given) {
        return judged(asking, by, wish, held, List.of(given)) instanceof Allowed;
    }

    private static Preapproval given(long gpus, String kind, Instant until) {
        return new Preapproval("r-1", GROWTH, gpus, kind, until, new Deciders.Group("platform-leads"));
    }

    private static Holding holding(String owner, String team, String path, long gpus, String kind) {
        return new Holding(Asking.LEASE, new PersonId(owner), new TeamId(team), new PathName(path), gpus, kind, true);
    }

    private static Verdict judged(Asking asking, String by, Intent wish, List<Holding> held, List<Preapproval> given) {
        return asking.bundle()
                .judge()
                .judge(asked(asking, by, wish, held, given))
                .verdict();
    }

    private static EvaluationRequest asked(
            Asking asking, String by, Intent wish, List<Holding> held, List<Preapproval> given) {
        EvaluationRequest bare = asking.asked(by, wish, null);
        return new EvaluationRequest(
                bare.by(), wish, bare.lease(), bare.now(), bare.budget(), null, new Circumstances(held, given));
    }

    private static boolean holds(Asking asking, String at) {
        return asking.at(at).judge("ana", read("sales.orders", 1)).verdict() instanceof Allowed;
    }

    private static String allow(String when) {
        return """
            rules:
              - id: only
                when: WHEN
                then: allow
                because: So it is.
            """.replace("WHEN", when);
    }
}
