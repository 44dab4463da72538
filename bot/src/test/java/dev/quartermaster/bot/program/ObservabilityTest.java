package dev.quartermaster.bot.program;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import dev.quartermaster.actions.provider.Observed;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.slf4j.LoggerFactory;
import org.yaml.snakeyaml.Yaml;

/** What operators look at exists: each metric and label of the dashboard and the alerts, after somebody was handed a notebook. */
@Sharing("asking")
@Order(7)
class ObservabilityTest {
    private static final Path FILES = Path.of("../deploy/observability");
    private static final Pattern METRIC = Pattern.compile("\\b([a-z]+(?:_[a-z]+)+)\\b(?!\\()(?:\\{([^}]*)})?");
    private static final Pattern LABEL = Pattern.compile("([a-z]+)\\s*(?:=~|!~|!=|=)\\s*\"([^\"]*)\"");
    private static final Pattern GROUPED = Pattern.compile("by \\(([^)]*)\\)");
    /** Prometheus' own, of whom it asked. */
    private static final String WHOM = "instance";

    private static RunningProgram program;
    private static final ListAppender<ILoggingEvent> LOGGED = new ListAppender<>();

    @BeforeAll
    static void story(RunningProgram started) throws IOException, InterruptedException {
        program = started;
        Logger transactions = (Logger) LoggerFactory.getLogger("org.springframework.orm.jpa.JpaTransactionManager");
        LOGGED.start();
        transactions.addAppender(LOGGED);
        transactions.setLevel(Level.DEBUG);
        try {
            program.tells("raj", "launch a notebook for two hours please");
            String request = program.request("raj");
            program.eventually(() -> program.state(request).equals("live"));
        } finally {
            transactions.setLevel(null);
            transactions.detachAppender(LOGGED);
        }
        told();
    }

    @ParameterizedTest
    @MethodSource("queries")
    void eachMetricAndLabelOfAQueryIsThere(String query) throws Exception {
        assertThat(query.chars().filter(each -> each == '(').count())
                .isEqualTo(query.chars().filter(each -> each == ')').count());
        Map<String, Set<String>> told = told();
        List<MatchResult> metrics = METRIC.matcher(query.replaceAll("by \\([^)]*\\)", ""))
                .results()
                .filter(found -> !found.group(1).startsWith("histogram_"))
                .toList();
        assertThat(metrics).isNotEmpty();
        for (MatchResult metric : metrics) {
            assertThat(told).containsKey(metric.group(1));
            Set<String> wanted = new TreeSet<>();
            GROUPED.matcher(query)
                    .results()
                    .forEach(group -> wanted.addAll(List.of(group.group(1).split(", "))));
            if (metric.group(2) != null) {
                LABEL.matcher(metric.group(2)).results().forEach(label -> wanted.add(label.group(1)));
            }
            wanted.remove(WHOM);
            assertThat(told.get(metric.group(1))).as(metric.group(1)).containsAll(wanted);
        }
    }

    @Test
    void outcomesThatAreLookedForAreSuch() throws IOException {
        Set<String> known = Stream.of(Observed.class.getPermittedSubclasses())
                .map(each -> each.getSimpleName().toLowerCase(Locale.ROOT))
                .collect(Collectors.toSet());
        Set<String> wanted = queries()
                .flatMap(query -> LABEL.matcher(query).results())
                .filter(label -> label.group(1).equals("outcome"))
                .flatMap(label -> Stream.of(label.group(2).split("\\|")))
                .collect(Collectors.toSet());
        assertThat(wanted).isNotEmpty().isSubsetOf(known);
    }

    @Test
    void whatIsLoggedOfALeaseSaysOfWhichAndOfWhichRequest() {
        String request = program.request("raj");
        assertThat(LOGGED.list)
                .extracting(ILoggingEvent::getMDCPropertyMap)
                .contains(
                        Map.of("request", request, "lease", request.replace("req-", "lease-")),
                        Map.of("request", request));
    }

    static Stream<String> queries() throws IOException {
        Map<String, Object> dashboard = new Yaml().load(Files.readString(FILES.resolve("dashboard.json")));
        Map<String, Object> alerts = new Yaml().load(Files.readString(FILES.resolve("alerts.yaml")));
        List<String> queries =
                Stream.concat(expressions(dashboard), expressions(alerts)).toList();
        assertThat(queries).hasSizeGreaterThan(25);
        return queries.stream();
    }

    private static Stream<String> expressions(Object node) {
        return switch (node) {
            case Map<?, ?> map ->
                Stream.concat(
                        map.get("expr") instanceof String query ? Stream.of(query) : Stream.empty(),
                        map.values().stream().flatMap(ObservabilityTest::expressions));
            case List<?> list -> list.stream().flatMap(ObservabilityTest::expressions);
            case null, default -> Stream.empty();
        };
    }

    /** Names of labels by name of metric. */
    private static Map<String, Set<String>> told() throws IOException, InterruptedException {
        return HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create(program.address() + "/actuator/prometheus"))
                                .build(),
                        HttpResponse.BodyHandlers.ofString())
                .body()
                .lines()
                .filter(line -> !line.startsWith("#"))
                .collect(Collectors.toMap(
                        line -> line.split("[{ ]")[0],
                        line -> LABEL.matcher(line)
                                .results()
                                .map(label -> label.group(1))
                                .collect(Collectors.toSet()),
                        (one, other) -> one));
    }
}
