package dev.quartermaster.intents.reading.model;

import static dev.quartermaster.intents.reading.model.Desk.thought;
import static dev.quartermaster.intents.reading.model.Desk.torn;
import static org.assertj.core.api.Assertions.assertThat;

import dev.quartermaster.intents.people.PersonId;
import dev.quartermaster.intents.reading.Context;
import dev.quartermaster.intents.reading.Evidence.By;
import dev.quartermaster.intents.reading.Interpreter;
import dev.quartermaster.intents.reading.Reading;
import dev.quartermaster.intents.reading.Sample;
import dev.quartermaster.intents.reading.Verb;
import dev.quartermaster.intents.reading.model.Allowance.Result;
import dev.quartermaster.intents.reading.slash.SlashReader;
import dev.quartermaster.prompts.Prompts;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** Threat 17: a model that is down, slow or used up costs a bounded wait and nothing else. */
class DeadModelTest {

    private static final ModelLimits SHORT =
            new ModelLimits(Duration.ofMillis(200), 2, Duration.ofMillis(150), Duration.ofMinutes(10));

    @Test
    void everySentenceAndCommandIsServedWhileTheModelHangs() {
        var never = new CountDownLatch(1);
        var puppet = new Puppet(request -> {
            try {
                never.await();
            } catch (InterruptedException cut) {
                Thread.currentThread().interrupt();
            }
            return "";
        });
        var desk = Desk.with(torn(thought(Verb.LAUNCH), thought(Verb.EXTEND)), puppet, SHORT);

        for (var sentence = 0; sentence < 500; sentence++) {
            var reading = desk.read("hm something big please, number " + sentence);
            assertThat(reading).isInstanceOf(Reading.Ask.class);
            assertThat(reading.evidence().by()).isEqualTo(By.EMBEDDED);
            assertThat(reading.evidence().remark())
                    .isEqualTo("The language model did not answer; I read this by myself.");
            assertThat(desk.read("list")).isInstanceOf(Reading.Understood.class);
        }

        assertThat(puppet.requests()).as("the breaker opens after four").hasSize(4);
        assertThat(desk.model().resting()).isTrue();
        never.countDown();
    }

    @Test
    void aSlowModelHoldsOnlyAsManyAsItMay() throws InterruptedException {
        var go = new CountDownLatch(1);
        var inside = new CountDownLatch(2);
        var puppet = new Puppet(request -> {
            inside.countDown();
            try {
                go.await();
            } catch (InterruptedException cut) {
                Thread.currentThread().interrupt();
            }
            return "{\"requests\":[]}";
        });
        var limits = new ModelLimits(Duration.ofSeconds(30), 2, Duration.ofSeconds(30), Duration.ofSeconds(30));
        var desk = Desk.with(torn(thought(Verb.LAUNCH)), puppet, limits);
        for (var waiting = 0; waiting < 2; waiting++) {
            Thread.ofPlatform().daemon().start(() -> desk.read("something big please"));
        }
        inside.await();

        var third = desk.read("something else please");
        go.countDown();

        assertThat(third.evidence().remark()).isNotEmpty();
        assertThat(desk.tally().calls().getFirst().result()).isEqualTo(Result.BUSY);
    }

    @Test
    void aModelThatComesBackIsAskedAgain() throws InterruptedException {
        var limits = new ModelLimits(Duration.ofSeconds(8), 2, Duration.ofSeconds(6), Duration.ofMillis(100));
        var puppet = new Puppet(request -> {
            throw new IllegalStateException("secret answer of the provider");
        });
        var desk = Desk.with(torn(thought(Verb.LAUNCH)), puppet, limits);
        for (var sentence = 0; sentence < 10; sentence++) {
            desk.read("something big please");
        }
        assertThat(puppet.requests()).hasSize(4);

        puppet.thinks(request -> "{\"requests\":[{\"verb\":\"help\",\"slots\":[]}]}");
        Thread.sleep(150);

        assertThat(desk.read("something big please").evidence().by()).isEqualTo(By.MODEL);
    }

    @Test
    void whoUsedUpTheDayIsReadWithoutTheModelAndTold() {
        var left = new AtomicInteger(3);
        var counted = new Allowance() {
            @Override
            public boolean take(PersonId by) {
                return left.getAndDecrement() > 0;
            }

            @Override
            public void note(Call call) {}
        };
        var puppet = Puppet.saying("{\"requests\":[]}");
        var model = new ModelReader(puppet, "puppet", new Prompts(), counted, ModelLimits.STANDARD);
        var interpreter =
                new Interpreter(List.of(new SlashReader(), new EscalatingReader(torn(thought(Verb.LAUNCH)), model)));

        for (var sentence = 0; sentence < 5; sentence++) {
            interpreter.read(Sample.says("something big please"), new Context.None(), Sample.KNOWN);
        }
        var reading = interpreter.read(Sample.says("something big please"), new Context.None(), Sample.KNOWN);

        assertThat(puppet.requests()).hasSize(3);
        assertThat(reading.evidence().remark()).contains("used up for today");
        assertThat(model.resting()).as("nobody's limit is the model's failure").isFalse();
    }

    @Test
    void whatCannotBeCountedIsNotSpent() {
        var broken = new Allowance() {
            @Override
            public boolean take(PersonId by) {
                throw new IllegalStateException("the database is away");
            }

            @Override
            public void note(Call call) {}
        };
        var puppet = Puppet.saying("{\"requests\":[]}");
        var model = new ModelReader(puppet, "puppet", new Prompts(), broken, ModelLimits.STANDARD);

        assertThat(model.read(Sample.says("something big"), new Context.None(), Sample.KNOWN))
                .isEmpty();
        assertThat(puppet.requests()).isEmpty();
    }
}
