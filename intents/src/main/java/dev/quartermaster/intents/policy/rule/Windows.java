package dev.quartermaster.intents.policy.rule;

import dev.quartermaster.intents.part.Shape;
import dev.quartermaster.intents.yaml.Fields;
import dev.quartermaster.intents.yaml.Node;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;

/** The windows of all rule files of a bundle: one name is one window, whichever file says it. */
public record Windows(Map<String, Window> named, ZoneId zone) {
    private static final List<String> DAYS = List.of("mon", "tue", "wed", "thu", "fri", "sat", "sun");
    private static final String NAME = "[a-z][a-z0-9-]{0,62}";

    /** Of one window: days and hours of every week, or whole days once. */
    public static final Shape.Entries SHAPE = Shape.map()
            .with("name", Shape.form(NAME))
            .perhaps("days", Shape.list(Shape.words(DAYS.toArray(String[]::new))))
            .perhaps("from", Shape.text())
            .perhaps("to", Shape.text())
            .perhaps("first", Shape.text())
            .perhaps("last", Shape.text());

    public Windows {
        named = Map.copyOf(named);
    }

    /** @param lists the {@code windows:} of each file that has one; what is wrong in them is reported there */
    public static Windows read(List<Node> lists, ZoneId zone) {
        Map<String, Window> named = new TreeMap<>();
        lists.stream().flatMap(list -> list.list().stream()).forEach(node -> read(node, named));
        return new Windows(named, zone);
    }

    boolean during(Instant at, String name) {
        Window window = named.get(name);
        return window != null && window.holds(at.atZone(zone));
    }

    private static void read(Node node, Map<String, Window> named) {
        Fields fields = SHAPE.open(node);
        Optional<String> name = fields.required("name").as(text -> {
            if (!text.matches(NAME)) {
                throw new IllegalArgumentException("\"" + text + "\" is not a name (lower case letters, digits and -)");
            }
            if (named.containsKey(text)) {
                throw new IllegalArgumentException("There is a window " + text + " already");
            }
            return text;
        });
        boolean once =
                fields.optional("first").isPresent() || fields.optional("last").isPresent();
        Optional<Window> window = once ? dates(fields) : weekly(fields);
        fields.build(window::orElseThrow).ifPresent(each -> named.put(name.orElseThrow(), each));
    }

    private static Optional<Window> dates(Fields fields) {
        Stream.of("days", "from", "to")
                .filter(key -> fields.optional(key).isPresent())
                .forEach(key -> fields.key(key)
                        .problem("A window with first and last is whole days, once.", "Remove " + key + "."));
        Optional<LocalDate> first = fields.required("first").as(text -> date(text, LocalDate::parse, "2026-12-21"));
        Optional<LocalDate> last = fields.required("last").as(text -> date(text, LocalDate::parse, "2026-12-21"));
        if (first.isPresent() && last.isPresent() && last.get().isBefore(first.get())) {
            fields.key("last").problem("The window ends before it starts.", "Put the earlier day first.");
        }
        return first.flatMap(from -> last.map(to -> new Window.Dates(from, to)));
    }

    private static Optional<Window> weekly(Fields fields) {
        Set<DayOfWeek> days = EnumSet.noneOf(DayOfWeek.class);
        List<Node> named = fields.items("days");
        named.forEach(node -> node.oneOf(DAYS).ifPresent(word -> days.add(DayOfWeek.of(DAYS.indexOf(word) + 1))));
        Optional<LocalTime> from =
                fields.optional("from").flatMap(node -> node.as(text -> date(text, LocalTime::parse, "22:00")));
        Optional<LocalTime> to =
                fields.optional("to").flatMap(node -> node.as(text -> date(text, LocalTime::parse, "22:00")));
        boolean hours =
                fields.optional("from").isPresent() || fields.optional("to").isPresent();
        if (named.isEmpty() && !hours) {
            fields.required("days");
            return Optional.empty();
        }
        if (hours && (from.isEmpty() || to.isEmpty() || from.equals(to))) {
            fields.required("from");
            fields.required("to");
            from.filter(any -> from.equals(to))
                    .ifPresent(any -> fields.key("to")
                            .problem(
                                    "The window has no length.",
                                    "Give another end, or leave both out for whole days."));
            return Optional.empty();
        }
        Set<DayOfWeek> all = named.isEmpty() ? EnumSet.allOf(DayOfWeek.class) : days;
        return Optional.of(new Window.Weekly(all, from.orElse(LocalTime.MIDNIGHT), to.orElse(LocalTime.MIDNIGHT)));
    }

    private static <T> T date(String text, Function<String, T> parse, String example) {
        try {
            return parse.apply(text);
        } catch (DateTimeException unreadable) {
            throw new IllegalArgumentException("\"" + text + "\" is not written like " + example, unreadable);
        }
    }
}
