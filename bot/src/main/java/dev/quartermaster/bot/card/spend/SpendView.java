package dev.quartermaster.bot.card.spend;

import dev.quartermaster.actions.ledger.SpendGroup.Key;
import dev.quartermaster.actions.ledger.SpendReport;
import dev.quartermaster.intents.intent.Period;
import dev.quartermaster.intents.people.TeamId;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What of a team's spend is looked at, and how. A button carries it, and then it is a claim of whoever clicks.
 *
 * @param only of items that have one of these in common; empty: of all
 * @param split null: item by item
 * @param top the dearest so many alone, 1 to 100; 0: all
 * @param row the first that is shown, from 0 on
 */
public record SpendView(
        Kind kind,
        TeamId team,
        Period period,
        SortedMap<Key, List<String>> only,
        @Nullable Key split,
        int top,
        int row) {
    /** Stands for any GPU. */
    public static final String ANY_GPU = "any";

    private static final int LONGEST = 2000;

    /** What is told. */
    public enum Kind {
        SPENT,
        /** Where the month's budget stands, and where the month ends. */
        BUDGET,
        /** Against as many days before, what each thing adds or takes. */
        CHANGED,
        /** Of what has ended, what was agreed and what it came to. */
        ESTIMATES
    }

    public static SpendView of(TeamId team, Period period) {
        return new SpendView(Kind.SPENT, team, period, new TreeMap<>(), null, 0, 0);
    }

    SpendView changed() {
        return new SpendView(Kind.CHANGED, team, period, only, null, 0, 0);
    }

    public SpendView by(@Nullable Key split) {
        return new SpendView(Kind.SPENT, team, period, only, split, top, 0);
    }

    public SpendView in(Period other) {
        return new SpendView(kind == Kind.BUDGET ? Kind.SPENT : kind, team, other, only, split, top, 0);
    }

    public SpendView from(int first) {
        return new SpendView(kind, team, period, only, split, top, first);
    }

    public SpendReport seen(SpendReport report) {
        return only.isEmpty() ? report : report.only(this::concerns);
    }

    private boolean concerns(SpendReport.Item item) {
        return only.entrySet().stream()
                .allMatch(each -> each.getValue().stream().anyMatch(value -> concerns(item, each.getKey(), value)));
    }

    private static boolean concerns(SpendReport.Item item, Key key, String value) {
        return switch (key) {
            case DATASET -> item.datasets().contains(value);
            case GPU_KIND ->
                value.equals(ANY_GPU)
                        ? !item.gpuKind().isEmpty()
                        : item.gpuKind().equals(value);
            case PERSON, PATH, LEASE, PURPOSE -> key.of(item).equals(value);
        };
    }

    /** As a button carries it; empty where it is longer than a button takes. */
    public Optional<String> value() {
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("kind", word(kind));
        fields.put("team", team.value());
        fields.put("from", period.from().toString());
        fields.put("to", period.to().toString());
        if (split != null) {
            fields.put("by", word(split));
        }
        if (top > 0) {
            fields.put("top", "" + top);
        }
        if (row > 0) {
            fields.put("row", "" + row);
        }
        String value = Stream.concat(
                        fields.entrySet().stream().map(field -> field.getKey() + "=" + written(field.getValue())),
                        only.entrySet().stream()
                                .flatMap(each ->
                                        each.getValue().stream().map(one -> word(each.getKey()) + "=" + written(one))))
                .collect(Collectors.joining("&"));
        return Optional.of(value).filter(whole -> whole.length() <= LONGEST);
    }

    /** Empty: nobody's button carries this. */
    public static Optional<SpendView> parse(String value) {
        Map<String, String> fields = new LinkedHashMap<>();
        SortedMap<Key, List<String>> only = new TreeMap<>();
        try {
            for (String pair : value.split("&")) {
                int equals = pair.indexOf('=');
                String name = pair.substring(0, Math.max(0, equals));
                String said = URLDecoder.decode(pair.substring(equals + 1), StandardCharsets.UTF_8);
                Optional<Key> key = one(Key.values(), name);
                key.ifPresent(each -> only.merge(each, List.of(said), SpendView::both));
                if (key.isEmpty()) {
                    fields.put(name, said);
                }
            }
            Optional<Kind> kind = one(Kind.values(), fields.getOrDefault("kind", ""));
            Key split = one(Key.values(), fields.getOrDefault("by", "")).orElse(null);
            if (kind.isEmpty() || !fields.containsKey("team")) {
                return Optional.empty();
            }
            return Optional.of(new SpendView(
                    kind.get(),
                    new TeamId(fields.get("team")),
                    new Period(LocalDate.parse(fields.get("from")), LocalDate.parse(fields.get("to"))),
                    only,
                    split,
                    number(fields, "top", 100),
                    number(fields, "row", 1_000_000)));
        } catch (IllegalArgumentException | DateTimeException | NullPointerException no) {
            return Optional.empty();
        }
    }

    private static int number(Map<String, String> fields, String name, int most) {
        return Math.clamp(Integer.parseInt(fields.getOrDefault(name, "0")), 0, most);
    }

    private static List<String> both(List<String> one, List<String> other) {
        return Stream.concat(one.stream(), other.stream()).toList();
    }

    private static <T extends Enum<T>> Optional<T> one(T[] all, String word) {
        return Stream.of(all).filter(each -> word(each).equals(word)).findFirst();
    }

    private static String word(Enum<?> each) {
        return each.name().toLowerCase(Locale.ROOT);
    }

    private static String written(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }
}
