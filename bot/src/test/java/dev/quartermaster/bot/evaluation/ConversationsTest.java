package dev.quartermaster.bot.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quartermaster.actions.cluster.simulated.SimulatedCluster;
import dev.quartermaster.actions.cluster.simulated.life.Timings;
import dev.quartermaster.bot.program.RunningProgram;
import dev.quartermaster.bot.program.Sharing;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledIfSystemProperty;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/**
 * A few conversations come to their right end. With {@code -Dconversations=FILE} those of a file are played in a program of
 * their own, in place of these, and what they came to is printed; with {@code -Dmisses} each wrong turn as well. The last of
 * those that share the program: it takes everything from everybody and moves the clock, which it sets back.
 */
@Sharing("asking")
@Order(90)
class ConversationsTest {
    @Test
    @DisabledIfSystemProperty(named = "conversations", matches = ".+")
    void aFewConversationsComeToTheirRightEnd(RunningProgram program) throws IOException {
        PlayedScore score = played(program, Path.of("src/test/resources/evaluation/conversations.jsonl"));
        assertThat(score.misses()).isEmpty();
        assertThat(score.right()).isEqualTo(6);
    }

    @Test
    @DisabledIfSystemProperty(named = "conversations", matches = ".+")
    void anotherEndThanTheRightOneIsSeen(RunningProgram program) throws IOException {
        PlayedScore score = played(program, Path.of("src/test/resources/evaluation/wrong-ends.jsonl"));
        assertThat(score.right()).isZero();
        assertThat(score.unasked()).isEqualTo(Map.of("launch", 1L));
        assertThat(score.misses())
                .satisfiesExactly(
                        unasked -> assertThat(unasked).contains("unasked [launch {"),
                        missing -> assertThat(missing).contains("not done or offered [", "not said [[no such words]]"));
    }

    @Test
    @EnabledIfSystemProperty(named = "conversations", matches = ".+")
    void whatTheConversationsOfAFileComeTo() throws IOException {
        try (SimulatedCluster cluster = SimulatedCluster.start(0, Timings.immediate());
                RunningProgram program =
                        RunningProgram.start("--quartermaster.cluster.simulated-url=" + cluster.url())) {
            PlayedScore score = played(program, Path.of(System.getProperty("conversations")));
            if (System.getProperty("misses") != null) {
                score.misses().forEach(System.out::println);
            }
            System.out.println(score);
        }
    }

    private static PlayedScore played(RunningProgram program, Path file) throws IOException {
        PlayedScore score = new PlayedScore();
        List<Script> scripts = Script.read(Files.readAllLines(file));
        try (ConversationPlayer player = new ConversationPlayer(program)) {
            scripts.forEach(script -> score.add(script, player.play(script)));
        }
        return score;
    }
}
