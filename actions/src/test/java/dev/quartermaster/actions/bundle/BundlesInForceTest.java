package dev.quartermaster.actions.bundle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.quartermaster.actions.audit.Audit;
import dev.quartermaster.actions.audit.Fact;
import dev.quartermaster.actions.postgres.Database;
import dev.quartermaster.actions.postgres.RealPostgres;
import dev.quartermaster.actions.postgres.Repositories;
import dev.quartermaster.intents.config.BundleFiles;
import dev.quartermaster.intents.people.PeopleSource;
import dev.quartermaster.intents.people.PersonId;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

@RealPostgres
class BundlesInForceTest {
    private static final PersonId KIM = new PersonId("kim");

    private final Map<String, String> files = new TreeMap<>(BundleFiles.ofJar());
    private final List<BundleRefused> alarms = new ArrayList<>();
    private final List<BundleActivated> activations = new ArrayList<>();
    private final BundleStore store;

    BundlesInForceTest(Repositories repositories) throws IOException {
        this.store = new BundleStore(repositories.the(BundleRepository.class), new Recorded());
    }

    @Test
    void changedRulesAreInForceAtTheNextDecisionAndTheOldOnesAreKept() throws Exception {
        BundlesInForce bundles = start();
        String before = bundles.current().hash();
        files.compute("organisation.yaml", (name, text) -> text.replace("lapse: 72h", "lapse: 48h"));

        bundles.read();

        assertThat(bundles.current().organisation().lapseAfter()).hasHours(48);
        assertThat(bundles.byHash(before).organisation().lapseAfter()).hasHours(72);
        assertThat(store.inForce()).contains(bundles.current().hash());
        assertThat(activations)
                .singleElement()
                .extracting(BundleActivated::bundle)
                .isEqualTo(bundles.current());
    }

    @Test
    void brokenRulesAreNotPutInForceButPeopleAreStillReadFresh() throws Exception {
        BundlesInForce bundles = start();
        String before = bundles.current().hash();
        files.compute("prices.yaml", (name, text) -> text + "\nnonsense: [1\n");
        files.compute(
                "people.yaml",
                (name, text) -> text.replace("platform-leads: [omar, pat, kim]", "platform-leads: [omar, pat]"));

        assertThat(bundles.read().isPlatformLead(KIM)).isFalse();
        assertThat(bundles.current().hash()).isEqualTo(before);
        assertThat(alarms).hasSize(1);
        assertThat(alarms.getFirst().problems()).anyMatch(problem -> problem.startsWith("prices.yaml:"));
    }

    @Test
    void anotherCurrencyThanThatOfChargesIsNotPutInForce(Database database) throws Exception {
        database.jdbc().sql("truncate bundle_in_force, bundle").update();
        BundlesInForce bundles = start();
        String before = bundles.current().hash();
        String euros = files.get("organisation.yaml");
        String dollars = euros.replace("currency: EUR", "currency: USD");
        assertThat(dollars).isNotEqualTo(euros);
        database.jdbc()
                .sql("insert into account (lease, team, person, path, purpose, per_hour, currency)"
                        + " values ('lease-aaaaaaaaaa', 'growth', 'ana', 'bucket', '', 1, 'EUR')")
                .update();
        files.put("organisation.yaml", dollars);

        assertThat(bundles.read().isPlatformLead(KIM)).isTrue();
        assertThat(bundles.current().hash()).isEqualTo(before);
        assertThat(alarms)
                .singleElement()
                .extracting(alarm -> alarm.problems().getFirst())
                .asString()
                .contains("organisation.yaml: The currency is USD, and what was charged so far is in EUR.");
        assertThat(start().current().organisation().currency()).isEqualTo("EUR");

        database.jdbc().sql("delete from account").update();
        files.put("organisation.yaml", dollars + "\n");
        bundles.read();
        assertThat(bundles.current().organisation().currency()).isEqualTo("USD");
        files.put("organisation.yaml", euros);
        bundles.read();
    }

    @Test
    void whilePeopleCannotBeReadNobodyIsTrustedUntilItIsMended() throws Exception {
        BundlesInForce bundles = start();
        String good = files.get("people.yaml");
        files.put("people.yaml", good + "\nnonsense: [1\n");

        assertThatThrownBy(bundles::read)
                .isInstanceOf(PeopleSource.Broken.class)
                .hasMessageContaining("people.yaml");

        files.put("people.yaml", good);
        assertThat(bundles.read().isPlatformLead(KIM)).isTrue();
    }

    @Test
    void whateverReadingThemEndsInKeepsTheOldOnesIsToldAndTheRemovedDoNotDecide() throws Exception {
        for (Throwable end :
                List.of(new ArithmeticException(), new StackOverflowError(), new NoClassDefFoundError("any"))) {
            var source = new AtomicReference<Map<String, String>>(Map.copyOf(files));
            var bundles = new BundlesInForce(source::get, Overlays.NONE, store, this::heard, List.of());
            String before = bundles.current().hash();
            assertThat(bundles.read().isPlatformLead(KIM)).isTrue();
            Map<String, String> changed = new TreeMap<>(files);
            changed.compute("people.yaml", (name, text) -> text.replace("[omar, pat, kim]", "[omar, pat]"));
            alarms.clear();

            source.set(new Unreadable(changed, end));
            assertThat(bundles.read().isPlatformLead(KIM)).isFalse();
            assertThat(bundles.current().hash()).isEqualTo(before);
            assertThat(alarms).hasSize(1);
            assertThat(alarms.getFirst().problems())
                    .singleElement()
                    .asString()
                    .contains("could not be read")
                    .contains("Undo the last change");

            changed.put("people.yaml", "people: 7");
            source.set(new Unreadable(changed, end));
            assertThatThrownBy(bundles::read).isInstanceOf(PeopleSource.Broken.class);
            assertThat(bundles.current().hash()).isEqualTo(before);
            assertThat(alarms).hasSize(2);
        }
    }

    /** Files that compare like others and end whoever reads them all in this. */
    private static final class Unreadable extends TreeMap<String, String> {
        private static final long serialVersionUID = 1;
        private final Throwable end;

        Unreadable(Map<String, String> files, Throwable end) {
            super(files);
            this.end = end;
        }

        /** Asked for when the whole map is copied, and not when it is compared. */
        @Override
        public Comparator<? super String> comparator() {
            switch (end) {
                case RuntimeException wrong -> throw wrong;
                case Error error -> throw error;
                default -> throw new AssertionError(end);
            }
        }
    }

    @Test
    void withNoneValidItDoesNotStartAndNamesFileAndLine(Database database) {
        database.jdbc().sql("truncate bundle_in_force, bundle").update();
        files.put("people.yaml", "people: 7\n");

        assertThatThrownBy(this::start)
                .isInstanceOf(BundlesInForce.InvalidBundle.class)
                .hasMessageContaining("people.yaml:1:");
    }

    @Test
    void whereThisVersionRefusesWhatWasInForceAsWellThatIsSaidWithWhatStaysHandedOut(Database database) {
        start();
        database.jdbc()
                .sql("update bundle set files = jsonb_set(files, '{prices.yaml}', '\"nonsense: 1\"')")
                .update();
        files.put("people.yaml", "people: 7\n");

        assertThatThrownBy(this::start)
                .isInstanceOf(BundlesInForce.InvalidBundle.class)
                .hasMessageContaining("refuses the one in force before")
                .hasMessageContaining("past its end")
                .hasMessageContaining("people.yaml:1:");
    }

    @Test
    void aSourceThatFailsInAnyWayIsNamedAtTheStart() {
        assertThatThrownBy(() -> new BundlesInForce(
                        () -> {
                            throw new IllegalStateException("the folder is gone");
                        },
                        Overlays.NONE,
                        store,
                        this::heard,
                        List.of()))
                .isInstanceOf(BundlesInForce.InvalidBundle.class)
                .hasMessageContaining("the folder is gone");
    }

    private BundlesInForce start() {
        return new BundlesInForce(() -> Map.copyOf(files), Overlays.NONE, store, this::heard, List.of());
    }

    private void heard(Object event) {
        if (event instanceof BundleRefused refused) {
            alarms.add(refused);
        } else if (event instanceof BundleActivated activated) {
            activations.add(activated);
        }
    }

    /** What was recorded, in memory. */
    private static final class Recorded implements Audit {
        private final List<String> facts = new ArrayList<>();

        @Override
        public void record(String chain, @Nullable PersonId by, String what, Map<String, ?> detail) {
            facts.add(what);
        }

        @Override
        public String words(String request, String text) {
            return "";
        }

        @Override
        public Optional<String> written(String request, String hash) {
            return Optional.empty();
        }

        @Override
        public Map<KeptWords, String> written(Collection<KeptWords> kept) {
            return Map.of();
        }

        @Override
        public List<Fact> of(String chain) {
            return List.of();
        }

        @Override
        public String verify(String chain) {
            return "";
        }
    }
}
