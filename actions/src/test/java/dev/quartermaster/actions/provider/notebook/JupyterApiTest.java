package dev.quartermaster.actions.provider.notebook;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quartermaster.actions.provider.EndlessServer;
import dev.quartermaster.actions.provider.IdleEvidence;
import java.io.IOException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a cell may put in the server's place. */
class JupyterApiTest {
    @ParameterizedTest
    @CsvSource({"65536, 0", "1, 100"})
    void anAnswerWithoutEndIsNone(int chunk, long pause) throws IOException {
        try (EndlessServer endless = new EndlessServer(chunk, pause)) {
            NotebookServer server = new NotebookServer(0, 0, endless.port(), "token");
            JupyterApi jupyter = new JupyterApi();
            assertThat(jupyter.answers(server)).isFalse();
            assertThat(jupyter.evidence(server)).isEqualTo(IdleEvidence.NONE);
        }
    }
}
