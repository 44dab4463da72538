package dev.quartermaster.intents.policy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quartermaster.intents.catalogue.DatasetName;
import dev.quartermaster.intents.catalogue.GoldenPath;
import dev.quartermaster.intents.catalogue.Value;
import dev.quartermaster.intents.intent.Access;
import dev.quartermaster.intents.intent.Intent;
import dev.quartermaster.intents.intent.Term;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** Threat 16: whatever number stands in a wish, it is refused or within its bounds; and every offer holds what it says. */
class AbsurdValuesTest {
    private static final List<String> ASKERS = List.of("ana", "iris", "mia", "raj", "lee", "dan", "omar", "pat", "kim");

    private final Asking asking = Asking.defaultOrganisation();
    private final List<GoldenPath> paths = asking.bundle().catalogue().paths().values().stream()
            .filter(path -> !path.planned())
            .sorted(Comparator.comparing(GoldenPath::name))
            .toList();
    private final List<DatasetName> datasets =
            asking.bundle().catalogue().datasets().keySet().stream().sorted().toList();

    @Test
    void noneOfTenThousandAbsurdWishesPasses() {
        var random = new Random(16);
        for (int i = 0; i < 10_000; i++) {
            Intent wish = absurd(random);
            String asker = ASKERS.get(random.nextInt(ASKERS.size()));
            assertThat(asking.judge(asker, wish).verdict())
                    .as("%s asks for %s", asker, wish)
                    .isInstanceOf(Verdict.Refused.class);
        }
    }

    @Test
    void everythingOfferedIsItselfNotRefusedAndTheSameQuestionGetsTheSameAnswer() {
        var random = new Random(17);
        int offers = 0;
        for (int i = 0; i < 300; i++) {
            Intent wish = absurd(random);
            String asker = ASKERS.get(random.nextInt(ASKERS.size()));
            Judgement judgement = asking.judge(asker, wish);
            assertThat(asking.judge(asker, wish)).isEqualTo(judgement);
            var refused = (Verdict.Refused) judgement.verdict();
            assertThat(refused.alternatives()).hasSizeLessThanOrEqualTo(3);
            for (Verdict.Alternative offer : refused.alternatives()) {
                offers++;
                assertThat(offer.label()).isNotBlank().hasSizeLessThanOrEqualTo(75);
                assertThat(asking.judge(asker, offer.intent()).verdict())
                        .as("offered to %s for %s: %s", asker, wish, offer)
                        .isNotInstanceOf(Verdict.Refused.class);
            }
        }
        assertThat(offers).isGreaterThan(100);
    }

    private Intent absurd(Random random) {
        if (random.nextInt(8) == 0) {
            return new Intent.Grant(
                    datasets.get(random.nextInt(datasets.size())),
                    random.nextBoolean() ? Access.READ : Access.WRITE,
                    term(random, 91),
                    "",
                    null);
        }
        GoldenPath path = paths.get(random.nextInt(paths.size()));
        TreeMap<String, Value> values = new TreeMap<>();
        Term term = new Term.Unsaid();
        switch (random.nextInt(4)) {
            case 0 -> values.put("gpus", new Value.Whole(number(random, 9)));
            case 1 -> values.put("cpu", new Value.Whole(number(random, 4_000)));
            case 2 -> values.put("memory", new Value.Quantity(BigDecimal.valueOf(number(random, 40_000))));
            default -> term = term(random, longest(path) + 1);
        }
        values.keySet().removeIf(name -> path.parameter(name).isEmpty());
        return new Intent.Launch(path.name(), values, values.isEmpty() ? term(random, longest(path) + 1) : term, "");
    }

    /** Days. */
    private static int longest(GoldenPath path) {
        return path.compute() ? 14 : 90;
    }

    /** Far above {@code least}, or below nothing. */
    private static long number(Random random, int least) {
        return switch (random.nextInt(4)) {
            case 0 -> -1 - random.nextInt(1_000_000);
            case 1 -> 1_000_000_000L;
            case 2 -> Long.MAX_VALUE - random.nextInt(1_000);
            default -> least + random.nextInt(10_000);
        };
    }

    private Term term(Random random, int leastDays) {
        return switch (random.nextInt(4)) {
            case 0 -> new Term.For(Duration.ofDays(9_999));
            case 1 -> new Term.Until(asking.now().minusSeconds(random.nextInt(1_000_000)));
            case 2 -> new Term.Until(Instant.parse("9999-12-31T00:00:00Z"));
            default -> new Term.For(Duration.ofDays(leastDays + random.nextInt(10_000)));
        };
    }
}
