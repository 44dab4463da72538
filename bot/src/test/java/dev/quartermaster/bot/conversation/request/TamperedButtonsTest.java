package dev.quartermaster.bot.conversation.request;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quartermaster.actions.RequestId;
import dev.quartermaster.bot.announce.CardPlacements;
import dev.quartermaster.bot.announce.HomeTabs;
import dev.quartermaster.bot.card.ActionIds;
import dev.quartermaster.bot.slack.SlackInteraction.Card;
import dev.quartermaster.bot.slack.SlackInteraction.Clicked;
import dev.quartermaster.bot.slack.Speaker;
import dev.quartermaster.bot.slack.fixture.Postgres;
import dev.quartermaster.bot.slack.outbox.Message;
import dev.quartermaster.bot.slack.outbox.MessageKey;
import dev.quartermaster.bot.slack.outbox.Outbox;
import dev.quartermaster.bot.slack.outbox.OutboxFile;
import dev.quartermaster.bot.slack.outbox.Recipient;
import dev.quartermaster.intents.people.PersonId;
import dev.quartermaster.intents.reading.EventKey;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.flywaydb.core.Flyway;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** Threat 11: a card forwarded to another place, a value of another request, a digest nobody was shown, a Home that never had it. */
@ExtendWith(Postgres.class)
class TamperedButtonsTest {
    private static final int FORGERIES = 1_000;
    private static final List<String> REQUESTS = List.of("req-aaaaaaaaaa", "req-bbbbbbbbbb", "req-cccccccccc");
    private static final List<String> PEOPLE = List.of("ana", "omar", "mia");
    private static final String DIGEST = "0123456789abcdef0123456789abcdef";

    @Test
    void aButtonCountsOnlyWhereItWasPutForTheRequestItWasPutFor(Postgres.Fresh database) {
        var source = new DriverManagerDataSource(database.url(), "postgres", "");
        Flyway.configure()
                .dataSource(source)
                .locations("classpath:db/migration")
                .load()
                .migrate();
        try (AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext()) {
            WhereCardsStand outbox = new WhereCardsStand();
            context.registerBean(JdbcClient.class, () -> JdbcClient.create(source));
            context.registerBean(Outbox.class, () -> outbox);
            context.register(CardPlacements.class, HomeTabs.class, PostedCards.class);
            context.refresh();
            Map<Card, String> standing = cards(context, outbox);
            int counted = 0;
            for (int seed = 0; seed < FORGERIES; seed++) {
                Random random = new Random(seed);
                Clicked clicked = forged(random);
                Optional<ActionIds.Shown> shown =
                        context.getBean(PostedCards.class).shown(clicked);
                counted += shown.isPresent() ? 1 : 0;
                shown.ifPresent(each -> assertThat(each.request().value())
                        .as("%s at %s", clicked.value(), clicked.on())
                        .isEqualTo(
                                clicked.on() == null
                                        ? (clicked.by().person().value().equals("omar") ? REQUESTS.getFirst() : "none")
                                        : standing.get(clicked.on())));
            }
            assertThat(counted).as("the few that were not forged after all").isBetween(1, FORGERIES / 3);
        }
    }

    /** Each request's card in its own message of one channel; the first also on omar's Home. */
    private static Map<Card, String> cards(AnnotationConfigApplicationContext context, WhereCardsStand outbox) {
        Map<Card, String> standing = new HashMap<>();
        for (int number = 0; number < REQUESTS.size(); number++) {
            MessageKey key = new MessageKey("card:" + REQUESTS.get(number) + ":#");
            context.getBean(CardPlacements.class)
                    .shown(new RequestId(REQUESTS.get(number)), new CardPlacements.Shown(key, null, DIGEST));
            Card card = new Card("C1", "10" + number + ".000001", null);
            outbox.stand.put(card.channel() + card.ts(), key);
            standing.put(card, REQUESTS.get(number));
        }
        context.getBean(HomeTabs.class).shows(new PersonId("omar"), List.of(new RequestId(REQUESTS.getFirst())));
        return standing;
    }

    private static Clicked forged(Random random) {
        String value = REQUESTS.get(random.nextInt(3)) + "|" + DIGEST;
        value = switch (random.nextInt(5)) {
            case 0 -> value.replace('a', (char) ('a' + random.nextInt(26)));
            case 1 -> value.substring(0, random.nextInt(value.length()));
            case 2 -> value + "|" + value;
            default -> value;
        };
        @Nullable
        Card on = random.nextInt(4) == 0
                ? null
                : new Card(random.nextBoolean() ? "C1" : "C2", "10" + random.nextInt(5) + ".000001", null);
        PersonId who = new PersonId(PEOPLE.get(random.nextInt(3)));
        return new Clicked(
                new EventKey("click:" + random.nextLong()),
                new Speaker(who, "U0" + who, "T0", ZoneOffset.UTC, true),
                Instant.EPOCH,
                on,
                ActionIds.APPROVE,
                value,
                "trigger");
    }

    /** Remembers where each card stands; nothing else of an outbox is asked. */
    private static final class WhereCardsStand implements Outbox {
        private final Map<String, MessageKey> stand = new HashMap<>();

        @Override
        public Optional<MessageKey> at(String channel, String ts) {
            return Optional.ofNullable(stand.get(channel + ts));
        }

        @Override
        public boolean onItsWay(MessageKey key) {
            return false;
        }

        @Override
        public Optional<Card> where(MessageKey key) {
            return Optional.empty();
        }

        @Override
        public void post(MessageKey key, Recipient to, Message message) {}

        @Override
        public void once(MessageKey key, Recipient to, Message message) {}

        @Override
        public void say(Recipient to, Message message) {}

        @Override
        public void share(Recipient to, List<OutboxFile> files, Message instead) {}

        @Override
        public void edit(MessageKey key, Message message) {}

        @Override
        public void ephemeral(String channel, String user, Message message) {}

        @Override
        public void publishHome(String user, String view) {}
    }
}
