package dev.quartermaster.bot.slack.identity;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import dev.quartermaster.bot.slack.SlackSettings;
import dev.quartermaster.bot.slack.SlackSettings.Secret;
import dev.quartermaster.bot.slack.identity.Account.Doubtful;
import dev.quartermaster.bot.slack.identity.Account.Known;
import dev.quartermaster.bot.slack.identity.Account.Machine;
import dev.quartermaster.bot.slack.stand.FakeSlack;
import dev.quartermaster.bot.slack.web.Ourselves;
import dev.quartermaster.bot.slack.web.Web;
import dev.quartermaster.intents.people.People;
import dev.quartermaster.intents.people.PeopleSource;
import dev.quartermaster.intents.people.Person;
import dev.quartermaster.intents.people.PersonId;
import java.io.IOException;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class AccountsTest {
    private static final PersonId ANA = new PersonId("ana");
    private FakeSlack slack;
    private Web web;
    private Accounts accounts;
    private PeopleSource source = () -> new People(
            Map.of(ANA, new Person(ANA, List.of("ana@example.com", "ana.b@example.com"), "Ana", "analyst", null)),
            Map.of(),
            Map.of());

    @BeforeEach
    void start() throws IOException {
        slack = new FakeSlack();
        web = new Web(new SlackSettings(new Secret("s"), new Secret("xoxb"), null, slack.url()));
        accounts = new Accounts(new Profiles(web, InstantSource.system()), new Ourselves(web), () -> source.read());
    }

    @AfterEach
    void stop() throws Exception {
        web.close();
        slack.close();
    }

    @Test
    void memberIsKnownByAnyOfTheirAddressesWhateverItsCase() {
        slack.user("U0ALIAS", "Ana.B");
        assertThat(accounts.of("U0ALIAS", FakeSlack.TEAM))
                .isInstanceOfSatisfying(
                        Known.class,
                        known -> assertThat(known.speaker().person()).isEqualTo(ANA));
        assertThat(accounts.of(ANA)).contains("U0ANA");
    }

    @Test
    void fiveHundredDoubtfulIdentitiesAreAllRefused() {
        List<Consumer<JsonObject>> flaws = List.of(
                user -> user.addProperty("team_id", "T0OTHER"),
                user -> user.addProperty("is_restricted", true),
                user -> user.addProperty("is_ultra_restricted", true),
                user -> user.addProperty("is_stranger", true),
                user -> user.addProperty("deleted", true),
                user -> user.addProperty("is_bot", true),
                user -> user.addProperty("is_workflow_bot", true),
                user -> user.getAsJsonObject("profile").remove("email"),
                user -> user.getAsJsonObject("profile").addProperty("email", "аna@example.com"),
                user -> user.getAsJsonObject("profile").addProperty("email", "ana@example.com.evil.org"));
        Random random = new Random(5);
        for (int i = 0; i < 500; i++) {
            JsonObject user = slack.user("U0FLAW" + i, "ana");
            flaws.get(i % flaws.size()).accept(user);
            if (random.nextBoolean()) flaws.get(random.nextInt(flaws.size())).accept(user);
            assertThat(accounts.of("U0FLAW" + i, FakeSlack.TEAM)).as("%s", user).isNotInstanceOf(Known.class);
        }
    }

    @Test
    void otherWorkspaceAndOurselvesAreNotServed() {
        assertThat(accounts.of("U0ANA", "T0OTHER")).isInstanceOf(Doubtful.class);
        assertThat(accounts.of(FakeSlack.BOT, FakeSlack.TEAM)).isInstanceOf(Machine.class);
        assertThat(accounts.of("U0MISSING", FakeSlack.TEAM)).isInstanceOf(Doubtful.class);
    }

    @Test
    void removalFromThePeopleIsSeenAtOnceAndABrokenSourceServesNobody() {
        assertThat(accounts.of("U0ANA", FakeSlack.TEAM)).isInstanceOf(Known.class);
        source = () -> new People(Map.of(), Map.of(), Map.of());
        assertThat(accounts.of("U0ANA", FakeSlack.TEAM)).isInstanceOf(Doubtful.class);
        source = () -> {
            throw new PeopleSource.Broken("people.yaml is broken; the platform team mends it.");
        };
        assertThat(accounts.of("U0ANA", FakeSlack.TEAM))
                .isEqualTo(new Doubtful("people.yaml is broken; the platform team mends it."));
    }
}
