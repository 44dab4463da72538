package dev.quartermaster.intents.reading;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quartermaster.prompts.Prompts;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whoever asks for something is never answered with a price, a name, thanks or pity in its place. */
class TaughtRequestsAreNoTopicTest {
    private static final Prompts PROMPTS = new Prompts();

    /** One in so many is read; {@code -Dtaught=1} reads all. */
    private static final int SHARE = Integer.getInteger("taught", 3);

    static Stream<String> verbs() {
        return Stream.of("launch", "grant", "extend");
    }

    static Stream<String> paths() {
        return Sample.KNOWN.catalogue().paths().keySet().stream().map(path -> path.value());
    }

    @ParameterizedTest
    @MethodSource("verbs")
    void noRequestOfAVerbIs(String verb) {
        assertThat(topics(PROMPTS.utterances().get(verb))).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("paths")
    void noRequestForAGoldenPathIs(String path) {
        assertThat(topics(PROMPTS.utterancesOfPath(path))).isEmpty();
    }

    private static List<String> topics(List<String> requests) {
        assertThat(requests).isNotEmpty();
        return IntStream.range(0, requests.size())
                .filter(number -> number % SHARE == 0)
                .mapToObj(requests::get)
                .filter(text -> Readers.read(text) instanceof Reading.Answer answer && answer.topic() != null)
                .toList();
    }
}
