package dev.quartermaster.actions.request.law;

import static dev.quartermaster.actions.request.law.World.NOW;
import static dev.quartermaster.actions.request.law.World.by;
import static dev.quartermaster.actions.request.law.World.leads;
import static dev.quartermaster.actions.request.law.World.needs;
import static dev.quartermaster.actions.request.law.World.then;
import static org.assertj.core.api.Assertions.assertThat;

import dev.quartermaster.actions.RequestId;
import dev.quartermaster.actions.organisation.SampleBundles;
import dev.quartermaster.actions.request.ApprovalDigest;
import dev.quartermaster.actions.request.ApprovalTally;
import dev.quartermaster.actions.request.Request;
import dev.quartermaster.actions.request.State;
import dev.quartermaster.actions.request.Vote;
import dev.quartermaster.actions.request.law.Input.Decided;
import dev.quartermaster.actions.request.law.Input.Lessened;
import dev.quartermaster.intents.catalogue.DatasetName;
import dev.quartermaster.intents.catalogue.Value;
import dev.quartermaster.intents.intent.Intent.Decide.Choice;
import dev.quartermaster.intents.people.People;
import dev.quartermaster.intents.people.Person;
import dev.quartermaster.intents.people.PersonId;
import dev.quartermaster.intents.policy.Deciders;
import dev.quartermaster.intents.policy.Judgement;
import dev.quartermaster.intents.policy.Rights;
import dev.quartermaster.intents.policy.Stage;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Random lives of requests by random people under random stages (threats 6 and 10). A failure names its seed. */
class LawSequencesTest {
    private static final int SEQUENCES = 10_000;
    private static final List<String> NAMES = List.of("ana", "iris", "mia", "raj", "lee", "dan", "omar", "pat", "kim");

    private final SampleBundles bundles = new SampleBundles(asked -> needs(1));
    private final Rights rights =
            new Rights(aliased(bundles.current().people()), bundles.current().catalogue());

    /** By each of their addresses, as owner, deputy, manager, sponsor, member of a group, by name, or covering for whoever is away. */
    @Test
    void nobodyDecidesOnTheirOwnRequestByAccountAliasGroupDeputyOrCover() {
        int own = 0;
        int approvals = 0;
        for (int seed = 0; seed < SEQUENCES; seed++) {
            Random random = new Random(seed);
            PersonId asker = person(random);
            Rights around = covering(random, asker);
            Request request = asked(asker, needs(4, stages(random, asker)));
            for (int click = 0; click < 12; click++) {
                // Every second click is the asker's, through whichever of their addresses.
                PersonId who = random.nextBoolean() ? through(asker, random) : person(random);
                Request before = request;
                request = said(before, who, before.judgement(), before.digest(), around, random);
                if (who.equals(asker)) {
                    own++;
                    assertThat(request)
                            .as("seed %d: %s decided on their own", seed, asker)
                            .isEqualTo(before);
                }
                assertThat(request.clicks())
                        .as("seed %d", seed)
                        .noneMatch(each -> each.by().equals(asker));
            }
            if (request.state() == State.APPROVED) {
                approvals++;
                byOthersInTheirRight(seed, request, around);
            }
        }
        assertThat(own).isGreaterThan(SEQUENCES);
        assertThat(approvals).as("sequences that end in a yes at all").isGreaterThan(SEQUENCES / 20);
    }

    /** Edits, dearer prices, longer terms, other rules and yeses to less between what was seen and the click. */
    @Test
    void noClickOnSomethingElseThanWhatWasSeenCountsInTenThousandEdits() {
        int stale = 0;
        int approvals = 0;
        for (int seed = 0; seed < SEQUENCES; seed++) {
            Random random = new Random(seed);
            Request request = asked(World.ANA, random(random));
            Map<PersonId, Judgement> saw = new HashMap<>();
            List<String> digests = new ArrayList<>(List.of("0".repeat(32), request.digest()));
            for (int click = 0; click < 20 && request.state() == State.WAITING; click++) {
                PersonId who = person(random);
                Request before = request;
                String digest = random.nextBoolean() ? before.digest() : digests.get(random.nextInt(digests.size()));
                Judgement fresh = random.nextInt(3) == 0 ? random(random) : before.judgement();
                request = said(before, who, fresh, digest, rights, random);
                if (!digest.equals(before.digest())) {
                    stale++;
                    assertThat(request)
                            .as("seed %d: a stale click counted", seed)
                            .isEqualTo(before);
                }
                if (ApprovalTally.said(request.clicks(), who, Choice.APPROVE)
                        && !ApprovalTally.said(before.clicks(), who, Choice.APPROVE)) {
                    // A yes to less is to what they chose, anything else to what they saw.
                    saw.put(
                            who,
                            request.lessened().equals(before.lessened()) ? before.judgement() : request.judgement());
                }
                digests.add(request.digest());
            }
            if (request.state() == State.APPROVED) {
                approvals++;
                Judgement made = request.judgement();
                for (Vote click : request.clicks()) {
                    assertThat(atMost(made, saw.get(click.by())))
                            .as("seed %d: %s said yes to less than is made", seed, click.by())
                            .isTrue();
                }
            }
        }
        assertThat(stale).isGreaterThan(SEQUENCES);
        assertThat(approvals).isGreaterThan(SEQUENCES / 20);
    }

    /** Counted by hand: who may sit in each stage, each once, the asker never. */
    private static void byOthersInTheirRight(int seed, Request request, Rights around) {
        Set<PersonId> yes = request.clicks().stream()
                .filter(click -> click.choice() == Choice.APPROVE)
                .map(Vote::by)
                .collect(Collectors.toSet());
        for (Stage stage : request.stages()) {
            Set<PersonId> may = around.of(stage.deciders(), request.by());
            assertThat(yes.stream().filter(may::contains).count())
                    .as("seed %d: %s", seed, stage.because())
                    .isGreaterThanOrEqualTo(stage.needed());
        }
    }

    /** By its numbers, not by the code under test. */
    private static boolean atMost(Judgement made, Judgement seen) {
        return gpus(made) <= gpus(seen)
                && made.plan().term().compareTo(seen.plan().term()) <= 0
                && made.price().ceiling().compareTo(seen.price().ceiling()) <= 0;
    }

    private static long gpus(Judgement judgement) {
        return ((Value.Whole) judgement.plan().parameters().get("gpus")).number();
    }

    private static Request said(
            Request request, PersonId who, Judgement fresh, String digest, Rights rights, Random random) {
        Input input = switch (random.nextInt(10)) {
            case 0 -> new Decided(who, Choice.DENY, digest, "");
            case 1, 2 -> new Lessened(who, digest, "", "less");
            default -> new Decided(who, Choice.APPROVE, digest, "");
        };
        Judgement judged = input instanceof Lessened && random.nextBoolean() ? random(random) : fresh;
        return Transition.next(request, input, rights, judged, NOW).after();
    }

    private static Judgement random(Random random) {
        Stage[] stages = IntStream.range(0, 1 + random.nextInt(2))
                .mapToObj(each -> each == 0 ? leads(1) : World.budget())
                .toArray(Stage[]::new);
        return needs(1 + random.nextInt(6), stages);
    }

    private Stage[] stages(Random random, PersonId asker) {
        return IntStream.range(0, 1 + random.nextInt(3))
                .mapToObj(each -> then(by(deciders(random, asker, 0)), random.nextInt(2)))
                .toArray(Stage[]::new);
    }

    /** Each way somebody could come to decide on what they asked for, and others. */
    private Deciders deciders(Random random, PersonId asker, int depth) {
        return switch (random.nextInt(depth == 0 ? 8 : 6)) {
            case 0 -> new Deciders.Group(People.PLATFORM_LEADS);
            case 1 ->
                new Deciders.OwnerOfBudget(
                        rights.people().teamOf(asker).orElseThrow().id());
            case 2 -> new Deciders.OwnerOfData(new DatasetName("sales.orders"));
            case 3 -> new Deciders.ManagerOf(asker);
            case 4 -> new Deciders.Named(asker);
            case 5 -> new Deciders.Named(person(random));
            case 6 -> new Deciders.AnyOf(List.of(deciders(random, asker, 1), deciders(random, asker, 1)));
            default -> new Deciders.SponsorOf(new PersonId("iris"));
        };
    }

    private Rights covering(Random random, PersonId asker) {
        return new Rights(
                rights.people(), rights.catalogue(), random.nextBoolean() ? Map.of() : Map.of(person(random), asker));
    }

    /** Three addresses a person, written in any case. */
    private static People aliased(People people) {
        Map<PersonId, Person> persons = people.persons().entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, each -> {
                    Person one = each.getValue();
                    List<String> emails = List.of(
                            one.id() + "@example.com", one.id() + "@lab.example.com", one.id() + ".2@example.com");
                    return new Person(one.id(), emails, one.name(), one.role(), one.sponsor());
                }));
        return new People(persons, people.teams(), people.groups());
    }

    private PersonId through(PersonId who, Random random) {
        List<String> emails = rights.people().find(who).orElseThrow().emails();
        String email = emails.get(random.nextInt(emails.size()));
        String written = random.nextBoolean() ? email : email.toUpperCase(java.util.Locale.ROOT);
        return rights.people().byEmail(written).orElseThrow().id();
    }

    private static PersonId person(Random random) {
        return new PersonId(NAMES.get(random.nextInt(NAMES.size())));
    }

    private Request asked(PersonId asker, Judgement judgement) {
        return new Request(
                new RequestId("req-abcdefghij"),
                asker,
                rights.people().teamOf(asker).orElseThrow().id(),
                "Ray cluster",
                "churn",
                judgement,
                ApprovalDigest.of(judgement),
                State.WAITING,
                List.of(),
                null,
                NOW,
                NOW.plus(Duration.ofDays(3)));
    }
}
