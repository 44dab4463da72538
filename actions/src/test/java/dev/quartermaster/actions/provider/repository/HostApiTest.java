package dev.quartermaster.actions.provider.repository;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.quartermaster.actions.provider.EndlessServer;
import java.io.IOException;
import java.util.Map;
import org.junit.jupiter.api.Test;

class HostApiTest {
    @Test
    void anAnswerWithoutEndIsGivenUp() throws IOException {
        try (EndlessServer endless = new EndlessServer(65536, 0)) {
            HostApi api = new HostApi(endless.url(), Map.of());
            assertThatThrownBy(() -> api.get("/user"))
                    .isInstanceOf(IOException.class)
                    .hasMessageContaining("was not answered");
        }
    }
}
