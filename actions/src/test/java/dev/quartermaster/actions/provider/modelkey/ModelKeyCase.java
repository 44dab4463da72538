package dev.quartermaster.actions.provider.modelkey;

import com.github.tomakehurst.wiremock.WireMockServer;
import dev.quartermaster.actions.postgres.Database;
import dev.quartermaster.actions.provider.Order;
import dev.quartermaster.actions.provider.Orders;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Contract only: against a stub that keeps what it is told, never against a LiteLLM proxy. */
abstract class ModelKeyCase {
    static final Duration PATIENCE = Duration.ofSeconds(5);
    static final String ALIAS = "quartermaster-lease-aaaaaaaaaa-key";

    final LiteLlmStub stub = new LiteLlmStub();
    final WireMockServer server = stub.served();
    final JdbcClient jdbc;
    final KeySpend spend;
    final ModelKeyProvider provider;
    /** Fifteen days from the stub's now. */
    final Order order = order("2030-12-16T10:00:00Z");

    ModelKeyCase(Database database) {
        this.jdbc = database.jdbc();
        this.spend = new KeySpendQueries(jdbc);
        this.provider = provider(PATIENCE, LiteLlmStub.ADMIN);
    }

    @AfterEach
    void stop() {
        server.stop();
        jdbc.sql("delete from model_key_spend").update();
    }

    String shown() {
        return key(order);
    }

    String key(Order of) {
        return provider.credentials(of).orElseThrow().lines().get("Key");
    }

    /** @return the status of a completion */
    int asks(String secret) throws IOException, InterruptedException {
        try (HttpClient http = HttpClient.newHttpClient()) {
            HttpRequest request = HttpRequest.newBuilder(URI.create(server.baseUrl() + "/v1/chat/completions"))
                    .header("Authorization", "Bearer " + secret)
                    .POST(HttpRequest.BodyPublishers.ofString("{\"model\": \"small\", \"messages\": []}"))
                    .build();
            return http.send(request, BodyHandlers.discarding()).statusCode();
        }
    }

    ModelKeyProvider provider(Duration patience, String admin) {
        ModelEndpoint endpoint = endpoint(admin);
        return new ModelKeyProvider(new LeaseKeys(endpoint, new LiteLlm(endpoint, patience), spend, stub::now));
    }

    ModelEndpoint endpoint(String admin) {
        return new ModelEndpoint(server.baseUrl(), admin, List.of("small", "large"));
    }

    static Order order(String until) {
        return another("aaaaaaaaaa", until);
    }

    static Order another(String lease, String until) {
        return Orders.of(lease, "key", "model-key", Map.of("budget", "0.2"))
                .until(Instant.parse(until))
                .order();
    }
}
