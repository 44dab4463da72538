package dev.quartermaster.actions.provider.repository;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.tomakehurst.wiremock.WireMockServer;
import dev.quartermaster.actions.CannotStart;
import dev.quartermaster.actions.provider.Observed;
import dev.quartermaster.actions.provider.Order;
import dev.quartermaster.actions.provider.Orders;
import dev.quartermaster.actions.provider.Provider.Wanted;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Contract only: against stubs that keep what they are told, written from the published REST contracts of GitHub
 * (2022-11-28) and GitLab (v4), never against either.
 */
class RemoteGitHostTest {
    private static final String NAME = "uplift-models-aaaaaaaaaa";

    private final GitHostStub stub = new GitHostStub();
    private final WireMockServer server = stub.served();

    enum Host {
        GITHUB,
        GITLAB;

        RemoteGit at(String url, String token) {
            return switch (this) {
                case GITHUB -> new GitHub(url, token, "data");
                case GITLAB -> new GitLab(url, token, "data");
            };
        }
    }

    @AfterEach
    void stop() {
        server.stop();
    }

    @ParameterizedTest
    @EnumSource(Host.class)
    void itIsMadeFromTheTemplateWithItsPeopleAndArchivedAtItsEnd(Host host) {
        RepositoryProvider provider = provider(host);
        assertThat(provider.observe(order("python"))).isEqualTo(new Observed.Absent());

        Observed made = converged(provider, order("python"));

        assertThat(made)
                .isInstanceOfSatisfying(
                        Observed.Ready.class,
                        ready -> assertThat(ready.outputs())
                                .containsEntry("url", "https://git.example.com/data/" + NAME + ".git"));
        GitHostStub.Kept kept = stub.repositories().get(NAME);
        assertThat(kept.template()).isEqualTo("python");
        assertThat(kept.visibility()).isEqualTo("private");
        assertThat(kept.description())
                .isEqualTo("For ana of growth, req-aaaaaaaaaa, by Quartermaster. churn, \"Q3\" <b> second line");
        assertThat(kept.members()).containsOnlyKeys("ana", "iris");
        assertThat(kept.members().get("ana")).isIn("maintain", "40");
        assertThat(kept.members().get("iris")).isIn("push", "30");
        assertThat(kept.fork()).isFalse();
        assertThat(provider.hasCredentials(order("python"))).isFalse();

        assertThat(provider.converge(order("python"), Wanted.RUNNING)).isEqualTo(made);
        assertThat(stub.created()).isEqualTo(1);

        assertThat(provider.converge(order("python"), Wanted.GONE)).isEqualTo(new Observed.Absent());
        assertThat(provider.converge(order("python"), Wanted.GONE)).isEqualTo(new Observed.Absent());
        assertThat(kept.archived()).isTrue();
        assertThat(provider.farewell(order("python")))
                .contains("stays with the team growth")
                .contains("https://git.example.com/data/" + NAME + ".git");
    }

    @ParameterizedTest
    @EnumSource(Host.class)
    void whatACrashLeftHalfMadeIsFinished(Host host) throws Exception {
        host.at(server.baseUrl(), GitHostStub.TOKEN).create(NAME, "python", "Being made by Quartermaster.");
        RepositoryProvider provider = provider(host);
        assertThat(provider.observe(order("python"))).isInstanceOf(Observed.Making.class);

        assertThat(converged(provider, order("python"))).isInstanceOf(Observed.Ready.class);

        assertThat(stub.created()).isEqualTo(1);
        assertThat(stub.repositories().get(NAME).members()).containsOnlyKeys("ana", "iris");
    }

    @ParameterizedTest
    @EnumSource(Host.class)
    void everyRefusalEndsInASentence(Host host) {
        assertThat(provider(host).converge(order("cobol"), Wanted.RUNNING))
                .isInstanceOfSatisfying(Observed.Broken.class, broken -> {
                    assertThat(broken.words()).contains("from the template \"cobol\"");
                    assertThat(broken.trouble().words()).contains("QUARTERMASTER_GIT_OWNER");
                });
        RepositoryProvider wrong =
                new RepositoryProvider(new RemoteGitHost(host.at(server.baseUrl(), "wrong"), GitHostStub.PEOPLE));
        assertThat(wrong.converge(order("python"), Wanted.RUNNING))
                .isInstanceOfSatisfying(
                        Observed.Broken.class,
                        broken -> assertThat(broken.trouble().words())
                                .contains("QUARTERMASTER_GIT_TOKEN")
                                .doesNotContain("wrong"));
        assertThat(converged(
                        provider(host),
                        Orders.of("bbbbbbbbbb", "repository", "repository", spec("python"))
                                .by("nobody")
                                .order()))
                .isInstanceOfSatisfying(
                        Observed.Broken.class,
                        broken -> assertThat(broken.words()).contains("knows nobody called nobody"));
        RepositoryProvider away = provider(host);
        server.stop();
        assertThat(away.observe(order("python")))
                .isInstanceOfSatisfying(
                        Observed.Unreachable.class,
                        unseen -> assertThat(unseen.words()).isIn("GitHub", "GitLab"));
    }

    @ParameterizedTest
    @CsvSource({
        "gitea, '', t, o, QUARTERMASTER_GIT_HOST",
        "github, '', '', data, QUARTERMASTER_GIT_TOKEN",
        "gitlab, '', t, '', QUARTERMASTER_GIT_OWNER",
        "embedded, '', t, '', QUARTERMASTER_GIT_HOST"
    })
    void halfASettingDoesNotStart(String host, String url, String token, String owner, String named) {
        assertThatThrownBy(() -> new GitHostConfiguration.Settings(host, url, token, owner))
                .isInstanceOf(CannotStart.class)
                .hasMessageContaining(named);
        assertThat(new GitHostConfiguration.Settings("github", "", "secret", "data").toString())
                .doesNotContain("secret");
    }

    private RepositoryProvider provider(Host host) {
        return new RepositoryProvider(
                new RemoteGitHost(host.at(server.baseUrl(), GitHostStub.TOKEN), GitHostStub.PEOPLE));
    }

    /** A few steps: a fork is filled later. */
    private static Observed converged(RepositoryProvider provider, Order order) {
        Observed seen = provider.converge(order, Wanted.RUNNING);
        for (int step = 0; step < 5 && seen instanceof Observed.Making; step++) {
            seen = provider.converge(order, Wanted.RUNNING);
        }
        return seen;
    }

    private static Order order(String template) {
        return Orders.of("aaaaaaaaaa", "repository", "repository", spec(template))
                .order();
    }

    private static Map<String, Object> spec(String template) {
        return Map.of("template", template, "called", "uplift-models", "purpose", "churn, \"Q3\" <b>\nsecond line");
    }
}
