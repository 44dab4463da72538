package dev.quartermaster.bot.conversation.request.form;

import dev.quartermaster.actions.lease.Lease;
import dev.quartermaster.actions.lease.Leases;
import dev.quartermaster.actions.request.RequestService;
import dev.quartermaster.bot.card.request.RequestModal;
import dev.quartermaster.bot.card.request.RequestModal.Field;
import dev.quartermaster.bot.card.request.RequestModal.Input;
import dev.quartermaster.bot.conversation.dialogue.LeaseTitles;
import dev.quartermaster.bot.slack.Form.SelectOption;
import dev.quartermaster.intents.catalogue.GoldenPath;
import dev.quartermaster.intents.catalogue.Parameter;
import dev.quartermaster.intents.catalogue.Value;
import dev.quartermaster.intents.people.PersonId;
import dev.quartermaster.intents.plan.LeaseId;
import dev.quartermaster.intents.reading.Reader.Known;
import dev.quartermaster.intents.reading.Verb;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The fields of the form of a verb. */
@Component
class RequestFields {
    private static final String SPAN = "Such as 8h, 3 days or 2w, or an end such as Friday 17:00.";

    private final Leases leases;
    private final LeaseTitles titles;
    private final RequestService requests;

    RequestFields(Leases leases, LeaseTitles titles, RequestService requests) {
        this.leases = leases;
        this.titles = titles;
        this.requests = requests;
    }

    List<Field> of(FormEntries entries, PersonId asker, Known known) {
        return switch (entries.verb()) {
            case LAUNCH -> launch(entries, known);
            case GRANT -> grant(entries, known);
            case RESIZE -> size(entries, asker, known);
            default -> extension(entries, asker);
        };
    }

    /** What the fields of a form say. @param values by block */
    FormEntries entries(Verb verb, Map<String, List<String>> values, PersonId asker) {
        return running(new FormEntries(verb, FormBlocks.said(verb, values)), asker);
    }

    /** With what it is that is to have another size, where whoever asks may see it. */
    FormEntries running(FormEntries entries, PersonId asker) {
        return entries.verb() != Verb.RESIZE
                ? entries
                : entries.of(entries.value(FormEntries.TARGET)
                        .filter(id -> id.matches("lease-[a-z2-7]{10}"))
                        .flatMap(id -> leases.find(new LeaseId(id)))
                        .filter(lease -> requests.find(lease.request(), asker).isPresent())
                        .map(Lease::plan)
                        .orElse(null));
    }

    /** Why what was chosen keeps its size, with what to do instead; empty: it can have another, or nothing is chosen. */
    Optional<String> fixed(FormEntries entries) {
        return entries.runs() == null
                ? Optional.empty()
                : entries.value(FormEntries.TARGET).flatMap(id -> leases.fixed(new LeaseId(id)));
    }

    private static List<Field> launch(FormEntries entries, Known known) {
        List<Field> fields = new ArrayList<>();
        List<SelectOption> paths = FormChoices.paths(known, "");
        Input which = paths.size() <= RequestModal.MOST_OPTIONS ? new Input.OneOf(paths, "") : new Input.Search(0);
        SelectOption chosen = entries.path(known).map(FormChoices::of).orElse(null);
        fields.add(new Field(FormEntries.PATH, "What", "", which, chosen, true, true));
        if (chosen == null) {
            return fields;
        }
        entries.parameters(known).forEach(parameter -> fields.add(parameter(entries, parameter)));
        GoldenPath path = entries.path(known).orElseThrow();
        Optional<Parameter> duration = path.parameter("duration");
        fields.add(term(
                entries,
                "For how long, or until when",
                SPAN + duration.map(each -> " " + each.valid() + ".").orElse(""),
                duration.map(RequestFields::standard).orElse(""),
                false));
        return common(fields, entries, known);
    }

    private static Field term(FormEntries entries, String label, String hint, String standard, boolean required) {
        return new Field(
                FormEntries.TERM,
                label,
                hint,
                new Input.Text(standard),
                typed(entries, FormEntries.TERM),
                required,
                true);
    }

    private static Field parameter(FormEntries entries, Parameter parameter) {
        SelectOption value = entries.value(parameter.option())
                .or(() -> entries.now(parameter))
                .map(said -> new SelectOption(said, said))
                .orElse(null);
        String empty = empty(entries, parameter);
        Input input = switch (parameter.type()) {
            case INTEGER ->
                value == null || value.value().matches("\\d{1,18}") ? new Input.Whole(empty) : new Input.Text(empty);
            case PRESET, CHOICE ->
                new Input.OneOf(
                        parameter.options().stream()
                                .map(option -> new SelectOption(option(parameter, option), option))
                                .toList(),
                        empty);
            case QUANTITY, DURATION, IMAGE, TEXT, NAME, SCHEDULE -> new Input.Text(empty);
        };
        String hint = switch (parameter.type()) {
            case INTEGER, QUANTITY, DURATION, TEXT, NAME, SCHEDULE -> capital(parameter.valid()) + ".";
            case PRESET, CHOICE, IMAGE -> "";
        };
        String block = FormBlocks.of(entries.value(entries.first()).orElseThrow(), parameter.option());
        boolean required = parameter.required() && entries.runs() == null;
        return new Field(block, label(parameter), hint, input, value, required, true);
    }

    /** What stands in the field while nothing does: what runs stays as it is, and what is new gets its standard. */
    private static String empty(FormEntries entries, Parameter parameter) {
        if (entries.runs() != null) {
            return "as it is now"
                    + entries.now(parameter).map(now -> ": " + now).orElse("");
        }
        boolean chosen = parameter.type() == Parameter.Type.PRESET || parameter.type() == Parameter.Type.CHOICE;
        String standard = standard(parameter);
        return chosen && !standard.isEmpty() ? standard + " when left empty" : standard;
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

    private static List<Field> grant(FormEntries entries, Known known) {
        List<Field> fields = new ArrayList<>();
        fields.add(new Field(
                FormEntries.DATASET,
                "Which data",
                "A table, or all of a schema.",
                new Input.Search(0),
                entries.value(FormEntries.DATASET)
                        .map(name -> new SelectOption(name, name))
                        .orElse(null),
                true,
                true));
        fields.add(new Field(
                FormEntries.ACCESS,
                "To read or to write",
                "",
                new Input.OneOf(
                        List.of(new SelectOption("read", "read"), new SelectOption("write", "write")),
                        "read when left empty"),
                typed(entries, FormEntries.ACCESS),
                false,
                true));
        fields.add(term(entries, "For how long, or until when", SPAN, "", false));
        return common(fields, entries, known);
    }

    private List<Field> extension(FormEntries entries, PersonId asker) {
        List<Field> fields = which(entries, asker, leases.open(asker));
        if (!fields.isEmpty()) {
            fields.add(term(entries, "How much longer, or until when", SPAN, "", true));
        }
        return fields;
    }

    private List<Field> size(FormEntries entries, PersonId asker, Known known) {
        List<Field> fields = which(entries, asker, leases.resizable(leases.open(asker), RequestModal.MOST_OPTIONS - 1));
        if (entries.runs() != null) {
            entries.parameters(known).forEach(parameter -> fields.add(parameter(entries, parameter)));
        }
        return fields;
    }

    /** Of what is theirs, and what they said; none where there is nothing. */
    private List<Field> which(FormEntries entries, PersonId asker, List<Lease> which) {
        List<Lease> first = which.stream().limit(RequestModal.MOST_OPTIONS - 1).toList();
        Function<LeaseId, String> names = titles.among(first);
        List<SelectOption> open = new ArrayList<>(first.stream()
                .map(Lease::id)
                .map(lease -> new SelectOption(names.apply(lease), lease.value()))
                .toList());
        SelectOption chosen = entries.value(FormEntries.TARGET)
                .filter(id -> id.matches("lease-[a-z2-7]{10}"))
                .map(id -> named(new LeaseId(id), asker))
                .orElse(null);
        if (chosen != null && !open.contains(chosen)) {
            open.add(chosen);
        }
        List<Field> fields = new ArrayList<>();
        if (!open.isEmpty()) {
            fields.add(new Field(FormEntries.TARGET, "What", "", new Input.OneOf(open, ""), chosen, true, true));
        }
        return fields;
    }

    private static List<Field> common(List<Field> fields, FormEntries entries, Known known) {
        fields.add(new Field(
                FormEntries.PURPOSE,
                "What it is for",
                "Whoever decides reads it.",
                new Input.Words(),
                typed(entries, FormEntries.PURPOSE),
                false,
                false));
        fields.add(new Field(
                FormEntries.FROM,
                "From when",
                "Such as Monday 9:00.",
                new Input.Text("at once"),
                typed(entries, FormEntries.FROM),
                false,
                true));
        fields.add(new Field(
                FormEntries.GRANTEE,
                "For whom",
                "Yours when it is left empty. For somebody else you ask where you answer for them.",
                new Input.Search(1),
                entries.value(FormEntries.GRANTEE)
                        .map(said -> known.people().persons().values().stream()
                                .filter(person -> person.id().value().equals(said))
                                .findFirst()
                                .map(FormChoices::of)
                                .orElseGet(() -> new SelectOption(said, said)))
                        .orElse(null),
                false,
                true));
        return fields;
    }

    /** Of what is somebody else's no more than its id is said, which whoever asks has. */
    private SelectOption named(LeaseId lease, PersonId asker) {
        boolean theirs = leases.find(lease)
                .flatMap(found -> requests.find(found.request(), asker))
                .isPresent();
        return new SelectOption(theirs ? titles.of(lease) : lease.value(), lease.value());
    }

    private static @Nullable SelectOption typed(FormEntries entries, String field) {
        return entries.value(field).map(value -> new SelectOption(value, value)).orElse(null);
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
