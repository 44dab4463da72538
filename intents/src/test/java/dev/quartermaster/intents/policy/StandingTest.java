package dev.quartermaster.intents.policy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quartermaster.intents.people.PersonId;
import dev.quartermaster.intents.people.TeamId;
import java.util.List;
import org.junit.jupiter.api.Test;

class StandingTest {
    private static final List<String> EVERYBODY =
            List.of("ana", "iris", "mia", "raj", "lee", "dan", "omar", "pat", "kim", "stranger");

    private final PersonRights standing =
            new PersonRights(Asking.defaultOrganisation().bundle().people());

    @Test
    void whatRunsIsStoppedByItsOwnerTheirManagerAndPlatformLeads() {
        assertThat(EVERYBODY.stream().filter(who -> standing.mayStop(new PersonId(who), new PersonId("ana"))))
                .containsExactly("ana", "mia", "omar", "pat", "kim");
    }

    @Test
    void spendIsSeenByTheTeamAndPlatformLeads() {
        assertThat(EVERYBODY.stream().filter(who -> standing.maySeeSpend(new PersonId(who), new TeamId("growth"))))
                .containsExactly("ana", "iris", "mia", "omar", "pat", "kim");
        assertThat(EVERYBODY.stream().filter(who -> standing.maySeeSpend(new PersonId(who), new TeamId("risk"))))
                .containsExactly("raj", "lee", "omar", "pat", "kim");
    }

    @Test
    void whoIsGoneMayNothingEvenWithTheirOwn() {
        assertThat(standing.mayStop(new PersonId("stranger"), new PersonId("stranger")))
                .isFalse();
        assertThat(standing.maySeeSpend(new PersonId("omar"), new TeamId("no-such-team")))
                .isFalse();
    }
}
