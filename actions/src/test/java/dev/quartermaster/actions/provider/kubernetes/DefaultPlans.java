package dev.quartermaster.actions.provider.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quartermaster.actions.bundle.PartTypeScan;
import dev.quartermaster.intents.catalogue.GoldenPath;
import dev.quartermaster.intents.catalogue.Parameter;
import dev.quartermaster.intents.catalogue.PathName;
import dev.quartermaster.intents.catalogue.Value;
import dev.quartermaster.intents.config.Bundle;
import dev.quartermaster.intents.config.BundleFiles;
import dev.quartermaster.intents.config.BundleReader;
import dev.quartermaster.intents.config.Loaded;
import dev.quartermaster.intents.intent.Intent;
import dev.quartermaster.intents.intent.Term;
import dev.quartermaster.intents.people.PersonId;
import dev.quartermaster.intents.people.TeamId;
import dev.quartermaster.intents.plan.Draft;
import dev.quartermaster.intents.plan.LeaseId;
import dev.quartermaster.intents.plan.Plan;
import dev.quartermaster.intents.plan.Planner;
import java.io.IOException;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Plans of the default organisation, each golden path of compute in its sizes. */
final class DefaultPlans {
    static final Bundle BUNDLE = bundle();

    private DefaultPlans() {}

    static Stream<Object[]> wishes() {
        return BUNDLE.catalogue().paths().values().stream()
                .filter(GoldenPath::compute)
                .flatMap(path -> Stream.concat(Stream.of(Map.<String, Value>of()), sizes(path))
                        .map(said -> new Object[] {path.name(), said}));
    }

    /** No GPU, one and all of them, and every preset. */
    private static Stream<Map<String, Value>> sizes(GoldenPath path) {
        return path.parameters().stream().flatMap(parameter -> switch (parameter.type()) {
            case PRESET ->
                parameter.options().stream().map(Value.Text::new).map(size -> Map.of(parameter.name(), size));
            case INTEGER ->
                Stream.of(0L, 1L, 8L)
                        .filter(_ -> parameter.name().equals("gpus"))
                        .map(Value.Whole::new)
                        .map(gpus -> Map.of(parameter.name(), gpus));
            case QUANTITY, DURATION, CHOICE, IMAGE, TEXT, NAME, SCHEDULE -> Stream.empty();
        });
    }

    static Plan plan(PathName path, Map<String, Value> said, LeaseId lease, Instant now) {
        var all = new TreeMap<>(said);
        BUNDLE.catalogue().path(path).orElseThrow().parameters().stream()
                .filter(Parameter::required)
                .forEach(parameter -> all.put(
                        parameter.name(),
                        parameter.type() == Parameter.Type.SCHEDULE
                                ? Value.Schedule.of("every weekday at 9")
                                : new Value.Text("https://git.example.com/growth/reports.git")));
        var launch = new Intent.Launch(path, all, new Term.Unsaid(), "a trial");
        var team = BUNDLE.people().teams().get(new TeamId("growth"));
        var owner = BUNDLE.people().persons().get(new PersonId("ana"));
        var draft = new Planner(BUNDLE.organisation(), BUNDLE.catalogue(), BUNDLE.prices())
                .draft(launch, owner, team, lease, now);
        assertThat(draft).isInstanceOf(Draft.Ready.class);
        return ((Draft.Ready) draft).plan();
    }

    private static Bundle bundle() {
        try {
            var loaded = new BundleReader(PartTypeScan.found()).read(BundleFiles.ofJar());
            assertThat(loaded).isInstanceOf(Loaded.Ok.class);
            return ((Loaded.Ok) loaded).bundle();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
