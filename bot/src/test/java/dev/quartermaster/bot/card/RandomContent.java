package dev.quartermaster.bot.card;

import dev.quartermaster.actions.RequestId;
import dev.quartermaster.actions.bundle.PartTypeScan;
import dev.quartermaster.actions.lease.Lease;
import dev.quartermaster.actions.ledger.BudgetLine;
import dev.quartermaster.actions.ledger.SpendReport;
import dev.quartermaster.actions.request.Request;
import dev.quartermaster.actions.request.State;
import dev.quartermaster.actions.request.Vote;
import dev.quartermaster.actions.request.enquiry.Enquiries.Enquiry;
import dev.quartermaster.bot.card.request.ApprovalCard;
import dev.quartermaster.intents.catalogue.Catalogue;
import dev.quartermaster.intents.catalogue.DatasetName;
import dev.quartermaster.intents.catalogue.PathName;
import dev.quartermaster.intents.intent.Intent;
import dev.quartermaster.intents.intent.Intent.Decide.Choice;
import dev.quartermaster.intents.intent.Period;
import dev.quartermaster.intents.intent.Term;
import dev.quartermaster.intents.money.Money;
import dev.quartermaster.intents.people.People;
import dev.quartermaster.intents.people.Person;
import dev.quartermaster.intents.people.PersonId;
import dev.quartermaster.intents.people.TeamId;
import dev.quartermaster.intents.plan.LeaseId;
import dev.quartermaster.intents.plan.Link;
import dev.quartermaster.intents.plan.Part;
import dev.quartermaster.intents.plan.PartName;
import dev.quartermaster.intents.plan.Plan;
import dev.quartermaster.intents.plan.Price;
import dev.quartermaster.intents.policy.BudgetView;
import dev.quartermaster.intents.policy.Deciders;
import dev.quartermaster.intents.policy.Judgement;
import dev.quartermaster.intents.policy.Rights;
import dev.quartermaster.intents.policy.Stage;
import dev.quartermaster.intents.policy.Verdict;
import dev.quartermaster.intents.reading.Reading.Option;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Requests, leases and reports of any shape and size, with people's worst words wherever people can put words. */
public record RandomContent(Random random) {
    static final String OURS = "https://lease-aaaaaaaaaa.example.com/lab";

    private static final List<String> PIECES = List.of(
            "<!channel>",
            "<!here|here>",
            "<!subteam^S0ALL>",
            "<@U0OMAR>",
            "<#C0ALL|all>",
            "<https://evil.example|approved>",
            "https://evil.example/?a=b",
            "mailto:a@evil.example",
            "*approved*",
            "_approved_",
            "~approved~",
            "`approved`",
            "```approved```",
            ":tada:",
            ":ta\u200eda:",
            "&lt;!channel&gt;",
            "&",
            "<",
            ">",
            "|",
            "\n> approved",
            "\n",
            "\r\n",
            "\t",
            "\0",
            "\u202edevorppa",
            "\u2028",
            "\ud83d\ude00",
            "\ud83d",
            "<!date^0^{date}|soon>",
            "@channel",
            "churn study",
            "  ",
            "");
    private static final List<PersonId> PERSONS =
            List.of(new PersonId("ana"), new PersonId("mia"), new PersonId("omar"), new PersonId("pat"));

    String words(int most) {
        int length = random.nextInt(most + 1);
        StringBuilder words = new StringBuilder();
        while (words.length() < length) {
            words.append(PIECES.get(random.nextInt(PIECES.size())));
        }
        return words.substring(0, Math.min(words.length(), length));
    }

    public Rights rights() {
        Map<PersonId, Person> persons = PERSONS.stream()
                .collect(Collectors.toMap(
                        id -> id, id -> new Person(id, List.of(id + "@example.com"), words(60), "analyst", null)));
        People people = new People(persons, Map.of(), Map.of(People.PLATFORM_LEADS, Set.copyOf(PERSONS)));
        return new Rights(people, new Catalogue(Map.of(), Map.of(), PartTypeScan.found()));
    }

    Request request(State state) {
        List<Stage> stages = some(
                60,
                number -> new Stage(
                        Set.of(new PartName("home")),
                        new Deciders.Group(People.PLATFORM_LEADS),
                        1 + random.nextInt(2),
                        words(200)));
        Verdict verdict = state == State.REFUSED
                ? new Verdict.Refused(
                        some(60, number -> new Verdict.Reason("rule", words(500))),
                        some(30, number -> new Verdict.Alternative(words(200), intent(), words(2500))))
                : new Verdict.NeedsApproval(stages, List.of());
        boolean planned = state != State.REFUSED || random.nextBoolean();
        Price price = new Price(List.of(), money(), money(), Duration.ofHours(1 + random.nextInt(200)));
        Judgement judgement =
                new Judgement(intent(), planned ? plan() : null, planned ? price : null, verdict, List.of(), "version");
        List<Integer> all = IntStream.range(0, stages.size()).boxed().toList();
        List<Vote> clicks = some(
                4,
                number -> new Vote(
                        PERSONS.get(number % PERSONS.size()),
                        state == State.DENIED ? Choice.DENY : Choice.APPROVE,
                        words(5000),
                        Instant.EPOCH,
                        all,
                        List.of(),
                        random.nextBoolean() ? "" : words(300)));
        return new Request(
                new RequestId("req-aaaaaaaaaa"),
                PERSONS.getFirst(),
                new TeamId("growth"),
                "x" + words(300),
                words(5000),
                judgement,
                "0123456789abcdef",
                state,
                clicks,
                null,
                Instant.EPOCH,
                Instant.EPOCH);
    }

    Lease lease() {
        return new Lease(
                new LeaseId("lease-aaaaaaaaaa"),
                new RequestId("req-aaaaaaaaaa"),
                PERSONS.getFirst(),
                new TeamId("growth"),
                words(5000),
                plan(),
                Lease.State.values()[random.nextInt(Lease.State.values().length)],
                Instant.EPOCH,
                Instant.EPOCH,
                List.of(new Lease.PartState(
                        new PartName("repository"),
                        "repository",
                        words(300),
                        Lease.PartState.Progress.READY,
                        words(300))),
                some(10, number -> new Link(words(100), random.nextBoolean() ? OURS : "ssh:" + words(100), "token")),
                money(),
                money());
    }

    SpendReport report() {
        return new SpendReport(
                new TeamId("growth"),
                new Period(LocalDate.EPOCH, LocalDate.EPOCH.plusMonths(1)),
                money(),
                money(),
                some(
                        60,
                        number -> new SpendReport.Item(
                                new LeaseId("lease-aaaaaaaaaa"),
                                "ray-cluster",
                                PERSONS.getFirst(),
                                words(5000),
                                new TreeMap<>(),
                                List.of(words(100)),
                                random.nextInt(1_000_000),
                                money(),
                                money(),
                                random.nextBoolean())),
                new BudgetLine(YearMonth.of(1970, 1), money(), money(), money(), money(), money()));
    }

    Enquiry enquiry() {
        return new Enquiry(
                1 + random.nextInt(20),
                PERSONS.get(1),
                "x" + words(3000),
                Instant.EPOCH,
                random.nextBoolean() ? null : words(3000));
    }

    ApprovalCard.Shown shown(Request request, @Nullable BudgetView budget) {
        return new ApprovalCard.Shown(
                request,
                ZoneOffset.UTC,
                Instant.EPOCH,
                budget,
                some(20, number -> enquiry()),
                some(3, number -> "x" + words(200)),
                null,
                "");
    }

    BudgetView budget() {
        return new BudgetView(money(), Map.of());
    }

    List<Option> options() {
        return some(30, number -> new Option(words(200), words(4000)));
    }

    <T> List<T> some(int most, IntFunction<T> each) {
        // Small numbers often, the largest sometimes: both ends are where things break.
        int count = random.nextInt(8) == 0 ? most : random.nextInt(4);
        return IntStream.range(0, count).mapToObj(each).toList();
    }

    private Plan plan() {
        Set<DatasetName> reaches = Set.copyOf(some(60, number -> new DatasetName("sales.orders_" + number)));
        return new Plan(
                new PathName("ray-cluster"),
                1,
                new TreeMap<>(),
                List.of(new Part(new PartName("home"), "kubernetes", Map.of(), reaches, null)),
                List.of(),
                Duration.ofHours(1 + random.nextInt(500)),
                true);
    }

    private static Intent intent() {
        return new Intent.Launch(new PathName("ray-cluster"), new TreeMap<>(), new Term.Unsaid(), "");
    }

    private Money money() {
        return Money.of(random.nextInt(3) == 0 ? "0" : "" + random.nextInt(5000), "EUR");
    }
}
