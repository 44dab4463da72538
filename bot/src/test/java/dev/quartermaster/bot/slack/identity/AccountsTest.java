package dev.quartermaster.bot.slack.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.quartermaster.actions.Secret;
import dev.quartermaster.bot.slack.SlackSettings;
import dev.quartermaster.bot.slack.Speaker;
import dev.quartermaster.bot.slack.fixture.FakeSlack;
import dev.quartermaster.bot.slack.fixture.Postgres;
import dev.quartermaster.bot.slack.fixture.Trouble;
import dev.quartermaster.bot.slack.identity.Account.Doubtful;
import dev.quartermaster.bot.slack.identity.Account.Known;
import dev.quartermaster.bot.slack.identity.Account.Machine;
import dev.quartermaster.bot.slack.identity.AccountBindings.Claim;
import dev.quartermaster.bot.slack.identity.AccountBindings.Standing.Theirs;
import dev.quartermaster.bot.slack.web.BotIdentity;
import dev.quartermaster.bot.slack.web.SlackWebClient;
import dev.quartermaster.bot.slack.web.Unreachable;
import dev.quartermaster.intents.people.MailAddress;
import dev.quartermaster.intents.people.People;
import dev.quartermaster.intents.people.PeopleSource;
import dev.quartermaster.intents.people.Person;
import dev.quartermaster.intents.people.PersonId;
import java.io.IOException;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import tools.jackson.databind.node.ObjectNode;

@ExtendWith(Postgres.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AccountsTest {
    private static final PersonId ANA = new PersonId("ana");
    private static final PersonId IRIS = new PersonId("iris");
    private static final PersonId KIM = new PersonId("kim");
    private FakeSlack slack;
    private SlackWebClient web;
    private Accounts accounts;
    private AccountBindings bindings;
    private final List<AccountDispute> disputes = new ArrayList<>();
    private PeopleSource source = () -> new People(Map.of(), Map.of(), Map.of());
    private DriverManagerDataSource data;

    @BeforeAll
    void migrate(Postgres.Fresh database) {
        data = new DriverManagerDataSource(database.url(), "postgres", "");
        Flyway.configure()
                .dataSource(data)
                .locations("classpath:db/migration")
                .load()
                .migrate();
    }

    @BeforeEach
    void start() throws IOException {
        slack = new FakeSlack();
        web = new SlackWebClient(new SlackSettings(new Secret("s"), new Secret("xoxb"), null, slack.url()));
        JdbcClient jdbc = JdbcClient.create(data);
        jdbc.sql("truncate slack_account, slack_address").update();
        bindings = new AccountBindings(jdbc, new DataSourceTransactionManager(data));
        disputes.clear();
        source = () -> new People(
                Map.of(
                        ANA, new Person(ANA, List.of("ana@example.com", "ana.b@example.com"), "Ana", "analyst", null),
                        IRIS, new Person(IRIS, List.of("iris@example.com"), "Iris", "intern", ANA),
                        KIM, new Person(KIM, List.of("kim.singh@example.com"), "Kim Singh", "lead", null)),
                Map.of(),
                Map.of());
        accounts = replica();
    }

    private Accounts replica() {
        return new Accounts(
                new Profiles(web, InstantSource.system()),
                new BotIdentity(web),
                () -> source.read(),
                new AccountOwnership(bindings, event -> disputes.add((AccountDispute) event)));
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
        List<Consumer<ObjectNode>> flaws = List.of(
                user -> user.put("team_id", "T0OTHER"),
                user -> user.put("is_restricted", true),
                user -> user.put("is_ultra_restricted", true),
                user -> user.put("is_stranger", true),
                user -> user.put("deleted", true),
                user -> user.put("is_bot", true),
                user -> user.put("is_workflow_bot", true),
                user -> user.withObject("profile").remove("email"),
                user -> user.put("is_email_confirmed", false),
                user -> user.put("is_invited_user", true),
                user -> user.withObject("profile").remove("email"),
                user -> user.withObject("profile").put("email", "ana@example.com.evil.org"));
        Random random = new Random(5);
        for (int i = 0; i < 250; i++) {
            ObjectNode user = slack.user("U0FLAW" + i, "ana");
            flaws.get(i % flaws.size()).accept(user);
            if (random.nextBoolean()) flaws.get(random.nextInt(flaws.size())).accept(user);
            assertThat(accounts.of("U0FLAW" + i, FakeSlack.TEAM)).as("%s", user).isNotInstanceOf(Known.class);
        }
        List<String> mails = LookAlikeAddresses.of("kim.singh@example.com", "iris@example.com", "ana@example.com");
        for (int i = 0; i < 250; i++) {
            ObjectNode user = slack.user("U0LIKE" + i, "ana");
            user.withObject("profile").put("email", mails.get(i % mails.size()));
            assertThat(accounts.of("U0LIKE" + i, FakeSlack.TEAM)).as("%s", user).isNotInstanceOf(Known.class);
        }
    }

    @Test
    void whoIsDoubtfulReadsWhatToDo() {
        slack.user("U0FRESH", "ana").put("is_email_confirmed", false);
        slack.user("U0INVITED", "ana").put("is_invited_user", true);
        assertThat(accounts.of("U0FRESH", FakeSlack.TEAM))
                .isInstanceOfSatisfying(
                        Doubtful.class, doubtful -> assertThat(doubtful.words()).contains("Confirm"));
        assertThat(accounts.of("U0INVITED", FakeSlack.TEAM))
                .isInstanceOfSatisfying(
                        Doubtful.class, doubtful -> assertThat(doubtful.words()).contains("Accept the invitation"));
    }

    @Test
    void addressGivenToAnotherAccountDoesNotMakeItTheirs() {
        assertThat(person("U0ANA")).contains(ANA);
        slack.user("U0NEW", "ana");
        for (int i = 0; i < 3; i++) {
            assertThat(replica().of("U0NEW", FakeSlack.TEAM))
                    .isInstanceOfSatisfying(
                            Doubtful.class,
                            doubtful -> assertThat(doubtful.words()).contains("Ask the platform team", "U0NEW"));
        }
        assertThat(disputes)
                .isNotEmpty()
                .allMatch(
                        each -> each.account().equals("U0NEW") && each.person().equals(ANA));
        assertThat(replica().of(ANA)).as("where ana is told things").isNotEqualTo(Optional.of("U0NEW"));
        assertThat(person("U0ANA")).contains(ANA);
    }

    @Test
    void accountWhoseAddressBecomesAnotherPersonsIsNotThatPerson() {
        slack.user("U0IRIS", "iris");
        assertThat(person("U0IRIS")).contains(IRIS);
        slack.user("U0IRIS", "kim.singh");
        assertThat(replica().of("U0IRIS", FakeSlack.TEAM)).isInstanceOf(Doubtful.class);
        assertThat(replica().of(KIM)).isEmpty();
        slack.user("U0KIM", "kim.singh");
        assertThat(replica().of("U0KIM", FakeSlack.TEAM)).isInstanceOf(Known.class);
    }

    @Test
    void addressLeftBehindByItsAccountStaysThatAccounts() {
        assertThat(person("U0ANA")).contains(ANA);
        slack.user("U0ANA", "ana.b");
        accounts = replica();
        assertThat(person("U0ANA")).contains(ANA);
        slack.user("U0NEW", "ana");
        assertThat(person("U0NEW")).isEmpty();
    }

    @Test
    void platformTeamSaysWhoseAnAccountIs() {
        assertThat(person("U0ANA")).contains(ANA);
        slack.user("U0NEW", "ana");
        assertThat(person("U0NEW")).isEmpty();
        PeopleSource before = source;
        source = named(Set.of("U0NEW"));
        assertThat(person("U0NEW")).contains(ANA);
        assertThat(person("U0ANA")).isEmpty();
        assertThat(accounts.of(ANA)).contains("U0NEW");
        source = before;
        assertThat(person("U0NEW")).as("what was said once stays").contains(ANA);
    }

    @Test
    void ofAThousandFirstMatchesAtOnceOneIsTheAccountOfAnAddress() throws Exception {
        AtomicInteger refused = new AtomicInteger();
        try (ExecutorService threads = Executors.newFixedThreadPool(8)) {
            for (int i = 0; i < 125; i++) {
                String address = "a" + i + "@example.com";
                for (int account = 0; account < 8; account++) {
                    Claim claim = new Claim("T", "U" + i + "N" + account, ANA, MailAddress.of(address));
                    threads.submit(() -> bindings.claim(claim) instanceof Theirs ? 0 : refused.incrementAndGet());
                }
            }
        }
        assertThat(refused).hasValue(125 * 7);
    }

    @Test
    void deactivationIsSeenAtOnceByWhoDecidesAndNobodyDecidesWhileSlackIsAway() {
        assertThat(accounts.of("U0ANA", FakeSlack.TEAM)).isInstanceOf(Known.class);
        slack.user("U0ANA", "ana").put("deleted", true);
        assertThat(accounts.of("U0ANA", FakeSlack.TEAM)).as("remembered").isInstanceOf(Known.class);
        slack.fault(call -> Optional.of(Trouble.broken()));
        assertThatThrownBy(() -> accounts.now("U0ANA", FakeSlack.TEAM)).isInstanceOf(Unreachable.class);
        slack.fault(call -> Optional.empty());
        assertThat(accounts.now("U0ANA", FakeSlack.TEAM)).isInstanceOf(Doubtful.class);
        assertThat(accounts.of("U0ANA", FakeSlack.TEAM)).isInstanceOf(Doubtful.class);
    }

    private Optional<PersonId> person(String user) {
        return switch (replica().of(user, FakeSlack.TEAM)) {
            case Known(Speaker speaker) -> Optional.of(speaker.person());
            case Doubtful doubtful -> Optional.empty();
            case Machine machine -> Optional.empty();
        };
    }

    private static PeopleSource named(Set<String> accounts) {
        Person ana = new Person(ANA, List.of("ana@example.com"), "Ana", "analyst", null, null, accounts);
        return () -> new People(Map.of(ANA, ana), Map.of(), Map.of());
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
