package dev.quartermaster.bot.conversation.request.form;

import dev.quartermaster.bot.card.request.RequestModal;
import dev.quartermaster.bot.slack.Form.SelectOption;
import dev.quartermaster.intents.catalogue.GoldenPath;
import dev.quartermaster.intents.people.Person;
import dev.quartermaster.intents.reading.Reader.Known;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** What may be chosen in a form: golden paths, data, people, by what is typed of them. */
final class FormChoices {
    private FormChoices() {}

    /** What a select of that block looks up, at most 100. */
    static List<SelectOption> of(String block, String written, Known known) {
        Stream<SelectOption> found = switch (block) {
            case "dataset" -> datasets(known, written);
            case "--to" -> people(known, written);
            case "path" -> paths(known, written).stream();
            default -> Stream.of();
        };
        return found.limit(RequestModal.MOST_OPTIONS).toList();
    }

    private static Stream<SelectOption> datasets(Known known, String written) {
        Stream<SelectOption> schemas = known.catalogue().datasets().keySet().stream()
                .map(name -> name.schema() + ".*")
                .distinct()
                .map(name -> new SelectOption(name, name));
        Stream<SelectOption> tables = known.catalogue().datasets().values().stream()
                .map(dataset -> new SelectOption(
                        dataset.name() + ": " + dataset.about(), dataset.name().value()));
        return Stream.concat(tables, schemas)
                .filter(choice -> holds(choice, written))
                .sorted(Comparator.comparing(SelectOption::value));
    }

    private static Stream<SelectOption> people(Known known, String written) {
        return known.people().persons().values().stream()
                .map(FormChoices::of)
                .filter(choice -> holds(choice, written))
                .sorted(Comparator.comparing(SelectOption::label));
    }

    static List<SelectOption> paths(Known known, String written) {
        return known.catalogue().paths().values().stream()
                .filter(path -> !path.planned())
                .map(FormChoices::of)
                .filter(choice -> holds(choice, written))
                .sorted(Comparator.comparing(SelectOption::label))
                .toList();
    }

    private static boolean holds(SelectOption choice, String written) {
        return (choice.label() + " " + choice.value())
                .toLowerCase(Locale.ROOT)
                .contains(written.strip().toLowerCase(Locale.ROOT));
    }

    static SelectOption of(GoldenPath path) {
        return new SelectOption(path.title(), path.name().value());
    }

    static SelectOption of(Person person) {
        return new SelectOption(
                person.name() + " (" + person.id() + ")", person.id().value());
    }
}
