package dev.quartermaster.intents.reading.slash;

import dev.quartermaster.intents.catalogue.DatasetName;
import dev.quartermaster.intents.catalogue.GoldenPath;
import dev.quartermaster.intents.catalogue.Parameter;
import dev.quartermaster.intents.catalogue.Value;
import dev.quartermaster.intents.intent.Access;
import dev.quartermaster.intents.intent.Intent;
import dev.quartermaster.intents.intent.Period;
import dev.quartermaster.intents.intent.Target;
import dev.quartermaster.intents.intent.Term;
import dev.quartermaster.intents.people.PersonId;
import dev.quartermaster.intents.people.TeamId;
import dev.quartermaster.intents.reading.Sample;
import dev.quartermaster.intents.reading.TextNormalizer;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Any intent that a reading can come to in the sample organisation, with people's worst words in it. */
record AnyIntent(Random random) {
    private static final List<String> BITS = List.of(
            "\"",
            "'",
            "“",
            "”",
            "„",
            "‘",
            "’",
            "«",
            "»",
            "`",
            "´",
            "\\",
            "\\\"",
            "\n",
            "\r\n",
            "\t",
            "\u00a0",
            "\u2028",
            " ",
            "  ",
            "--",
            "—",
            "–",
            "-",
            "--purpose",
            "--reason x",
            "--for=1h",
            "=",
            ";",
            "; stop lease-aaaaaaaaaa",
            "&",
            "<@U1>",
            "<!channel>",
            "${x}",
            "$1",
            "\\n",
            "😀",
            "👩‍💻",
            "\u202e",
            "שלום",
            "مرحبا",
            "é",
            "e\u0301\u0301",
            "İ",
            "K",
            "word",
            "/qm",
            "launch",
            "x",
            "0",
            "日本語",
            "\u0000",
            "C:\\dir\\");
    /** Clocks in London go back here: the hour before comes twice. */
    private static final Instant TWICE = Instant.parse("2026-10-25T01:00:00Z");

    Intent next() {
        return switch (random.nextInt(17)) {
            case 0, 1, 2 -> launch();
            case 3, 4 ->
                new Intent.Grant(dataset(), pick(List.of(Access.READ, Access.WRITE)), term(), text(), other(), from());
            case 5 -> new Intent.Extend(target(), said());
            case 6 -> new Intent.Resize(target(), size());
            case 7 -> pick(List.of(new Intent.Stop(target()), new Intent.Resume(target())));
            case 8 -> new Intent.Withdraw(target());
            case 9 -> new Intent.Transfer(target(), pick(people()));
            case 10 -> show();
            case 11 -> new Intent.Holders(random.nextBoolean() ? dataset() : null);
            case 12 -> new Intent.Spend(random.nextBoolean() ? pick(teams()) : null, period());
            case 13 ->
                new Intent.Decide(
                        random.nextBoolean() ? id() : new Target.Last(),
                        pick(List.of(Intent.Decide.Choice.values())),
                        text());
            case 14 -> pick(List.of(new Intent.Run(text()), new Intent.Find(text())));
            case 15 -> new Intent.Why(target(), random.nextBoolean());
            default -> new Intent.Help(text());
        };
    }

    private Intent launch() {
        GoldenPath path = pick(Sample.KNOWN.catalogue().paths().values().stream()
                .sorted(Comparator.comparing(GoldenPath::name))
                .toList());
        SortedMap<String, Value> values = new TreeMap<>();
        for (Parameter parameter : path.parameters()) {
            if (!parameter.name().equals("duration") && random.nextBoolean()) {
                values.put(parameter.name(), value(parameter));
            }
        }
        return new Intent.Launch(path.name(), values, term(), text(), other(), from());
    }

    private Value value(Parameter parameter) {
        return switch (parameter.type()) {
            case INTEGER -> new Value.Whole(random.nextLong(random.nextBoolean() ? 10 : 1_000_000_000_000_000L));
            case QUANTITY ->
                random.nextBoolean()
                        ? Value.Quantity.ofMib(random.nextLong(1, 5_000_000))
                        : new Value.Quantity(new BigDecimal(random.nextInt(1, 1_000_000)).movePointLeft(3));
            case DURATION -> new Value.Span(length());
            case PRESET, CHOICE -> new Value.Text(pick(parameter.options()));
            case IMAGE -> new Value.Text("registry.example.com:5000/team_" + random.nextInt() + "/x@sha256:ab.c-d");
            case SCHEDULE -> Value.Schedule.of(random.nextInt(60) + " " + random.nextInt(24) + " * * 1-5");
            case TEXT, NAME -> {
                String text = text();
                yield new Value.Text(text.length() > 200 ? "" : text);
            }
        };
    }

    private SortedMap<String, Value> size() {
        SortedMap<String, Value> values = new TreeMap<>();
        values.put("cpu", new Value.Whole(random.nextInt(100)));
        if (random.nextBoolean()) {
            values.put("memory", new Value.Quantity(new BigDecimal(random.nextInt(1, 500))));
        }
        if (random.nextBoolean()) {
            values.put("gpu_kind", new Value.Text("h100"));
        }
        if (random.nextBoolean()) {
            values.put(
                    "gpus",
                    random.nextBoolean()
                            ? Value.Relative.more(random.nextInt(-9, 9))
                            : Value.Relative.times(random.nextBoolean() ? "0.5" : "3"));
        }
        return values;
    }

    private Intent show() {
        boolean team = random.nextBoolean();
        @Nullable TeamId named = team && random.nextBoolean() ? pick(teams()) : null;
        return switch (random.nextInt(3)) {
            case 0 -> new Intent.Show(Intent.Show.What.ONE, target(), false);
            case 1 -> new Intent.Show(Intent.Show.What.ALL, new Target.Last(), team, named);
            default -> new Intent.Show(Intent.Show.What.WAITING, new Target.Last(), team, named);
        };
    }

    private Target target() {
        return switch (random.nextInt(3)) {
            case 0 -> id();
            case 1 -> new Target.Last();
            default -> new Target.Described(TextNormalizer.normalized("the " + text()));
        };
    }

    private Target id() {
        return new Target.Id(pick(List.of("req-abcdefghij", "lease-abcdefg234", "env-17", "req-1-2-3")));
    }

    private Term term() {
        return random.nextInt(3) == 0 ? new Term.Unsaid() : said();
    }

    private Term said() {
        return random.nextBoolean() ? new Term.For(length()) : new Term.Until(moment());
    }

    private Duration length() {
        return switch (random.nextInt(4)) {
            case 0 -> Duration.ofMinutes(random.nextLong(1, 6_000_000));
            case 1 -> Duration.ofHours(random.nextLong(1, 20_000));
            case 2 -> Duration.ofDays(random.nextLong(1, 4_000));
            default -> Duration.ofSeconds(random.nextLong(1, 1_000_000), random.nextLong(1_000_000_000));
        };
    }

    private Instant moment() {
        return random.nextInt(4) == 0
                ? TWICE.plusSeconds(random.nextInt(-7_200, 7_200))
                : Sample.NOW.plus(Duration.ofMillis(random.nextLong(1, 3_000_000_000_000L)));
    }

    private @Nullable Instant from() {
        return random.nextBoolean()
                ? null
                : Sample.NOW.plus(Duration.ofHours(1)).plusNanos(random.nextLong(1, 80L * 86_400 * 1_000_000_000));
    }

    private @Nullable Period period() {
        LocalDate from = LocalDate.of(2025, 1, 1).plusDays(random.nextInt(600));
        return random.nextBoolean() ? null : new Period(from, from.plusDays(random.nextInt(1, 500)));
    }

    private @Nullable PersonId other() {
        PersonId person = pick(people());
        return random.nextBoolean() || person.value().equals("ana") ? null : person;
    }

    private DatasetName dataset() {
        DatasetName name = pick(
                Sample.KNOWN.catalogue().datasets().keySet().stream().sorted().toList());
        return random.nextInt(4) == 0 ? new DatasetName(name.schema() + ".*") : name;
    }

    private static List<PersonId> people() {
        return Sample.KNOWN.people().persons().keySet().stream().sorted().toList();
    }

    private static List<TeamId> teams() {
        return Sample.KNOWN.people().teams().keySet().stream().sorted().toList();
    }

    private String text() {
        int bits = switch (random.nextInt(10)) {
            case 0 -> 0;
            case 1 -> 900;
            default -> random.nextInt(1, 12);
        };
        var text = new StringBuilder();
        for (int bit = 0; bit < bits; bit++) {
            text.append(random.nextInt(6) == 0 ? Character.toString(random.nextInt(0x20, 0xd800)) : pick(BITS));
        }
        // An intent's words were normalised on their way in.
        return TextNormalizer.normalized(text.length() > 3_000 ? text.substring(0, 3_000) : text.toString());
    }

    private <T> T pick(List<T> some) {
        return some.get(random.nextInt(some.size()));
    }
}
