package dev.quartermaster.bot.program;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/**
 * People who send more than anybody can mean. Fifty cards take a minute, because Slack takes one a second: they are asked
 * for first and looked at last.
 */
@Started
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class FloodTest {
    private static RunningProgram program;

    @BeforeAll
    static void start(RunningProgram started) {
        program = started;
        for (String asker : List.of("ana", "omar")) {
            IntStream.rangeClosed(1, 25)
                    .forEach(number -> program.types(
                            asker, "grant sales.orders read --duration 2w --purpose \"study number " + number + "\""));
        }
    }

    @Test
    @Order(1)
    void fourHundredCommandsOfOnePersonDoNotBecomeFourHundredGrantsAndOthersAreAnswered() {
        int answered = 0;
        for (int number = 0; number < 400; number++) {
            program.types("raj", "grant synthetic.customers read --duration " + (number % 80 + 1) + "h");
            if (number % 20 == 0) {
                long before = said("lee");
                program.types("lee", "list");
                answered += said("lee") > before ? 1 : 0;
            }
        }
        long filed = filed("raj");
        System.out.printf(
                "400 commands: %d filed; %d of 20 commands of another answered; %d words of refusal%n",
                filed, answered, program.cards("paced:requests:raj:%").size());
        assertThat(filed).isBetween(40L, 100L);
        assertThat(answered).isEqualTo(20);
        assertThat(program.cards("paced:%:raj:%"))
                .as("told once, not once a message")
                .hasSize(1);
        assertThat(program.jdbc()
                        .sql("select slack_outbox::text from slack_outbox where card like 'paced:%:raj:%'")
                        .query(String.class)
                        .list())
                .anyMatch(text -> text.contains("more than I take from one person at once") && text.contains("at "));
    }

    @Test
    @Order(1)
    void theSameAskIsAnsweredWithTheOneThatWaits() {
        for (int number = 0; number < 25; number++) {
            program.types("mia", "grant customer.accounts read --duration 2w --purpose \"churn study\"");
        }
        assertThat(filed("mia")).isEqualTo(1);
        assertThat(program.told("mia")).anyMatch(text -> text.contains("You asked for exactly this already"));
        String first = program.request("mia");
        program.eventually(() -> program.cards("card:%:lee").stream()
                        .filter(card -> card.contains(first))
                        .count()
                == 1);

        program.types("mia", "grant customer.accounts read --duration 2w --purpose \"another study\"");
        assertThat(filed("mia")).as("what differs is a request of its own").isEqualTo(2);
        program.types("mia", "withdraw " + first);
        program.types("mia", "grant customer.accounts read --duration 2w --purpose \"churn study\"");
        assertThat(filed("mia")).as("what waits no longer may be asked again").isEqualTo(3);
    }

    @Test
    @Order(2)
    void manyCardsAtOnceStandTogetherAndTheChannelHasThemAll() {
        program.eventually(() -> program.jdbc()
                        .sql("select count(*) from gathered where person = 'dan'")
                        .query(Long.class)
                        .single()
                == 10);
        assertThat(program.cards("card:%:#"))
                .filteredOn(card -> asked(card, "ana"))
                .hasSize(25);
        assertThat(program.cards("card:%:dan")).hasSize(40);
        assertThat(program.cards("gathered:dan:%")).hasSize(1);
        String digest = program.cards("gathered:dan:%").getFirst();
        program.eventually(() -> program.card("dan", digest).contains("10 more requests wait for your yes"));

        String request = program.jdbc()
                .sql("select request from gathered where person = 'dan' order by at desc limit 1")
                .query(String.class)
                .single();
        program.presses("dan", "card:" + request + ":#", "approve", request + "|" + program.digest(request));
        program.eventually(() -> program.card("dan", digest).contains("9 more requests wait for your yes"));
    }

    private static boolean asked(String card, String person) {
        return program.jdbc()
                        .sql("select count(*) from request where asker = ? and ? like 'card:' || id || ':%'")
                        .params(person, card)
                        .query(Long.class)
                        .single()
                == 1;
    }

    private static long filed(String person) {
        return program.jdbc()
                .sql("select count(*) from request where asker = ?")
                .param(person)
                .query(Long.class)
                .single();
    }

    private static long said(String person) {
        return program.jdbc()
                .sql("select count(*) from slack_outbox where to_kind = 'person' and to_id = ?")
                .param(person)
                .query(Long.class)
                .single();
    }
}
