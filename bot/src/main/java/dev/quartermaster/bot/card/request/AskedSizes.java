package dev.quartermaster.bot.card.request;

import dev.quartermaster.actions.request.Request;
import dev.quartermaster.bot.slack.text.Mrkdwn;
import dev.quartermaster.intents.catalogue.Catalogue;
import dev.quartermaster.intents.catalogue.Parameter;
import dev.quartermaster.intents.catalogue.Value;
import dev.quartermaster.intents.plan.Plan;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The sizes of a request that are not its golden path's own: who decides sees them without opening the details. */
final class AskedSizes {
    private AskedSizes() {}

    /** One fact, {@code memory 64Gi, cpu 16}; none where every size is the default, or nothing was planned. */
    static List<Mrkdwn> of(Request request, Catalogue catalogue) {
        @Nullable Plan plan = request.judgement().plan();
        String sizes = plan == null
                ? ""
                : catalogue.path(plan.path()).stream()
                        .flatMap(path -> path.parameters().stream())
                        .filter(parameter -> parameter.sizes() && differs(parameter, plan))
                        .map(parameter -> parameter.name().replace('_', ' ') + " "
                                + plan.parameters().get(parameter.name()).text())
                        .collect(Collectors.joining(", "));
        return sizes.isEmpty()
                ? List.of()
                : List.of(Mrkdwn.ours("*Asked for*\n").and(Mrkdwn.theirs(sizes)));
    }

    /** A kind of GPU says something only where there are any. */
    private static boolean differs(Parameter parameter, Plan plan) {
        @Nullable Value asked = plan.parameters().get(parameter.name());
        boolean counts = parameter.type() != Parameter.Type.CHOICE
                || plan.parameters().get("gpus") instanceof Value.Whole(long gpus) && gpus > 0;
        return asked != null && counts && !asked.equals(parameter.standard());
    }
}
