package dev.quartermaster.bot.card;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quartermaster.actions.lease.Lease;
import dev.quartermaster.actions.lease.Leases;
import dev.quartermaster.actions.ledger.SpendGroup;
import dev.quartermaster.actions.ledger.SpendReport;
import dev.quartermaster.actions.provider.Credentials;
import dev.quartermaster.actions.request.Request;
import dev.quartermaster.actions.request.State;
import dev.quartermaster.bot.card.overview.HomeView;
import dev.quartermaster.bot.card.overview.ListCard;
import dev.quartermaster.bot.card.request.ApprovalCard;
import dev.quartermaster.bot.card.request.CredentialModal;
import dev.quartermaster.bot.card.request.DecisionModals;
import dev.quartermaster.bot.card.request.DetailsModal;
import dev.quartermaster.bot.card.request.EnquiryCard;
import dev.quartermaster.bot.card.request.StatusCard;
import dev.quartermaster.bot.card.spend.SpendCard;
import dev.quartermaster.bot.card.spend.SpendView;
import dev.quartermaster.bot.slack.outbox.Message;
import dev.quartermaster.bot.slack.text.Mrkdwn;
import dev.quartermaster.bot.workspace.blocks.BlockLimits;
import dev.quartermaster.intents.people.People;
import dev.quartermaster.intents.plan.LeaseId;
import dev.quartermaster.intents.plan.PartName;
import dev.quartermaster.intents.policy.Rights;
import dev.quartermaster.intents.reading.Reading.Option;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Threat 24: people's text mentions nobody, links nowhere and looks like none of our signs, whatever the card. */
class CardsTest {
    /** A share for every build; {@code -Dcards=10000} draws all of them. */
    private static final int CARDS = Integer.getInteger("cards", 3_000);

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Pattern DATE = Pattern.compile("<!date\\^\\d+\\^\\{date_short_pretty} \\{time}\\|[\\w :]+>");
    private static final Pattern OURS = Pattern.compile("<" + Pattern.quote(RandomContent.OURS) + "\\|[^<>|]*>");
    /** Backticks of people have something invisible before them and open nothing. */
    private static final Pattern CODE = Pattern.compile("```[^`]*```|(?<!\u200b)`[^`\n]+`");

    @Test
    void tenThousandCardsOfPeoplesWorstWordsMentionNobodyAndLinkNowhere() {
        for (int seed = 0; seed < CARDS; seed++) {
            RandomContent anything = new RandomContent(new Random(seed));
            Message card = card(seed % 9, anything);
            JsonNode blocks = JSON.readTree(card.blocks());
            assertThat(BlockLimits.problems(blocks)).as("card of seed %d", seed).isEmpty();
            harmless(seed, card.text());
            harmless(seed, blocks);
        }
    }

    @Test
    void viewsTakeAnything() {
        for (int seed = 0; seed < 500; seed++) {
            RandomContent anything = new RandomContent(new Random(seed));
            List<Request> waiting = anything.some(20, number -> anything.request(State.WAITING));
            List<Lease> open = anything.some(20, number -> anything.lease());
            People people = anything.rights().people();
            Request one = anything.request(State.WAITING);
            List<ApprovalCard.Shown> cards = waiting.stream()
                    .map(request -> anything.shown(request, anything.budget()))
                    .toList();
            Map<String, String> lines = new LinkedHashMap<>(Map.of("Token", "<!channel>&" + seed));
            List<String> views = List.of(
                    HomeView.of(
                            waiting,
                            cards,
                            cards.size(),
                            open,
                            true,
                            id -> "x" + anything.words(200),
                            anything.rights(),
                            List.of(),
                            new TreeMap<>()),
                    DecisionModals.deny(one, "shown", people),
                    DecisionModals.less(one, "shown", people),
                    DecisionModals.question(one, "shown", people),
                    DecisionModals.answer(one, anything.enquiry(), people),
                    DetailsModal.of(one, Mrkdwn.theirs(anything.words(5000)), people),
                    CredentialModal.of(new Credentials(lines)),
                    CredentialModal.none("Nothing" + anything.words(200)));
            for (String view : views) {
                assertThat(BlockLimits.viewProblems(JSON.readTree(view)))
                        .as(view)
                        .isEmpty();
                harmless(seed, JSON.readTree(view));
            }
        }
    }

    @Test
    void credentialsCanBeHadAgainFromTheCardForAsLongAsItIsLive() {
        int live = 0;
        for (int seed = 0; seed < 50; seed++) {
            RandomContent anything = new RandomContent(new Random(seed));
            Lease lease = anything.lease();
            Request request = anything.request(State.LIVE);
            PartName part = lease.parts().getFirst().name();
            String card = StatusCard.of(
                            new StatusCard.Shown(
                                    request,
                                    lease,
                                    Mrkdwn.ours(""),
                                    "",
                                    List.of(new Leases.Showable(part, true)),
                                    false,
                                    List.of(),
                                    true,
                                    true),
                            anything.rights())
                    .blocks();
            boolean shows = lease.state() == Lease.State.LIVE && request.extending() == null;
            live += shows ? 1 : 0;
            assertThat(card.contains("New credentials")).as("seed %d", seed).isEqualTo(shows);
        }
        assertThat(live).isPositive();
    }

    @Test
    void aCardWithSixtyStagesCanStillBeDecided() {
        Request request = IntStream.iterate(0, seed -> seed + 1)
                .mapToObj(seed -> new RandomContent(new Random(seed)).request(State.WAITING))
                .filter(each -> each.stages().size() == 60)
                .findFirst()
                .orElseThrow();
        RandomContent anything = new RandomContent(new Random(1));
        Message card = ApprovalCard.of(anything.shown(request, null), anything.rights());
        assertThat(card.blocks()).contains("\"action_id\":\"approve\"").contains("more yeses");
    }

    @Test
    void aReportOfSixtyItemsStillHasItsTotal() {
        RandomContent anything = new RandomContent(new Random(1));
        var report = IntStream.iterate(0, seed -> seed + 1)
                .mapToObj(seed -> new RandomContent(new Random(seed)).report())
                .filter(each -> each.items().size() == 60)
                .findFirst()
                .orElseThrow();
        Message card = spend(report, false, id -> "title", anything);
        assertThat(card.blocks())
                .contains("Total so far: " + report.total())
                .contains("Rows 1 to 25 of 60")
                .contains("Next 25 of 35 more");
    }

    @Test
    void aCommandTooLongForAButtonIsNotCutIntoAnotherOne() {
        String purpose = "launch ray-cluster --purpose " + "x".repeat(5000);
        Message card = AskCard.of("Which?", List.of(new Option("This", purpose), new Option("That", "launch a")), null);
        assertThat(card.blocks()).contains("launch a").doesNotContain("xxx").contains("fewer words");
    }

    private static Message spend(
            SpendReport report, boolean split, Function<LeaseId, String> titles, RandomContent anything) {
        SpendView view = SpendView.of(report.team(), report.period()).by(split ? SpendGroup.Key.PURPOSE : null);
        return SpendCard.of(
                new SpendCard.Told(view, report, split, null, List.of("x" + anything.words(5000))),
                titles,
                anything.rights().people());
    }

    private static Message card(int kind, RandomContent anything) {
        Rights rights = anything.rights();
        State state = State.values()[anything.random().nextInt(State.values().length)];
        return switch (kind) {
            case 0 ->
                ApprovalCard.of(
                        anything.shown(
                                anything.request(state), anything.random().nextBoolean() ? anything.budget() : null),
                        rights);
            case 1 ->
                spend(anything.report(), anything.random().nextBoolean(), id -> "x" + anything.words(200), anything);
            case 2 -> AskCard.of("x" + anything.words(5000), anything.options(), anything.words(2500));
            case 3 -> AskCard.closed("x" + anything.words(3000), AskCard.chosen(anything.words(3000)));
            case 4 ->
                ListCard.of(
                        new ListCard.Listed(
                                "You",
                                anything.some(5, number -> anything.request(State.WAITING)),
                                anything.some(60, number -> anything.request(State.WAITING)),
                                anything.some(60, number -> anything.lease()),
                                Set.of()),
                        id -> "x" + anything.words(200),
                        rights.people());
            case 6 -> EnquiryCard.toAsker(anything.request(state), anything.enquiry(), rights.people());
            case 7 -> EnquiryCard.underCard(anything.request(state), anything.enquiry(), rights.people());
            case 8 -> EnquiryCard.answered(anything.request(state), anything.enquiry(), rights.people());
            default ->
                StatusCard.of(
                        new StatusCard.Shown(
                                anything.request(state),
                                anything.lease(),
                                Mrkdwn.theirs(anything.words(5000)),
                                anything.words(5000),
                                anything.some(
                                        5,
                                        number -> new Leases.Showable(
                                                new PartName("part-" + number),
                                                anything.random().nextBoolean())),
                                anything.random().nextBoolean(),
                                anything.options(),
                                anything.random().nextBoolean(),
                                anything.random().nextBoolean()),
                        rights);
        };
    }

    /** Every text Slack would read as mark-up, wherever it stands. */
    private static void harmless(int seed, JsonNode node) {
        if (node.path("type").asString("").equals("mrkdwn")) {
            assertThat(node.path("verbatim").booleanValue()).isTrue();
            harmless(seed, node.path("text").stringValue());
        }
        node.valueStream().filter(JsonNode::isContainer).forEach(child -> harmless(seed, child));
    }

    private static void harmless(int seed, String text) {
        String left = OURS.matcher(DATE.matcher(text).replaceAll("")).replaceAll("");
        assertThat(left).as("mention or link, seed %d", seed).doesNotContain("<");
        String prose = CODE.matcher(left).replaceAll("");
        assertThat(prose)
                .as("seed %d", seed)
                .doesNotContain("://", "*approved*", "~approved~", ":tada:", "\u202e")
                .doesNotContainPattern("(?<![\\w\u200b])_approved_(?![\\w\u200b])");
    }
}
