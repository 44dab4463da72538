package dev.quartermaster.bot.program;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/** A question after a no is about that no, whatever was asked for since. */
@Sharing("asking")
@Order(30)
class WhyNotTest {
    private static RunningProgram program;

    @BeforeAll
    static void start(RunningProgram started) {
        program = started;
    }

    @Test
    void afterANoWhyIsAboutThatNo() {
        program.types("ana", "grant sales.orders read --duration 11d");
        String denied = program.request("ana");
        program.eventually(() -> !program.cards("card:" + denied + ":dan").isEmpty());
        program.types("ana", "grant synthetic.products read --duration 1d");
        program.types("dan", "deny " + denied + " --reason \"use the synthetic data\"");
        program.eventually(() -> program.state(denied).equals("denied"));

        for (String words : List.of("why not?", "why was it denied?", "why?", "Why did Dan say no?")) {
            assertThat(program.answers(() -> program.tells("ana", words)))
                    .as(words)
                    .anyMatch(each -> each.contains("*Dan Kowalski* said no, ")
                            && each.contains("use the synthetic data")
                            && each.contains("They were asked because: It opens sales.orders")
                            && each.contains("*What you can do*")
                            && each.contains("again " + denied));
        }
        assertThat(program.answersBelow("raj", "status:" + denied, "why not?"))
                .noneMatch(each -> each.contains("said no, "));
        program.types("ana", "grant synthetic.customers read --duration 1d");
        assertThat(program.answers(() -> program.tells("ana", "why?")))
                .as("what happened last")
                .noneMatch(each -> each.contains("said no, "));
    }
}
