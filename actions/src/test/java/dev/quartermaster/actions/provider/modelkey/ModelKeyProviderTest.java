package dev.quartermaster.actions.provider.modelkey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import dev.quartermaster.actions.postgres.Database;
import dev.quartermaster.actions.postgres.RealPostgres;
import dev.quartermaster.actions.provider.EndlessServer;
import dev.quartermaster.actions.provider.Leftover;
import dev.quartermaster.actions.provider.Observed;
import dev.quartermaster.actions.provider.Order;
import dev.quartermaster.actions.provider.Provider.Standing;
import dev.quartermaster.actions.provider.Provider.Wanted;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A key from its making to its end. */
@RealPostgres
class ModelKeyProviderTest extends ModelKeyCase {
    ModelKeyProviderTest(Database database) {
        super(database);
    }

    @Test
    void itIsMadeOnceForItsTermItsBudgetAndItsModelsAndMayMakeNoOthers() {
        assertThat(provider.observe(order)).isEqualTo(new Observed.Absent());

        Observed made = provider.converge(order, Wanted.RUNNING);

        assertThat(made)
                .isEqualTo(new Observed.Ready(ALIAS + " at localhost", Map.of("url", server.baseUrl() + "/v1")));
        assertThat(provider.observe(order)).isEqualTo(made);
        assertThat(provider.converge(order, Wanted.RUNNING)).isEqualTo(made);
        assertThat(stub.created()).isEqualTo(1);
        LiteLlmStub.Kept key = stub.keys().getFirst();
        assertThat(key.get("key_alias")).isEqualTo(ALIAS + "-a");
        assertThat(key.get("max_budget")).isEqualTo(0.2);
        assertThat(key.get("models")).isEqualTo(List.of("small", "large"));
        assertThat(key.get("expires")).isEqualTo("2030-12-16T11:00:00Z");
        assertThat(key.get("allowed_routes")).isEqualTo(List.of("llm_api_routes"));
    }

    @Test
    void aKeyOfALeaseThatIsNotOpenIsFoundAndLeftAlone() {
        provider.converge(order, Wanted.RUNNING);
        assertThat(provider.leftovers(lease -> Standing.OPEN)).isEmpty();

        assertThat(provider.leftovers(lease -> Standing.OVER))
                .containsExactly(new Leftover(
                        order.lease(), "key/" + ALIAS + "-a", "the key " + ALIAS + "-a at localhost", false));
        assertThat(stub.keys()).hasSize(1);
        assertThat(provider(PATIENCE, "wrong").leftovers(lease -> Standing.OVER))
                .isEmpty();
    }

    @Test
    void whatWasMadeAndNotHeardOfIsFoundAgain() {
        stub.garbles(answer -> answer);
        stub.garbles(answer -> answer);
        stub.garbles(answer -> LiteLlmStub.status(500));
        assertThat(provider.converge(order, Wanted.RUNNING)).isInstanceOf(Observed.Unreachable.class);

        assertThat(provider.converge(order, Wanted.RUNNING)).isInstanceOf(Observed.Ready.class);

        assertThat(stub.created()).isEqualTo(1);
        assertThat(stub.keys()).hasSize(1);
    }

    @Test
    void whatIsShownSaysHowItIsUsed() {
        provider.converge(order, Wanted.RUNNING);

        Map<String, String> lines = provider.credentials(order).orElseThrow().lines();

        assertThat(lines)
                .contains(entry("Base URL", server.baseUrl() + "/v1"), entry("Models", "small, large"))
                .containsEntry(
                        "Python",
                        "OpenAI(base_url=\"" + server.baseUrl() + "/v1\", api_key=\"" + lines.get("Key") + "\")");
        assertThat(lines.get("Command line"))
                .startsWith("curl " + server.baseUrl() + "/v1/chat/completions")
                .contains(lines.get("Key"))
                .contains("\"model\": \"small\"");
        assertThat(lines.get("Spent")).startsWith("0 of 0.2 so far").endsWith("each day adds 0.2.");
    }

    @Test
    void anExtensionMovesItsEndAndTheKeyInUseGoesOn() throws Exception {
        provider.converge(order, Wanted.RUNNING);
        String secret = shown();
        Order longer = order("2030-12-30T10:00:00Z");
        assertThat(provider.observe(longer)).isInstanceOf(Observed.Making.class);

        assertThat(provider.converge(longer, Wanted.RUNNING)).isInstanceOf(Observed.Ready.class);

        assertThat(stub.keys().getFirst().get("expires")).isEqualTo("2030-12-30T11:00:00Z");
        assertThat(provider.observe(longer)).isInstanceOf(Observed.Ready.class);
        stub.passes(Duration.ofDays(16));
        assertThat(asks(secret)).isEqualTo(200);
    }

    @Test
    void itEndsForGoodAndByItselfWhereNobodyEndsIt() throws Exception {
        provider.converge(order, Wanted.RUNNING);
        String secret = shown();

        assertThat(provider.converge(order, Wanted.GONE)).isEqualTo(new Observed.Absent());
        assertThat(provider.converge(order, Wanted.GONE)).isEqualTo(new Observed.Absent());

        assertThat(asks(secret)).isEqualTo(401);
        assertThat(stub.keys()).isEmpty();
        assertThat(provider.credentials(order)).isEmpty();
        assertThat(provider.usage(order)).isEmpty();

        provider.converge(order, Wanted.RUNNING);
        String left = shown();
        stub.passes(Duration.between(stub.now(), order.until()).plus(Duration.ofHours(1)));
        assertThat(asks(left)).isEqualTo(401);
    }

    @ParameterizedTest
    @ValueSource(ints = {408, 429, 500, 503})
    void whatPassesIsWaitedFor(int status) {
        for (Wanted wanted : Wanted.values()) {
            stub.garbles(answer -> LiteLlmStub.status(status));
            assertThat(provider.converge(order, wanted))
                    .isEqualTo(new Observed.Unreachable("the shared language model"));
        }
        assertThat(provider.converge(order, Wanted.RUNNING)).isInstanceOf(Observed.Ready.class);
    }

    @ParameterizedTest
    @ValueSource(ints = {400, 401, 403, 422})
    void whatIsRefusedIsSaidToThePlatformTeamAtTheEndToo(int status) {
        provider.converge(order, Wanted.RUNNING);
        for (Wanted wanted : Wanted.values()) {
            stub.garbles(answer -> LiteLlmStub.status(status));
            assertThat(provider.converge(order, wanted)).isInstanceOfSatisfying(Observed.Broken.class, broken -> {
                assertThat(broken.words())
                        .isEqualTo("The shared language model's proxy refuses us; the platform team was" + " told.");
                assertThat(broken.trouble().reason()).isEqualTo("model-proxy-refuses");
                assertThat(broken.trouble().words())
                        .contains("answered " + status)
                        .contains(ALIAS)
                        .contains("deleted there by hand")
                        .doesNotContain("canary");
            });
        }
        assertThat(stub.keys()).hasSize(1);
    }

    @Test
    void aKeyOfNobodysIsRefused() {
        ModelKeyProvider wrong = provider(PATIENCE, "sk-wrong-canary");
        assertThat(wrong.observe(order))
                .isInstanceOfSatisfying(
                        Observed.Broken.class,
                        broken -> assertThat(broken.trouble().words())
                                .contains("QUARTERMASTER_LLM_ADMIN_KEY")
                                .doesNotContain("canary"));
    }

    @Test
    void anAnswerThatDoesNotComeOrIsNoneIsWaitedFor() {
        stub.garbles(answer -> ResponseDefinitionBuilder.like(answer)
                .withBody("<html>sk-secret-canary")
                .build());
        assertThat(provider.observe(order)).isInstanceOf(Observed.Unreachable.class);
        stub.garbles(answer -> ResponseDefinitionBuilder.like(answer)
                .withChunkedDribbleDelay(10, 5_000)
                .build());
        assertThat(provider(Duration.ofMillis(500), LiteLlmStub.ADMIN).observe(order))
                .isInstanceOf(Observed.Unreachable.class);
        server.stop();
        assertThat(provider.converge(order, Wanted.RUNNING)).isInstanceOf(Observed.Unreachable.class);
        assertThat(provider.credentials(order)).isEmpty();
        assertThat(provider.usage(order)).isEmpty();
    }

    @Test
    void nothingThatIsKeptOrLoggedHoldsASecret() {
        Observed made = provider.converge(order, Wanted.RUNNING);
        assertThat(List.of(
                        made,
                        provider.deeds(order),
                        provider.farewell(order),
                        provider.credentials(order).orElseThrow(),
                        endpoint(LiteLlmStub.ADMIN)))
                .allSatisfy(each -> assertThat(each.toString()).doesNotContain("canary"));
        assertThat(provider.deeds(order).done().getFirst())
                .contains(ALIAS)
                .contains("small, large")
                .contains("0.2");
    }

    @Test
    void withNoProxyItSaysSoBeforeAnythingIsAskedFor() {
        ModelKeyProvider none = new ModelKeyProvider(null);

        assertThat(provider.missing()).isEmpty();
        assertThat(none.missing()).hasValueSatisfying(why -> {
            assertThat(why.words()).contains("No shared language model is set up here");
            assertThat(why.trouble().words()).contains("QUARTERMASTER_LLM_ENDPOINT");
        });
        assertThat(none.converge(order, Wanted.GONE))
                .isInstanceOfSatisfying(
                        Observed.Broken.class,
                        broken -> assertThat(broken.trouble().words())
                                .contains("delete the key " + ALIAS)
                                .contains(order.until().toString()));
        assertThat(none.hasCredentials(order)).isFalse();
        assertThat(none.credentials(order)).isEmpty();
    }

    @Test
    void aKeyThatSomebodyBlockedIsNotReplacedAndEnds() {
        provider.converge(order, Wanted.RUNNING);
        stub.blocks();

        assertThat(provider.credentials(order)).isEmpty();
        assertThat(provider.observe(order))
                .isInstanceOfSatisfying(
                        Observed.Broken.class,
                        broken -> assertThat(broken.words()).contains("blocked this key"));
        assertThat(provider.converge(order, Wanted.RUNNING)).isEqualTo(provider.observe(order));
        assertThat(stub.created()).isEqualTo(1);
        assertThat(provider.converge(order, Wanted.GONE)).isEqualTo(new Observed.Absent());
    }

    @Test
    void anAnswerWithoutEndIsGivenUp() throws IOException {
        try (EndlessServer endless = new EndlessServer(65536, 0)) {
            ModelEndpoint away = new ModelEndpoint(endless.url(), LiteLlmStub.ADMIN, List.of("small"));
            ModelKeyProvider flooded =
                    new ModelKeyProvider(new LeaseKeys(away, new LiteLlm(away, PATIENCE), spend, stub::now));
            assertThat(flooded.observe(order)).isInstanceOf(Observed.Unreachable.class);
        }
    }
}
