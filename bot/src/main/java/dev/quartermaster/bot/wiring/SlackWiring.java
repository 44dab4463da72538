package dev.quartermaster.bot.wiring;

import dev.quartermaster.actions.Secret;
import dev.quartermaster.actions.Sha256;
import dev.quartermaster.actions.bundle.Bundles;
import dev.quartermaster.actions.bundle.StandIn;
import dev.quartermaster.actions.time.DatabaseTime;
import dev.quartermaster.bot.api.ApiTokens;
import dev.quartermaster.bot.simulated.Simulation;
import dev.quartermaster.bot.slack.SlackSettings;
import dev.quartermaster.bot.workspace.state.ClockOffset;
import dev.quartermaster.bot.workspace.state.WorkspaceSettings;
import dev.quartermaster.bot.workspace.state.WorkspaceSettings.Account;
import dev.quartermaster.bot.workspace.state.WorkspaceSettings.Channel;
import dev.quartermaster.intents.config.Bundle;
import dev.quartermaster.intents.people.People;
import dev.quartermaster.intents.people.Person;
import dev.quartermaster.intents.people.PersonId;
import dev.quartermaster.intents.people.Team;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;

/** Slack as configured; with nothing configured, the local workspace in its place, over the same protocol. */
@Configuration(proxyBeanMethods = false)
class SlackWiring {
    @Bean
    @ConditionalOnProperty(name = "quartermaster.workspace.enabled", havingValue = "false")
    SlackSettings slack(Environment environment) {
        return SlackSettings.read(environment::getProperty).orElseThrow();
    }

    @Bean
    @ConditionalOnProperty(name = "quartermaster.workspace.enabled", havingValue = "false")
    ApiTokens apiTokens(@Value("${quartermaster.api-tokens}") String list) {
        return ApiTokens.parse(list);
    }

    @Configuration(proxyBeanMethods = false)
    @ConditionalOnProperty(name = "quartermaster.workspace.enabled", havingValue = "true")
    static class Local {
        /** @param alone the page's messages are files of the home folder, which one process writes */
        @Bean
        SlackSettings slack(DataDirectory home, DirectoryLock alone, @Value("${server.port}") int port)
                throws IOException {
            return new SlackSettings(
                    new Secret(home.secret("workspace-signing")),
                    new Secret("xoxb-" + home.secret("workspace-bot")),
                    null,
                    URI.create("http://127.0.0.1:" + port + "/workspace/api/"));
        }

        /** Every sample account has a token, shown on the page; tokens configured besides are valid too. */
        @Bean
        ApiTokens apiTokens(@Value("${quartermaster.api-tokens}") String list, Bundles bundles, DataDirectory home)
                throws IOException {
            List<ApiTokens.Entry> samples = new ArrayList<>();
            String seed = home.secret("workspace-tokens");
            for (Person person : bundles.current().people().persons().values()) {
                person.emails().stream()
                        .findFirst()
                        .ifPresent(email -> samples.add(new ApiTokens.Entry(email, token(seed, person.id()))));
            }
            return new ApiTokens(samples).and(ApiTokens.parse(list));
        }

        @Bean
        WorkspaceSettings workspaceSettings(
                SlackSettings slack,
                ApiTokens tokens,
                Bundles bundles,
                Simulation simulation,
                List<StandIn> standIns,
                DataDirectory home,
                DatabaseTime time,
                @Value("${server.port}") int port) {
            Bundle bundle = bundles.current();
            return new WorkspaceSettings(
                    accounts(bundle.people()),
                    channels(bundle),
                    URI.create("http://127.0.0.1:" + port + "/slack/events"),
                    slack.signing().value(),
                    slack.bot().value(),
                    home.resolve("workspace"),
                    tokens.byEmail(),
                    () -> simulation.cluster() ? simulated(standIns) : "real cluster",
                    moved(time));
        }

        private static String simulated(List<StandIn> standIns) {
            return "simulated cluster, real PostgreSQL and git"
                    + (standIns.stream().anyMatch(StandIn::madeHere) ? ", notebooks on this machine" : "");
        }

        private static ClockOffset moved(DatabaseTime time) {
            return new ClockOffset() {
                @Override
                public Duration ahead() {
                    return time.ahead();
                }

                @Override
                public void forward(Duration by) {
                    time.offset(time.ahead().plus(by));
                }
            };
        }

        /** Ana, the sample analyst, first: she is who a newcomer is. */
        private static List<Account> accounts(People people) {
            return people.persons().values().stream()
                    .filter(person -> !person.emails().isEmpty())
                    .sorted(Comparator.comparing(
                                    (Person person) -> !person.role().equals("analyst"))
                            .thenComparing(Person::id))
                    .map(person -> new Account(
                            person.id().value(),
                            person.emails().getFirst(),
                            person.name(),
                            person.role(),
                            people.teamOf(person.id())
                                    .map(team -> team.id().value())
                                    .orElse("")))
                    .toList();
        }

        private static List<Channel> channels(Bundle bundle) {
            List<Channel> channels = new ArrayList<>();
            List<String> everybody = bundle.people().persons().keySet().stream()
                    .sorted()
                    .map(PersonId::value)
                    .toList();
            channels.add(new Channel(bundle.organisation().approvalsChannel(), everybody));
            bundle.people().teams().values().stream()
                    .sorted(Comparator.comparing(Team::id))
                    .map(team -> new Channel(
                            team.channel(),
                            team.members().stream()
                                    .sorted()
                                    .map(PersonId::value)
                                    .toList()))
                    .forEach(channels::add);
            return channels;
        }

        private static String token(String seed, PersonId person) {
            return "qm-" + Sha256.hex(seed + ":" + person).substring(0, 32);
        }
    }
}
