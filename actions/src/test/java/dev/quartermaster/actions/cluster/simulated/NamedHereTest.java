package dev.quartermaster.actions.cluster.simulated;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quartermaster.actions.cluster.simulated.life.Timings;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A page in a browser of this machine reaches loopback; it may not reach the simulated cluster. */
class NamedHereTest {
    @Test
    void otherNamesAndPagesAreRefused() throws IOException {
        try (SimulatedCluster cluster = SimulatedCluster.start(0, Timings.immediate())) {
            int port = cluster.url().getPort();
            for (String host : List.of("localhost:" + port, "127.0.0.1:" + port, "[::1]:" + port, "localhost")) {
                assertThat(status(port, "Host: " + host)).as(host).isEqualTo(200);
            }
            for (String host : List.of(
                    "rebound.example.com:" + port, "localhost.example.com", "127.0.0.1.example.com", "127.0.0.2", "")) {
                assertThat(status(port, "Host: " + host)).as(host).isEqualTo(403);
            }
            assertThat(status(port, "Host: localhost:" + port + "\r\nOrigin: https://example.com"))
                    .isEqualTo(403);
        }
    }

    private static int status(int port, String headers) throws IOException {
        try (Socket socket = new Socket("127.0.0.1", port)) {
            socket.getOutputStream()
                    .write(("GET /version HTTP/1.1\r\n" + headers + "\r\nConnection: close\r\n\r\n")
                            .getBytes(StandardCharsets.US_ASCII));
            String answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return Integer.parseInt(answer.split(" ")[1]);
        }
    }
}
