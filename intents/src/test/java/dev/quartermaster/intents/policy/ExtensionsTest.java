package dev.quartermaster.intents.policy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quartermaster.intents.intent.Access;
import dev.quartermaster.intents.intent.Intent;
import dev.quartermaster.intents.intent.Term;
import dev.quartermaster.intents.money.Money;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/**
 * Threat 45: limits are judged on every change, not only at the launch. Ten thousand lives of a lease, each made longer
 * or enlarged again and again while its clock runs; what is allowed or approvable is never more in all than one request
 * for the whole could have been.
 */
class ExtensionsTest {
    private static final int SEQUENCES = 10_000;
    private static final Duration COMPUTE_MOST = Duration.ofDays(14);
    private static final Duration DATA_MOST = Duration.ofDays(90);
    private static final Duration INTERN_MOST = Duration.ofDays(2);

    private final Asking asking = Asking.defaultOrganisation();

    /** What has been agreed so far of one lease. */
    private record Agreed(Intent intent, Instant since, Instant until, long gpus) {
        Duration inAll() {
            return Duration.between(since, until);
        }
    }

    @Test
    void noLimitIsPassedByExtendingOrEnlargingInTenThousandSequences() {
        int refused = 0;
        int granted = 0;
        for (int seed = 0; seed < SEQUENCES; seed++) {
            Random random = new Random(seed);
            String who = List.of("ana", "iris", "raj", "omar").get(random.nextInt(4));
            Agreed agreed = begun(random);
            if (judged(who, agreed).verdict() instanceof Verdict.Refused) {
                continue;
            }
            for (int change = 0; change < 4; change++) {
                Instant now = agreed.since().plus(share(agreed.inAll(), random));
                Agreed wanted = changed(agreed, random);
                Judgement judgement = judged(who, wanted, agreed, now);
                if (judgement.verdict() instanceof Verdict.Refused) {
                    refused++;
                    continue;
                }
                granted++;
                agreed = wanted;
                within(seed, who, agreed, judgement);
            }
        }
        assertThat(refused).isGreaterThan(SEQUENCES / 10);
        assertThat(granted).isGreaterThan(SEQUENCES / 10);
    }

    private static void within(int seed, String who, Agreed agreed, Judgement judgement) {
        boolean compute = agreed.intent() instanceof Intent.Launch;
        assertThat(agreed.inAll())
                .as("seed %d: %s has %s", seed, who, agreed)
                .isLessThanOrEqualTo(compute ? COMPUTE_MOST : DATA_MOST);
        if (compute && who.equals("iris")) {
            assertThat(agreed.inAll()).as("seed %d: an intern", seed).isLessThanOrEqualTo(INTERN_MOST);
            assertThat(agreed.gpus()).as("seed %d: an intern", seed).isZero();
            assertThat(judgement.price().ceiling()).isLessThanOrEqualTo(Money.of("20", "EUR"));
        }
        assertThat(agreed.gpus()).isLessThanOrEqualTo(8);
        if (compute && judgement.price().ceiling().compareTo(Money.of("20", "EUR")) > 0) {
            assertThat(judgement.verdict())
                    .as(
                            "seed %d: %s costs %s in all",
                            seed, who, judgement.price().ceiling())
                    .isInstanceOf(Verdict.NeedsApproval.class);
        }
        if (agreed.gpus() > 0) {
            long needed = ((Verdict.NeedsApproval) judgement.verdict())
                    .stages().stream().mapToLong(Stage::needed).max().orElse(0);
            assertThat(needed)
                    .as("seed %d: leads for %d GPUs", seed, agreed.gpus())
                    .isGreaterThanOrEqualTo(agreed.gpus() > 4 ? 2 : 1);
        }
    }

    private Agreed begun(Random random) {
        Instant since = asking.now();
        return switch (random.nextInt(3)) {
            case 0 -> agreed(Asking.read("synthetic.customers", 1), since, days(random, 80), 0);
            case 1 -> {
                long gpus = random.nextInt(5);
                Intent launch = asking.launch("ray-cluster", Duration.ofHours(1), "gpus=" + gpus);
                yield agreed(launch, since, days(random, 4), gpus);
            }
            default ->
                agreed(asking.launch("data-science-experimentation", Duration.ofHours(1)), since, days(random, 12), 0);
        };
    }

    private static Agreed agreed(Intent intent, Instant since, Duration length, long gpus) {
        return new Agreed(intent, since, since.plus(length), gpus);
    }

    /** Longer, or (as a resize is) the same with more. */
    private Agreed changed(Agreed agreed, Random random) {
        if (agreed.gpus() > 0 && random.nextInt(3) == 0) {
            long gpus = agreed.gpus() + random.nextInt(6);
            return new Agreed(
                    asking.launch("ray-cluster", Duration.ofHours(1), "gpus=" + gpus),
                    agreed.since(),
                    agreed.until(),
                    gpus);
        }
        Duration more = agreed.intent() instanceof Intent.Grant ? days(random, 60) : days(random, 8);
        return new Agreed(agreed.intent(), agreed.since(), agreed.until().plus(more), agreed.gpus());
    }

    private Judgement judged(String who, Agreed first) {
        return asking.bundle().judge().judge(asking.asked(who, lasting(first), null));
    }

    private Judgement judged(String who, Agreed wanted, Agreed before, Instant now) {
        var already = new EvaluationRequest.Already(before.since(), before.until());
        Asking then = asking.at(now.toString());
        return then.bundle().judge().judge(then.asked(who, lasting(wanted), already));
    }

    private static Intent lasting(Agreed wanted) {
        Term until = new Term.Until(wanted.until());
        if (wanted.intent() instanceof Intent.Launch launch) {
            return launch.lasting(until);
        }
        var grant = (Intent.Grant) wanted.intent();
        assertThat(grant.access()).isEqualTo(Access.READ);
        return grant.lasting(until);
    }

    private static Duration days(Random random, int most) {
        return Duration.ofHours(1 + random.nextInt(most * 24));
    }

    private static Duration share(Duration whole, Random random) {
        return Duration.ofSeconds((long) (whole.toSeconds() * random.nextDouble()));
    }
}
