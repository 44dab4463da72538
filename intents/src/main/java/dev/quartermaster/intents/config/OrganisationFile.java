package dev.quartermaster.intents.config;

import dev.quartermaster.intents.catalogue.Value;
import dev.quartermaster.intents.part.Shape;
import dev.quartermaster.intents.people.Approvals;
import dev.quartermaster.intents.people.GpuNodes;
import dev.quartermaster.intents.people.ImageRules;
import dev.quartermaster.intents.people.Organisation;
import dev.quartermaster.intents.people.PersonLimits;
import dev.quartermaster.intents.people.TeamNamespace;
import dev.quartermaster.intents.yaml.Fields;
import dev.quartermaster.intents.yaml.Node;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Reads {@code organisation.yaml}. */
final class OrganisationFile {
    private static final String REGISTRY = "[a-z0-9][a-z0-9.:/_-]*/";
    private static final String LABEL =
            "([a-z0-9]([-a-z0-9.]{0,251}[a-z0-9])?/)?[A-Za-z0-9]([-_.A-Za-z0-9]{0,61}[A-Za-z0-9])?";
    private static final String QUANTITY = "[0-9]{1,12}([.][0-9]{1,6})?(m|k|[MGTPE]|[KMGTPE]i)?";
    private static final List<String> NAMESPACES = List.of("create", "existing");
    private static final Shape.Entries LINKS =
            Shape.map().with("host", Shape.form(".*\\$\\{lease}.*")).perhaps("query", Shape.form("https://.+"));
    private static final Shape.Entries IMAGES = Shape.map()
            .with("registries", Shape.list(Shape.form(REGISTRY)))
            .perhaps("instead", Shape.named(Shape.text()))
            .perhaps("resolve", Shape.flag());
    private static final Shape.Entries TEAM_NAMESPACE = Shape.map()
            .perhaps("quota", Shape.named(Shape.form(QUANTITY)))
            .perhaps("container", Shape.named(Shape.form(QUANTITY)));
    private static final Shape.Entries GPUS =
            Shape.map().with("label", Shape.form(LABEL)).with("kinds", Shape.named(Shape.list(Shape.text())));
    static final Shape.Entries SHAPE = Shape.map()
            .with("name", Shape.text())
            .with("currency", Shape.form("[A-Z]{3}"))
            .with("zone", Shape.text())
            .with("approvals", ApprovalsEntry.SHAPE)
            .with("links", LINKS)
            .with("images", IMAGES)
            .with("namespaces", Shape.words(NAMESPACES.toArray(String[]::new)))
            .perhaps("teamNamespace", TEAM_NAMESPACE)
            .perhaps("gpus", GPUS)
            .perhaps("limits", LimitsEntry.SHAPE);

    private static final Duration SHORTEST_LAPSE = Duration.ofHours(1);
    private static final Duration LONGEST_LAPSE = Duration.ofDays(90);

    /** Stands in where the file is broken, so that the other files can still be checked. */
    private static final Organisation PLACEHOLDER = new Organisation(
            "?", "XXX", ZoneId.of("UTC"), "?", "${lease}.invalid", List.of(), false, Duration.ofDays(3));

    Organisation read(Node root) {
        Fields fields = SHAPE.open(root);
        Fields approvals = ApprovalsEntry.SHAPE.open(fields.required("approvals"));
        Optional<String> name = fields.required("name").text();
        Optional<String> currency = fields.required("currency").as(OrganisationFile::currency);
        Optional<ZoneId> zone = fields.required("zone").as(OrganisationFile::zone);
        Optional<String> channel = approvals.required("channel").as(NameFormats::channel);
        Optional<Duration> lapse = approvals.required("lapse").as(OrganisationFile::lapse);
        Fields links = LINKS.open(fields.required("links"));
        Optional<String> host = links.required("host").as(OrganisationFile::host);
        String query = links.optional("query")
                .flatMap(each -> each.as(OrganisationFile::query))
                .orElse("");
        ImageRules images = images(IMAGES.open(fields.required("images")));
        Optional<String> namespaces = fields.required("namespaces").oneOf(NAMESPACES);
        Optional<Fields> bounds = fields.optional("teamNamespace").map(TEAM_NAMESPACE::open);
        GpuNodes gpus = fields.optional("gpus").map(OrganisationFile::gpus).orElse(GpuNodes.STANDARD);
        PersonLimits limits = LimitsEntry.read(fields.optional("limits"));
        Optional<Approvals> patience = new ApprovalsEntry(approvals).read();
        return fields.build(() -> new Organisation(
                        name.orElseThrow(),
                        currency.orElseThrow(),
                        zone.orElseThrow(),
                        channel.orElseThrow(),
                        host.orElseThrow(),
                        images,
                        new TeamNamespace(
                                namespaces.orElseThrow().equals("create"),
                                quantities(bounds, "quota"),
                                quantities(bounds, "container")),
                        lapse.orElseThrow(),
                        patience.orElseThrow(),
                        limits,
                        query,
                        gpus))
                .orElse(PLACEHOLDER);
    }

    private static ImageRules images(Fields fields) {
        List<String> registries = fields.required("registries").list().stream()
                .flatMap(each -> each.as(OrganisationFile::registry).stream())
                .toList();
        Map<String, String> instead = new LinkedHashMap<>();
        fields.optional("instead")
                .ifPresent(node -> node.names()
                        .entries()
                        .forEach((tool, words) -> words.text()
                                .ifPresent(text -> instead.put(tool.toLowerCase(Locale.ROOT), text.strip()))));
        boolean resolve = fields.optional("resolve").flatMap(Node::flag).orElse(false);
        return new ImageRules(registries, instead, resolve);
    }

    private static Map<String, String> quantities(Optional<Fields> bounds, String key) {
        Map<String, String> amounts = new LinkedHashMap<>();
        bounds.flatMap(fields -> fields.optional(key))
                .ifPresent(node -> node.names()
                        .entries()
                        .forEach((resource, amount) ->
                                amount.as(OrganisationFile::quantity).ifPresent(text -> amounts.put(resource, text))));
        return amounts;
    }

    private static String quantity(String text) {
        if (!text.matches(QUANTITY)) {
            throw new IllegalArgumentException("\"" + text + "\" is not an amount such as 16, 500m or 512Gi");
        }
        return text;
    }

    private static GpuNodes gpus(Node node) {
        Fields fields = GPUS.open(node);
        String label = fields.required("label").as(OrganisationFile::label).orElse("");
        Map<String, List<String>> products = new LinkedHashMap<>();
        fields.required("kinds").names().entries().forEach((kind, values) -> {
            List<String> said = values.list().stream()
                    .flatMap(each -> each.as(OrganisationFile::labelValue).stream())
                    .toList();
            if (values.list().isEmpty()) {
                values.problem("No product is said for " + kind + ".", "Say what the label says of it, in a list.");
            }
            products.put(kind, said);
        });
        return new GpuNodes(label, products);
    }

    private static String label(String name) {
        if (!name.matches(LABEL)) {
            throw new IllegalArgumentException(
                    "\"" + name + "\" is not the name of a label such as nvidia.com/gpu.product");
        }
        return name;
    }

    private static String labelValue(String value) {
        if (!value.matches("[A-Za-z0-9]([-_.A-Za-z0-9]{0,61}[A-Za-z0-9])?")) {
            throw new IllegalArgumentException(
                    "\"" + value + "\" is not what a label can say, such as NVIDIA-A100-SXM4-80GB");
        }
        return value;
    }

    /** Anything shorter would lapse before anybody has looked; anything longer is forgotten. */
    private static Duration lapse(String text) {
        return Value.Span.within(text, SHORTEST_LAPSE, LONGEST_LAPSE, "3d").length();
    }

    private static String currency(String code) {
        try {
            return Currency.getInstance(code).getCurrencyCode();
        } catch (IllegalArgumentException unknown) {
            throw new IllegalArgumentException("\"" + code + "\" is not a currency of ISO 4217 such as EUR", unknown);
        }
    }

    private static ZoneId zone(String name) {
        try {
            return ZoneId.of(name);
        } catch (DateTimeException unknown) {
            throw new IllegalArgumentException("\"" + name + "\" is not a time zone such as Europe/London", unknown);
        }
    }

    private static String host(String pattern) {
        String example = pattern.replace("${lease}", "lease-aaaaaaaaaa");
        if (!pattern.contains("${lease}") || !example.matches("[a-z0-9-]+(\\.[a-z0-9-]+)+(:[0-9]{2,5})?")) {
            throw new IllegalArgumentException(
                    "\"" + pattern + "\" is not a host with ${lease} in it such as ${lease}.example.com");
        }
        return pattern;
    }

    /** Only its path and what comes after are filled in, so that it leads nowhere else. */
    private static String query(String pattern) {
        String example = pattern.replace("{database}", "warehouse").replace("{login}", "qm_person_ana");
        if (!pattern.matches("https://[a-z0-9.-]+(:[0-9]{2,5})?(/.*)?")
                || !example.matches("[A-Za-z0-9:/?#@!$&'()*+,;=._~%-]+")) {
            throw new IllegalArgumentException("\"" + pattern + "\" is not a link such as"
                    + " https://sql.example.com/{database}?user={login}, in which only {database} and {login} are"
                    + " filled in");
        }
        return pattern;
    }

    /** Ends in a slash, because quay.io/jupyter as a prefix would let quay.io/jupyter-evil in. */
    private static String registry(String prefix) {
        if (!prefix.matches(REGISTRY)) {
            throw new IllegalArgumentException(
                    "\"" + prefix + "\" is not a registry's prefix ending in / such as quay.io/jupyter/");
        }
        return prefix;
    }
}
