package dev.quartermaster.intents.policy;

import dev.quartermaster.intents.catalogue.Parameter;
import dev.quartermaster.intents.catalogue.Value;
import dev.quartermaster.intents.intent.Intent;
import dev.quartermaster.intents.intent.Target;
import dev.quartermaster.intents.intent.Term;
import dev.quartermaster.intents.policy.Asked.Already;
import dev.quartermaster.intents.policy.Verdict.Alternative;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Writes a near wish as a button: what is different in a few words, and the command that asks for it. */
final class Offer {
    private static final int BUTTON = 75;

    private Offer() {}

    /** Empty for an extension that would end no later than agreed: then nothing is left to offer. */
    static Optional<Alternative> of(Asked asked, Intent wish) {
        if (asked.already() != null) {
            return extension(asked, asked.already(), wish);
        }
        String label = label(asked.intent(), wish);
        return Optional.of(new Alternative(label, wish, command(wish)));
    }

    private static Optional<Alternative> extension(Asked asked, Already already, Intent wish) {
        if (!(Variant.term(wish) instanceof Term.For(var total))) {
            return Optional.empty();
        }
        Instant end = already.since().plus(total);
        Duration more = Duration.between(already.until(), end).truncatedTo(ChronoUnit.MINUTES);
        if (!more.isPositive()) {
            return Optional.empty();
        }
        Intent extend = new Intent.Extend(new Target.Id(asked.lease().value()), new Term.For(more));
        String command = "extend " + asked.lease() + " " + new Value.Span(more).text();
        return Optional.of(new Alternative(Wording.length(more) + " more", extend, command));
    }

    private static String label(Intent from, Intent to) {
        List<String> changes = new ArrayList<>();
        if (from instanceof Intent.Launch before && to instanceof Intent.Launch after) {
            after.parameters().forEach((name, value) -> {
                if (!value.equals(before.parameters().get(name))) {
                    changes.add(changed(name, value));
                }
            });
            before.parameters().keySet().stream()
                    .filter(name -> !after.parameters().containsKey(name))
                    .forEach(name -> changes.add("the usual " + name));
        }
        if (from instanceof Intent.Grant before
                && to instanceof Intent.Grant after
                && before.access() != after.access()) {
            changes.add(access(after));
        }
        if (!Variant.term(from).equals(Variant.term(to)) && Variant.term(to) instanceof Term.For(var length)) {
            changes.add(Wording.length(length));
        }
        String label = String.join(", ", changes);
        return label.length() <= BUTTON ? label : label.substring(0, BUTTON - 1) + "…";
    }

    private static String changed(String name, Value value) {
        if (!name.equals("gpus")) {
            return name + " " + value.text();
        }
        return switch (value.text()) {
            case "0" -> "no GPUs";
            case "1" -> "1 GPU";
            default -> value.text() + " GPUs";
        };
    }

    /** The slash command for a wish, without {@code /qm} and without its purpose, which is the asker's own text. */
    static String command(Intent wish) {
        if (wish instanceof Intent.Launch launch) {
            var command = new StringBuilder("launch " + launch.path());
            for (Map.Entry<String, Value> each : launch.parameters().entrySet()) {
                command.append(' ')
                        .append(Parameter.option(each.getKey()))
                        .append(' ')
                        .append(quoted(each.getValue().text()));
            }
            return command + duration(launch.term());
        }
        return wish instanceof Intent.Grant grant
                ? "grant " + grant.dataset() + " " + access(grant) + duration(grant.term())
                : "help";
    }

    private static String duration(Term term) {
        return switch (term) {
            case Term.Unsaid unsaid -> "";
            case Term.For(var length) -> " --duration " + new Value.Span(length).text();
            case Term.Until(var end) -> " --until " + end;
        };
    }

    private static String access(Intent.Grant grant) {
        return grant.access().name().toLowerCase(Locale.ROOT);
    }

    private static String quoted(String text) {
        return text.matches("[A-Za-z0-9._:/@+-]+") ? text : "\"" + text.replace("\"", "") + "\"";
    }
}
