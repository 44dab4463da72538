package dev.quartermaster.bot.conversation.form;

import dev.quartermaster.actions.lease.Lease;
import dev.quartermaster.actions.lease.Leases;
import dev.quartermaster.bot.card.request.RequestModal;
import dev.quartermaster.bot.card.request.RequestModal.Field;
import dev.quartermaster.bot.card.request.RequestModal.Input;
import dev.quartermaster.bot.conversation.dialogue.LeaseTitles;
import dev.quartermaster.bot.conversation.dialogue.TargetResolver;
import dev.quartermaster.bot.slack.Form.SelectOption;
import dev.quartermaster.intents.catalogue.GoldenPath;
import dev.quartermaster.intents.catalogue.Parameter;
import dev.quartermaster.intents.catalogue.Value;
import dev.quartermaster.intents.people.Person;
import dev.quartermaster.intents.people.PersonId;
import dev.quartermaster.intents.plan.LeaseId;
import dev.quartermaster.intents.reading.Reader.Known;
import dev.quartermaster.intents.reading.Verb;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The fields of the form of a verb, and what may be chosen in them. */
@Component
class RequestFields {
    /** Between a golden path's name and its parameter's option: what was typed for one path is not another's. */
    private static final String OF = "/";

    private static final String SPAN = "Such as 8h, 3 days or 2w, or an end such as Friday 17:00.";

    private final Leases leases;
    private final LeaseTitles titles;

    RequestFields(Leases leases, LeaseTitles titles) {
        this.leases = leases;
        this.titles = titles;
    }

    List<Field> of(RequestDraft draft, PersonId asker, Known known) {
        return switch (draft.verb()) {
            case LAUNCH -> launch(draft, known);
            case GRANT -> grant(draft, known);
            default -> extension(draft, asker);
        };
    }

    /** What the fields of a form say. @param values by block */
    static RequestDraft draft(Verb verb, Map<String, List<String>> values) {
        Map<String, String> said = new TreeMap<>();
        String path = values.getOrDefault(RequestDraft.PATH, List.of("")).stream()
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
        return new RequestDraft(verb, said);
    }

    /** The block of a field; where the form has none of it, the first. */
    static String block(RequestDraft draft, String field, List<Field> fields) {
        String own = draft.value(RequestDraft.PATH).orElse("") + OF + field;
        return fields.stream()
                .map(Field::block)
                .filter(block -> block.equals(field) || block.equals(own))
                .findFirst()
                .orElseGet(() -> fields.getFirst().block());
    }

    private static List<Field> launch(RequestDraft draft, Known known) {
        List<Field> fields = new ArrayList<>();
        List<SelectOption> paths = paths(known, "");
        Input which = paths.size() <= RequestModal.MOST_OPTIONS ? new Input.OneOf(paths, "") : new Input.Search(0);
        SelectOption chosen = draft.path(known).map(RequestFields::choice).orElse(null);
        fields.add(new Field(RequestDraft.PATH, "What", "", which, chosen, true, true));
        if (chosen == null) {
            return fields;
        }
        draft.parameters(known).forEach(parameter -> fields.add(parameter(draft, parameter)));
        GoldenPath path = draft.path(known).orElseThrow();
        Optional<Parameter> duration = path.parameter("duration");
        fields.add(new Field(
                RequestDraft.TERM,
                "For how long, or until when",
                SPAN + duration.map(each -> " " + each.valid() + ".").orElse(""),
                new Input.Text(duration.map(RequestFields::standard).orElse("")),
                typed(draft, RequestDraft.TERM),
                false,
                true));
        return common(fields, draft, known);
    }

    private static Field parameter(RequestDraft draft, Parameter parameter) {
        SelectOption value = typed(draft, parameter.option());
        Input input = switch (parameter.type()) {
            case INTEGER -> new Input.Whole(standard(parameter));
            case PRESET, CHOICE ->
                new Input.OneOf(
                        parameter.options().stream()
                                .map(option -> new SelectOption(option(parameter, option), option))
                                .toList(),
                        standard(parameter));
            case QUANTITY, DURATION, IMAGE, TEXT, NAME, SCHEDULE -> new Input.Text(standard(parameter));
        };
        String hint = switch (parameter.type()) {
            case INTEGER, QUANTITY, DURATION, TEXT, NAME, SCHEDULE -> capital(parameter.valid()) + ".";
            case PRESET, CHOICE, IMAGE -> "";
        };
        String block = draft.value(RequestDraft.PATH).orElseThrow() + OF + parameter.option();
        return new Field(block, label(parameter), hint, input, value, parameter.required(), true);
    }

    /** {@code medium: cpu 16, memory 64Gi}. */
    private static String option(Parameter parameter, String option) {
        Map<String, Value> stands = parameter.presets().getOrDefault(option, Map.of());
        return stands.isEmpty()
                ? option
                : option + ": "
                        + String.join(
                                ", ",
                                new TreeMap<>(stands)
                                        .entrySet().stream()
                                                .map(each -> each.getKey() + " "
                                                        + each.getValue().text())
                                                .toList());
    }

    private static List<Field> grant(RequestDraft draft, Known known) {
        List<Field> fields = new ArrayList<>();
        fields.add(new Field(
                RequestDraft.DATASET,
                "Which data",
                "A table, or all of a schema.",
                new Input.Search(0),
                draft.value(RequestDraft.DATASET)
                        .map(name -> new SelectOption(name, name))
                        .orElse(null),
                true,
                true));
        fields.add(new Field(
                RequestDraft.ACCESS,
                "To read or to write",
                "",
                new Input.OneOf(List.of(new SelectOption("read", "read"), new SelectOption("write", "write")), "read"),
                typed(draft, RequestDraft.ACCESS),
                false,
                true));
        fields.add(new Field(
                RequestDraft.TERM,
                "For how long, or until when",
                SPAN,
                new Input.Text(""),
                typed(draft, RequestDraft.TERM),
                false,
                true));
        return common(fields, draft, known);
    }

    private List<Field> extension(RequestDraft draft, PersonId asker) {
        List<SelectOption> open = new ArrayList<>(leases.of(asker).stream()
                .filter(TargetResolver::isOpen)
                .map(Lease::id)
                .limit(RequestModal.MOST_OPTIONS - 1)
                .map(this::choice)
                .toList());
        SelectOption chosen = draft.value(RequestDraft.TARGET)
                .filter(id -> id.matches("lease-[a-z2-7]{10}"))
                .map(id -> choice(new LeaseId(id)))
                .orElse(null);
        if (chosen != null && !open.contains(chosen)) {
            open.add(chosen);
        }
        List<Field> fields = new ArrayList<>();
        if (!open.isEmpty()) {
            fields.add(new Field(RequestDraft.TARGET, "What", "", new Input.OneOf(open, ""), chosen, true, true));
            fields.add(new Field(
                    RequestDraft.TERM,
                    "How much longer, or until when",
                    SPAN,
                    new Input.Text(""),
                    typed(draft, RequestDraft.TERM),
                    true,
                    true));
        }
        return fields;
    }

    private static List<Field> common(List<Field> fields, RequestDraft draft, Known known) {
        fields.add(new Field(
                RequestDraft.PURPOSE,
                "What it is for",
                "Whoever decides reads it.",
                new Input.Text(""),
                typed(draft, RequestDraft.PURPOSE),
                false,
                false));
        fields.add(new Field(
                RequestDraft.FROM,
                "From when",
                "Such as Monday 9:00.",
                new Input.Text("at once"),
                typed(draft, RequestDraft.FROM),
                false,
                true));
        fields.add(new Field(
                RequestDraft.GRANTEE,
                "For whom",
                "Yours when it is left empty. For somebody else you ask where you answer for them.",
                new Input.Search(1),
                draft.value(RequestDraft.GRANTEE)
                        .flatMap(id -> known.people().find(new PersonId(id)))
                        .map(RequestFields::choice)
                        .orElse(null),
                false,
                true));
        return fields;
    }

    /** What a select of that block looks up, at most 100. */
    List<SelectOption> choices(String block, String written, Known known) {
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
                .map(RequestFields::choice)
                .filter(choice -> holds(choice, written))
                .sorted(Comparator.comparing(SelectOption::label));
    }

    private static List<SelectOption> paths(Known known, String written) {
        return known.catalogue().paths().values().stream()
                .filter(path -> !path.planned())
                .map(RequestFields::choice)
                .filter(choice -> holds(choice, written))
                .sorted(Comparator.comparing(SelectOption::label))
                .toList();
    }

    private static boolean holds(SelectOption choice, String written) {
        return (choice.label() + " " + choice.value())
                .toLowerCase(Locale.ROOT)
                .contains(written.strip().toLowerCase(Locale.ROOT));
    }

    private static SelectOption choice(GoldenPath path) {
        return new SelectOption(path.title(), path.name().value());
    }

    private static SelectOption choice(Person person) {
        return new SelectOption(
                person.name() + " (" + person.id() + ")", person.id().value());
    }

    private SelectOption choice(LeaseId lease) {
        return new SelectOption(titles.of(lease), lease.value());
    }

    private static @Nullable SelectOption typed(RequestDraft draft, String field) {
        return draft.value(field).map(value -> new SelectOption(value, value)).orElse(null);
    }

    private static String standard(Parameter parameter) {
        Value standard = parameter.standard();
        return standard == null ? "" : standard.text();
    }

    static String label(Parameter parameter) {
        return capital(parameter.about().isBlank() ? parameter.name() : parameter.about());
    }

    private static String capital(String text) {
        return text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1);
    }
}
