package dev.quartermaster.actions.ledger;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What was charged, from the facts of the chains alone: none of the ledger's code or tables. The rule: from the second of
 * a fact on that rate holds, or none, whatever was said of that time before; a stretch at one rate costs its rate times its
 * seconds, of which what has run by a moment is rounded to six decimals, half up.
 */
final class Recount {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    /** By lease, from which second on which rate; null: none. */
    private final Map<String, NavigableMap<Long, Rate>> leases = new HashMap<>();

    private record Rate(@Nullable BigDecimal perHour) {}

    record Sum(long seconds, BigDecimal amount) {}

    /** In the order of their chain. */
    void fact(String what, String detail) {
        JsonNode said = JSON.readTree(detail);
        NavigableMap<Long, Rate> rates =
                leases.computeIfAbsent(said.get("lease").asString(), lease -> new TreeMap<>());
        long from = Instant.parse(said.get("from").asString()).getEpochSecond();
        rates.tailMap(from, true).clear();
        rates.put(
                from,
                new Rate(
                        what.equals("charged")
                                ? new BigDecimal(said.get("perHour").asString())
                                : null));
    }

    /** By lease, of what has passed by now. */
    Map<String, Sum> between(Instant from, Instant to, Instant now) {
        Map<String, Sum> sums = new HashMap<>();
        leases.forEach((lease, rates) -> {
            long seconds = 0;
            BigDecimal amount = BigDecimal.ZERO;
            List<Long> changes = List.copyOf(rates.keySet());
            for (int each = 0; each < changes.size(); each++) {
                long begin = changes.get(each);
                long end = each + 1 < changes.size() ? changes.get(each + 1) : now.getEpochSecond();
                BigDecimal perHour = rates.get(begin).perHour();
                long first = Math.max(begin, from.getEpochSecond());
                long last = Math.min(end, Math.min(to.getEpochSecond(), now.getEpochSecond()));
                if (perHour != null && first < last) {
                    seconds += last - first;
                    amount = amount.add(by(perHour, last - begin)).subtract(by(perHour, first - begin));
                }
            }
            sums.put(lease, new Sum(seconds, amount));
        });
        return sums;
    }

    private static BigDecimal by(BigDecimal perHour, long seconds) {
        return perHour.multiply(BigDecimal.valueOf(seconds)).divide(BigDecimal.valueOf(3600), 6, RoundingMode.HALF_UP);
    }
}
