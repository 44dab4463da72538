package dev.quartermaster.bot.conversation.request.form;

import dev.quartermaster.bot.card.request.RequestModal.Field;
import dev.quartermaster.intents.reading.Verb;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** How the blocks of a form are called: by their field, a parameter's also by what it is a parameter of. */
final class FormBlocks {
    /** Between a golden path's name, or what runs, and its parameter's option: what was typed for one is not another's. */
    private static final String OF = "/";

    private FormBlocks() {}

    /** The block of a parameter's field. @param of the golden path's name, or what runs */
    static String of(String of, String option) {
        return of + OF + option;
    }

    /** What was typed or chosen, by field; what stands in another one's fields is left out. @param values by block */
    static Map<String, String> said(Verb verb, Map<String, List<String>> values) {
        Map<String, String> said = new TreeMap<>();
        String path = values.getOrDefault(new FormEntries(verb, Map.of()).first(), List.of("")).stream()
                .findFirst()
                .orElse("");
        values.forEach((block, chosen) -> {
            boolean another = block.contains(OF) && !block.startsWith(path + OF);
            if (!chosen.isEmpty() && !another) {
                said.put(
                        block.substring(block.indexOf(OF) + 1),
                        chosen.getFirst().strip());
            }
        });
        return said;
    }

    /** The golden path whose fields still stood there when another was chosen; empty: they are of the one chosen. */
    static Optional<String> former(FormEntries entries, Map<String, List<String>> values) {
        String own = entries.value(entries.first()).orElse("") + OF;
        return values.keySet().stream()
                .filter(block -> block.contains(OF) && !block.startsWith(own))
                .map(block -> block.substring(0, block.indexOf(OF)))
                .findFirst();
    }

    /** The block of a field; where the form has none of it, the first. */
    static String block(FormEntries entries, String field, List<Field> fields) {
        String own = entries.value(entries.first()).orElse("") + OF + field;
        return fields.stream()
                .map(Field::block)
                .filter(block -> block.equals(field) || block.equals(own))
                .findFirst()
                .orElseGet(() -> fields.getFirst().block());
    }
}
