package dev.quartermaster.intents.config;

import dev.quartermaster.intents.catalogue.DataClass;
import dev.quartermaster.intents.catalogue.DatasetName;
import dev.quartermaster.intents.catalogue.GoldenPath;
import dev.quartermaster.intents.catalogue.Parameter;
import dev.quartermaster.intents.catalogue.PathName;
import dev.quartermaster.intents.catalogue.Value;
import dev.quartermaster.intents.expression.ExpressionType;
import dev.quartermaster.intents.money.PriceList;
import dev.quartermaster.intents.part.PartTypes;
import dev.quartermaster.intents.part.Shape;
import dev.quartermaster.intents.plan.PathExpressions;
import dev.quartermaster.intents.yaml.Fields;
import dev.quartermaster.intents.yaml.Node;
import dev.quartermaster.prompts.Prompts;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads {@code golden-paths/NAME.yaml}. */
final class GoldenPathFile {
    /** The words of {@code start:}, in the order of {@link GoldenPath.Start}. */
    private static final List<String> STARTS = List.of("together", "early", "early-until-no");

    private static final List<String> VERSIONS = List.of("quartermaster/v1");
    private static final List<String> KINDS = List.of("GoldenPath");
    private static final List<String> LOGINS = List.of("token", "sso", "none");
    private static final String URL =
            "(https://([a-z]{1,10}-)?\\$\\{lease\\.host}|\\$\\{parts(\\.[a-z][a-z0-9_]*){2}})(/.*)?";
    static final Shape NAME = Shape.form(PathName.FORM);
    private static final Shape.Entries METADATA = Shape.map()
            .with("name", NAME)
            .with("version", Shape.count(1, 1_000_000))
            .with("title", Shape.text())
            .with("owner", Shape.text());
    private static final Shape.Entries DATA = Shape.map()
            .with("classes", Shape.list(DataFile.CLASS))
            .perhaps("datasets", Shape.list(NameFormats.DATASET));
    private static final Shape.Entries LINK = Shape.map()
            .with("title", Shape.text())
            .with("url", Shape.form(URL))
            .with("login", Shape.words(LOGINS.toArray(String[]::new)));
    private static final Shape.Entries IDLE =
            Shape.map().with("after", NameFormats.SPAN).with("evidence", Shape.text());

    /** Parts are of the shapes that their types say. */
    static final Shape.Entries SHAPE = Shape.map()
            .with("apiVersion", Shape.words(VERSIONS.toArray(String[]::new)))
            .with("kind", Shape.words(KINDS.toArray(String[]::new)))
            .with("metadata", METADATA)
            .with("about", Shape.text())
            .perhaps("planned", Shape.flag())
            .with("says", Shape.list(Shape.text()))
            .perhaps("utterances", NameFormats.WORD)
            .perhaps("synonyms", Shape.list(Shape.text()))
            .perhaps("howTo", Shape.text())
            .with("parameters", Shape.list(ParameterEntry.SHAPE))
            .with("data", DATA)
            .perhaps("parts", Shape.list(Shape.anything()))
            .perhaps("start", Shape.words(STARTS.toArray(String[]::new)))
            .perhaps("price", PriceEntry.SHAPE)
            .perhaps("links", Shape.list(LINK))
            .perhaps("idle", IDLE);

    private final Declared declared;
    private final PartEntry parts;
    private final PriceEntry price;

    GoldenPathFile(Declared declared, PriceList prices, PartTypes types, Set<String> madeHere) {
        this.declared = declared;
        this.parts = new PartEntry(declared, types, madeHere);
        this.price = new PriceEntry(prices);
    }

    private record Metadata(PathName name, int version, String title, String owner) {}

    Optional<GoldenPath> read(Node root) {
        Fields fields = SHAPE.open(root);
        fields.required("apiVersion").oneOf(VERSIONS);
        fields.required("kind").oneOf(KINDS);
        Optional<Metadata> metadata = metadata(fields.required("metadata"));
        Optional<String> about = fields.required("about").text();
        List<String> says = says(fields);
        List<String> synonyms = fields.optional("synonyms").map(Node::texts).orElse(List.of());
        String howTo = fields.optional("howTo").flatMap(Node::text).orElse("");
        List<Parameter> parameters = parameters(fields.required("parameters"));
        Optional<PathExpressions> expressions = expressions(fields, parameters);
        Optional<GoldenPath.Data> data = data(fields.required("data"));
        List<GoldenPath.PartTemplate> made = made(fields, expressions);
        Map<String, String> costs = price.read(fields.optional("price"), parameters, expressions);
        Optional<PathExpressions> after = PartEntry.after(
                made,
                expressions.filter(each -> made.size() == fields.items("parts").size()));
        List<GoldenPath.LinkTemplate> links = fields.items("links").stream()
                .flatMap(each -> link(each, after).stream())
                .toList();
        GoldenPath.Start start = fields.optional("start")
                .flatMap(each -> each.oneOf(STARTS))
                .map(word -> GoldenPath.Start.values()[STARTS.indexOf(word)])
                .orElse(GoldenPath.Start.TOGETHER);
        Optional<GoldenPath.Idle> idle = fields.optional("idle").flatMap(GoldenPathFile::idle);
        return fields.build(() -> new GoldenPath(
                metadata.orElseThrow().name(),
                metadata.orElseThrow().version(),
                metadata.orElseThrow().title(),
                metadata.orElseThrow().owner(),
                about.orElseThrow(),
                says,
                synonyms,
                howTo,
                parameters,
                data.orElseThrow(),
                made,
                costs,
                links,
                idle.orElse(null),
                start));
    }

    /** What stands here, and then what stands in the file of {@link Prompts} that it names. */
    private static List<String> says(Fields fields) {
        List<String> says = new ArrayList<>(fields.required("says").texts());
        fields.optional("utterances")
                .flatMap(node -> node.as(new Prompts()::utterancesOfPath))
                .ifPresent(says::addAll);
        return says;
    }

    /** What is only planned is read and explained, and made of nothing yet. */
    private List<GoldenPath.PartTemplate> made(Fields fields, Optional<PathExpressions> expressions) {
        boolean planned = fields.optional("planned").flatMap(Node::flag).orElse(false);
        if (!planned) {
            return parts.all(fields.required("parts"), expressions);
        }
        fields.optional("parts")
                .ifPresent(each -> each.problem(
                        "A golden path that is planned has no parts.",
                        "Take planned away to offer it, or the parts until then."));
        return List.of();
    }

    private Optional<Metadata> metadata(Node node) {
        Fields fields = METADATA.open(node);
        Optional<PathName> name = fields.required("name").as(PathName::new);
        Optional<Integer> version = fields.required("version").whole(1, 1_000_000);
        Optional<String> title = fields.required("title").text();
        Optional<String> owner = declared.owner(fields.required("owner"));
        name.filter(each -> !node.file().endsWith("/" + each + ".yaml"))
                .ifPresent(each -> fields.key("name")
                        .problem(
                                "The file is not called " + each + ".yaml.",
                                "Give file and golden path the same name."));
        return fields.build(() ->
                new Metadata(name.orElseThrow(), version.orElseThrow(), title.orElseThrow(), owner.orElseThrow()));
    }

    private static List<Parameter> parameters(Node node) {
        Map<String, Parameter> found = new LinkedHashMap<>();
        var names = new Unique("The parameter");
        var entry = new ParameterEntry(found);
        node.list()
                .forEach(each -> entry.read(each)
                        .filter(parameter -> names.first(parameter.name(), each))
                        .ifPresent(parameter -> found.put(parameter.name(), parameter)));
        boolean timed = found.values().stream()
                .anyMatch(each -> each.name().equals("duration") && each.type() == Parameter.Type.DURATION);
        if (!node.absent() && !timed) {
            node.problem(
                    "There is no parameter duration of type duration: everything handed out ends.",
                    "Add {name: duration, type: duration, default: 8h, max: 14d}.");
        }
        return List.copyOf(found.values());
    }

    private Optional<GoldenPath.Data> data(Node node) {
        Fields fields = DATA.open(node);
        Set<DataClass> classes = new LinkedHashSet<>();
        fields.required("classes")
                .list()
                .forEach(each -> DataFile.dataClass(each).ifPresent(classes::add));
        List<DatasetName> datasets = fields.items("datasets").stream()
                .flatMap(each -> declared.dataset(each).stream())
                .toList();
        return fields.build(() -> new GoldenPath.Data(classes, datasets));
    }

    /** None while a parameter is broken: then everything that names it would be reported as well. */
    private static Optional<PathExpressions> expressions(Fields fields, List<Parameter> parameters) {
        boolean whole = fields.items("parameters").size() == parameters.size();
        return whole ? Optional.of(PathExpressions.of(parameters)) : Optional.empty();
    }

    private static Optional<GoldenPath.LinkTemplate> link(Node node, Optional<PathExpressions> expressions) {
        Fields fields = LINK.open(node);
        Optional<String> title = fields.required("title").text();
        Optional<String> url = fields.required("url").as(GoldenPathFile::url);
        expressions.ifPresent(
                each -> ExpressionCheck.leaf(fields.required("url"), each.manifests(), ExpressionType.WORDS));
        Optional<String> login = fields.required("login").oneOf(LOGINS);
        return fields.build(
                () -> new GoldenPath.LinkTemplate(title.orElseThrow(), url.orElseThrow(), login.orElseThrow()));
    }

    private static Optional<GoldenPath.Idle> idle(Node node) {
        Fields fields = IDLE.open(node);
        Optional<Value.Span> after = fields.required("after").as(Value.Span::of);
        Optional<String> evidence = fields.required("evidence").text();
        ExpressionCheck.whole(fields.required("evidence"), PathExpressions.IDLE, ExpressionType.TRUTH);
        return fields.build(
                () -> new GoldenPath.Idle(after.map(Value.Span::length).orElseThrow(), evidence.orElseThrow()));
    }

    /**
     * Its host is ours (with a word before it, for a second one) or a provider's, whatever else is filled in: a link never
     * leads where a parameter's words say.
     */
    private static String url(String url) {
        if (!url.matches(URL)) {
            throw new IllegalArgumentException("\"" + url + "\" does not start with https://${lease.host}/");
        }
        return url;
    }
}
