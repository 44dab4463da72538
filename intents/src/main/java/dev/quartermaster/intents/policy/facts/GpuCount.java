package dev.quartermaster.intents.policy.facts;

import dev.quartermaster.intents.catalogue.Value;
import dev.quartermaster.intents.plan.Plan;
import dev.quartermaster.intents.plan.Price;
import java.math.BigDecimal;
import java.math.RoundingMode;

/** How many GPUs of which kind a plan takes. */
public final class GpuCount {
    private static final String PRICED = "gpu.";

    /** What a GPU is when no kind is said. */
    private static final String STANDARD = "a100";

    private GpuCount() {}

    /** What is asked for or what is priced, whichever is more: a path that forgets to price its GPUs is not free of rules. */
    public static long count(Plan plan, Price price) {
        long asked = plan.parameters().get("gpus") instanceof Value.Whole(var number) ? number : 0;
        long priced = price.lines().stream()
                .filter(line -> line.resource().startsWith("gpu"))
                .map(Price.Line::quantity)
                .reduce(BigDecimal.ZERO, BigDecimal::add)
                .setScale(0, RoundingMode.CEILING)
                .longValueExact();
        return Math.max(asked, priced);
    }

    /** Empty where there are none. */
    public static String kind(Plan plan, Price price) {
        if (count(plan, price) == 0) {
            return "";
        }
        Value said = plan.parameters().get("gpu_kind");
        return price.lines().stream()
                .map(Price.Line::resource)
                .filter(resource -> resource.startsWith(PRICED))
                .map(resource -> resource.substring(PRICED.length()))
                .findFirst()
                .orElse(said == null ? STANDARD : said.text());
    }
}
