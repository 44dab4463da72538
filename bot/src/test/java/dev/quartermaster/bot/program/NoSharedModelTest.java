package dev.quartermaster.bot.program;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Where no shared language model is set up, whoever asks for one reads that, and nobody is asked or charged. */
@Sharing("asking")
@Order(6)
class NoSharedModelTest {
    private static final String WORDS = "No shared language model is set up here";

    private static RunningProgram program;

    @BeforeAll
    static void start(RunningProgram started) {
        program = started;
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            lee | llm key pls
            lee | /qm launch genai-rag --duration 2h
            mia | /qm launch genai-prompt-engineering --tokens 10000000 --duration 14d
            """)
    void itIsSaidBeforeAnybodyIsAskedAndThePlatformTeamHearsItOnce(String person, String words) {
        WorkspaceUser user = new WorkspaceUser(program, person);
        int before = refused(person);

        user.says(words);

        program.eventually(() -> refused(person) == before + 1);
        assertThat(user.sees(WORDS).toString()).contains("nothing is charged").contains("ask them when it comes");
        String request = program.request(person);
        assertThat(program.state(request)).isEqualTo("refused");
        assertThat(count("select count(*) from lease where request = ?", request))
                .isZero();
        assertThat(count("select count(*) from account where lease = ?", request.replace("req-", "lease-")))
                .isZero();
        new WorkspaceUser(program, "omar").sees("QUARTERMASTER_LLM_ENDPOINT", "platform");
        assertThat(program.cards("platform:not-set-up/model-key/" + person)).hasSize(1);
    }

    private static int refused(String person) {
        return count("select count(*) from request where state = 'refused' and asker = ?", person);
    }

    private static int count(String sql, String value) {
        return program.jdbc().sql(sql).param(value).query(Integer.class).single();
    }
}
