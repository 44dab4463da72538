package dev.quartermaster.actions.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.quartermaster.actions.json.Json;
import dev.quartermaster.actions.postgres.Database;
import dev.quartermaster.actions.postgres.RealPostgres;
import dev.quartermaster.intents.people.PersonId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

@RealPostgres
class ChainQueriesTest {
    private final Database database;
    private final Audit audit;

    ChainQueriesTest(Database database) {
        this.database = database;
        this.audit = new ChainQueries(database.jdbc(), new Json());
    }

    @Test
    void factsFollowEachOther() {
        record("req-follow", 3);

        assertThat(audit.of("req-follow")).extracting(Fact::number).containsExactly(1L, 2L, 3L);
        assertThat(audit.of("req-follow").getFirst().previous()).isEmpty();
        assertThat(audit.verify("req-follow")).isEmpty();
    }

    @Test
    void factsWrittenAtOnceHaveNoGaps() throws Exception {
        try (var threads = Executors.newFixedThreadPool(8)) {
            for (int i = 0; i < 40; i++) {
                threads.submit(() -> record("req-race", 1));
            }
        }

        assertThat(audit.of("req-race")).hasSize(40);
        assertThat(audit.verify("req-race")).isEmpty();
    }

    @Test
    void theTableRefusesToForget() {
        record("req-forget", 2);
        for (String sql : List.of(
                "update fact set what = 'denied' where request = 'req-forget'",
                "delete from fact where request = 'req-forget'",
                "truncate fact")) {
            assertThatThrownBy(() -> database.jdbc().sql(sql).update()).hasMessageContaining("only ever added to");
        }
    }

    @Test
    void aChangeBehindTheTriggersBackIsFound() {
        record("req-tamper", 3);
        database.inTransaction(() -> {
            database.jdbc().sql("set local session_replication_role = replica").update();
            database.jdbc()
                    .sql("update fact set detail = '{}' where request = 'req-tamper' and number = 2")
                    .update();
        });

        assertThat(audit.verify("req-tamper")).isEqualTo("Fact 2 of req-tamper was changed.");
    }

    @Test
    void tenThousandTampersAreFound() {
        record("req-many", 12);
        List<Fact> facts = audit.of("req-many");
        String head = facts.getLast().hash();
        Random random = new Random(20261120);
        for (int round = 0; round < 10_000; round++) {
            List<Fact> tampered = tampered(facts, random);
            assertThat(FactChain.firstFault(tampered, facts.size(), head))
                    .as("round %d", round)
                    .isNotEmpty();
        }
    }

    @Test
    void peoplesWordsCanBeErasedAndTheChainHolds() {
        database.inTransaction(() -> {
            String hash = audit.words("req-words", "for my churn study");
            audit.record("req-words", new PersonId("ana"), "asked", Map.of("words", hash));
        });
        database.jdbc().sql("delete from words where request = 'req-words'").update();

        assertThat(audit.verify("req-words")).isEmpty();
        assertThat(audit.of("req-words").getFirst().detail()).doesNotContain("churn");
    }

    private void record(String chain, int times) {
        for (int i = 0; i < times; i++) {
            int number = i;
            database.inTransaction(() ->
                    audit.record(chain, number % 2 == 0 ? new PersonId("ana") : null, "said", Map.of("n", number)));
        }
    }

    /** One change an insider might try: a field, a fact dropped, doubled, two swapped, or re-hashed alone. */
    private static List<Fact> tampered(List<Fact> facts, Random random) {
        List<Fact> changed = new ArrayList<>(facts);
        int at = random.nextInt(facts.size());
        Fact fact = facts.get(at);
        switch (random.nextInt(5)) {
            case 0 -> changed.remove(at);
            case 1 -> changed.add(at, fact);
            case 2 -> {
                changed.set(at, facts.get((at + 1) % facts.size()));
                changed.set((at + 1) % facts.size(), fact);
            }
            case 3 -> changed.set(at, field(fact, random));
            default -> changed.set(at, FactChain.sealed(field(fact, random)));
        }
        return changed;
    }

    private static Fact field(Fact fact, Random random) {
        int field = random.nextInt(5);
        return new Fact(
                field == 4 ? fact.request() + "x" : fact.request(),
                fact.number(),
                field == 0 ? fact.at().plusMillis(1 + random.nextInt(100_000)) : fact.at(),
                field == 1 ? other(fact.by()) : fact.by(),
                field == 2 ? fact.what() + "d" : fact.what(),
                field == 3 ? fact.detail().replaceFirst(".$", " }") : fact.detail(),
                fact.previous(),
                fact.hash());
    }

    private static @Nullable String other(@Nullable String by) {
        return by == null ? "mia" : null;
    }
}
