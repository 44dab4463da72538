package dev.quartermaster.intents.reading;

import dev.quartermaster.intents.catalogue.Catalogue;
import dev.quartermaster.intents.catalogue.DataClass;
import dev.quartermaster.intents.catalogue.Dataset;
import dev.quartermaster.intents.catalogue.DatasetName;
import dev.quartermaster.intents.catalogue.GoldenPath;
import dev.quartermaster.intents.catalogue.Parameter;
import dev.quartermaster.intents.catalogue.PathName;
import dev.quartermaster.intents.catalogue.Value;
import dev.quartermaster.intents.money.Money;
import dev.quartermaster.intents.people.People;
import dev.quartermaster.intents.people.Person;
import dev.quartermaster.intents.people.PersonId;
import dev.quartermaster.intents.people.Team;
import dev.quartermaster.intents.people.TeamId;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A small organisation to read against: ana in growth, a few golden paths and datasets. */
public final class Sample {

    public static final ZoneId ZONE = ZoneId.of("Europe/London");
    /** A Wednesday morning. */
    public static final Instant NOW = Instant.parse("2026-03-11T10:30:00Z");

    public static final Reader.Known KNOWN = new Reader.Known(catalogue(), people());

    private Sample() {}

    public static Utterance says(String text) {
        return new Utterance(new EventKey("e"), new PersonId("ana"), new Place("D1", null), text, NOW, ZONE);
    }

    private static Catalogue catalogue() {
        var paths = new LinkedHashMap<PathName, GoldenPath>();
        for (var path : paths()) {
            paths.put(path.name(), path);
        }
        var datasets = new LinkedHashMap<DatasetName, Dataset>();
        add(datasets, "synthetic.customers", "Made-up customers", DataClass.SYNTHETIC);
        add(datasets, "synthetic.transactions", "Made-up transactions", DataClass.SYNTHETIC);
        add(datasets, "synthetic.products", "Made-up products", DataClass.SYNTHETIC);
        add(datasets, "product.catalogue", "Products and their prices", DataClass.PUBLIC, "product catalogue");
        add(
                datasets,
                "sales.orders",
                "Orders since 2021, one row an order",
                DataClass.INTERNAL,
                "orders",
                "order data");
        add(datasets, "sales.returns", "Returned goods and why", DataClass.INTERNAL, "returns", "refunds");
        add(
                datasets,
                "customer.accounts",
                "Customers with name and address",
                DataClass.CONFIDENTIAL,
                "customer accounts");
        add(datasets, "customer.transactions", "Card transactions of customers", DataClass.CONFIDENTIAL);
        return new Catalogue(paths, datasets);
    }

    private static void add(
            Map<DatasetName, Dataset> datasets, String name, String about, DataClass kind, String... synonyms) {
        var dataset = new DatasetName(name);
        var dan = new PersonId("dan");
        datasets.put(dataset, new Dataset(dataset, about, kind, dan, null, "warehouse", null, List.of(synonyms)));
    }

    private static List<GoldenPath> paths() {
        return List.of(
                path(
                        "data-science-experimentation",
                        "Data science experimentation",
                        "JupyterLab with synthetic customer, transaction and product data, a repository and a bucket.",
                        "",
                        List.of("notebook", "jupyter", "data science sandbox"),
                        "launch an environment that will allow me to build an experimental machine learning model",
                        "notebook to play with some data",
                        "a sandbox to try out a machine learning idea",
                        "I want to explore some data in Python",
                        "I need a jupyter notebook to experiment"),
                path(
                        "data-science-customer-data",
                        "Data science on customer data",
                        "JupyterLab that may see real customer data, with its owner's yes.",
                        "",
                        List.of("customer notebook"),
                        "a notebook that can see real customer data",
                        "launch an environment to model churn on the real customer tables",
                        "data science environment with sensitive customer data"),
                path(
                        "ray-cluster",
                        "Ray cluster",
                        "A Ray cluster with workers and GPUs, queued until there is room.",
                        "",
                        List.of("gpu cluster", "ray"),
                        "spin up 4 A100s for three days",
                        "a ray cluster with 4 workers",
                        "I need a gpu cluster to train my model",
                        "distributed training on several gpus"),
                path(
                        "sql-querying",
                        "SQL querying",
                        "A warehouse role and a place to type SQL.",
                        "",
                        List.of("sql", "query editor"),
                        "I just want to run a few SQL queries",
                        "somewhere to write sql against the warehouse",
                        "ad hoc queries on the warehouse"),
                path(
                        "website",
                        "Website",
                        "A small website with a repository and a pipeline.",
                        "Say \"launch a website\"; you get a repository with a page in it, and every push is"
                                + " published.",
                        List.of("web site", "web page"),
                        "launch a website",
                        "host a small web page for my team",
                        "I need a static site for the results"));
    }

    private static GoldenPath path(
            String name, String title, String about, String howTo, List<String> synonyms, String... says) {
        var data = new GoldenPath.Data(Set.of(DataClass.SYNTHETIC), List.of());
        return new GoldenPath(
                new PathName(name),
                1,
                title,
                "platform",
                about,
                List.of(says),
                synonyms,
                howTo,
                parameters(name),
                data,
                List.of(),
                Map.of(),
                List.of(),
                null);
    }

    private static List<Parameter> parameters(String path) {
        var small = Map.<String, Value>of("cpu", new Value.Whole(2), "memory", gib(2));
        var large = Map.<String, Value>of("cpu", new Value.Whole(64), "memory", gib(256));
        var common = Stream.of(
                parameter("cpu", Parameter.Type.INTEGER, new Value.Whole(2), new Value.Whole(64), List.of(), Map.of()),
                parameter("memory", Parameter.Type.QUANTITY, gib(2), gib(512), List.of(), Map.of()),
                parameter(
                        "size",
                        Parameter.Type.PRESET,
                        null,
                        null,
                        List.of("small", "large"),
                        Map.of("small", small, "large", large)),
                parameter("gpus", Parameter.Type.INTEGER, new Value.Whole(0), new Value.Whole(8), List.of(), Map.of()),
                parameter(
                        "gpu_kind",
                        Parameter.Type.CHOICE,
                        new Value.Text("a100"),
                        null,
                        List.of("t4", "a100", "h100"),
                        Map.of()),
                parameter("image", Parameter.Type.IMAGE, null, null, List.of(), Map.of()),
                parameter(
                        "duration",
                        Parameter.Type.DURATION,
                        new Value.Span(Duration.ofHours(8)),
                        new Value.Span(Duration.ofDays(14)),
                        List.of(),
                        Map.of()));
        var workers = parameter(
                "workers", Parameter.Type.INTEGER, new Value.Whole(1), new Value.Whole(16), List.of(), Map.of());
        return Stream.concat(common, path.equals("ray-cluster") ? Stream.of(workers) : Stream.empty())
                .toList();
    }

    private static Value gib(int number) {
        return new Value.Quantity(BigDecimal.valueOf(number));
    }

    private static Parameter parameter(
            String name,
            Parameter.Type type,
            @Nullable Value standard,
            @Nullable Value max,
            List<String> options,
            Map<String, Map<String, Value>> presets) {
        return new Parameter(name, type, "", standard, null, max, options, presets, false);
    }

    private static People people() {
        var names = List.of("ana", "iris", "mia", "raj", "lee", "dan", "omar", "pat", "kim");
        var persons = names.stream()
                .collect(Collectors.toMap(
                        PersonId::new,
                        name -> new Person(new PersonId(name), List.of(name + "@example.com"), name, "analyst", null)));
        var teams = Map.of(
                new TeamId("growth"), team("growth", "mia", "ana", "iris", "mia"),
                new TeamId("risk"), team("risk", "lee", "raj", "lee"));
        return new People(persons, teams, Map.of());
    }

    private static Team team(String id, String manager, String... members) {
        var budget = new Team.Budget(Money.of("2000", "EUR"), new PersonId(manager), new PersonId("omar"));
        var all = Stream.of(members).map(PersonId::new).collect(Collectors.toSet());
        return new Team(new TeamId(id), id, all, new PersonId(manager), budget, id, id);
    }
}
