package dev.quartermaster.intents.reading.parameter;

import dev.quartermaster.intents.catalogue.Catalogue;
import dev.quartermaster.intents.catalogue.Parameter;
import dev.quartermaster.intents.catalogue.PathName;
import dev.quartermaster.intents.reading.Candidate;
import dev.quartermaster.intents.reading.KnownSlot;
import dev.quartermaster.intents.reading.ParameterSlot;
import dev.quartermaster.intents.reading.Slot;
import dev.quartermaster.intents.reading.SlotName;
import dev.quartermaster.intents.reading.Verb;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * One of the choices of a golden path's own parameter, said with the parameter's name: {@code the python template},
 * {@code template: data-science}.
 */
public final class NamedChoices {
    private NamedChoices() {}

    /** As it was read, and with each such choice that is not read otherwise; of two of them neither is. */
    public static Candidate in(Candidate candidate, String text, Catalogue catalogue) {
        var slots = new LinkedHashMap<>(candidate.slots());
        own(candidate, catalogue)
                .forEach(parameter ->
                        said(parameter, text).ifPresent(choice -> slots.put(SlotName.of(parameter), choice)));
        return new Candidate(candidate.verb(), slots, candidate.confidence());
    }

    private static List<Parameter> own(Candidate candidate, Catalogue catalogue) {
        var path = candidate.slots().get(KnownSlot.PATH);
        return candidate.verb() != Verb.LAUNCH || path == null
                ? List.of()
                : catalogue.path(new PathName(path.value().toString())).stream()
                        .flatMap(each -> each.parameters().stream())
                        .filter(parameter -> parameter.type() == Parameter.Type.CHOICE
                                && SlotName.of(parameter) instanceof ParameterSlot
                                && !candidate.slots().containsKey(SlotName.of(parameter)))
                        .toList();
    }

    private static Optional<Slot> said(Parameter parameter, String text) {
        var options = parameter.options().stream().map(NamedChoices::spoken).collect(Collectors.joining("|", "(", ")"));
        var name = spoken(parameter.name());
        var found = Pattern.compile("(?<![\\p{L}\\p{N}-])(?:" + options + " " + name + "|" + name + "(?: ?[:=] ?| )"
                        + options + ")(?![\\p{L}\\p{N}-])")
                .matcher(text.toLowerCase(Locale.ROOT))
                .results()
                .toList();
        return found.size() != 1
                ? Optional.empty()
                : parameter.options().stream()
                        .filter(option -> Pattern.matches(
                                spoken(option),
                                Optional.ofNullable(found.getFirst().group(1))
                                        .orElseGet(() -> found.getFirst().group(2))))
                        .findFirst()
                        .map(option -> new Slot(
                                option,
                                text.substring(
                                        found.getFirst().start(),
                                        found.getFirst().end()),
                                true));
    }

    /** "Data science" is "data-science". */
    private static String spoken(String name) {
        return Pattern.compile("[ _-]")
                .splitAsStream(name.toLowerCase(Locale.ROOT))
                .map(Pattern::quote)
                .collect(Collectors.joining("[ _-]"));
    }
}
