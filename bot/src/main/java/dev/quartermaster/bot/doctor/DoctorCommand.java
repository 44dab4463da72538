package dev.quartermaster.bot.doctor;

import dev.quartermaster.actions.CannotStart;
import dev.quartermaster.actions.bundle.PartTypeScan;
import dev.quartermaster.actions.cluster.Cluster;
import dev.quartermaster.actions.doctor.Checkup;
import dev.quartermaster.actions.doctor.Doctor;
import dev.quartermaster.actions.doctor.DoctorReport;
import dev.quartermaster.actions.doctor.SetupCheck;
import dev.quartermaster.actions.provider.bucket.BucketCheck;
import dev.quartermaster.actions.provider.grant.WarehouseCheck;
import dev.quartermaster.actions.provider.grant.warehouse.Warehouse;
import dev.quartermaster.actions.provider.kubernetes.KubernetesChecks;
import dev.quartermaster.actions.provider.modelkey.ModelKeyCheck;
import dev.quartermaster.actions.provider.repository.GitHostCheck;
import dev.quartermaster.bot.model.ModelSettings;
import dev.quartermaster.bot.slack.SlackSettings;
import dev.quartermaster.bot.slack.web.SlackWebClient;
import dev.quartermaster.intents.config.Bundle;
import dev.quartermaster.intents.config.BundleFiles;
import dev.quartermaster.intents.config.BundleReader;
import dev.quartermaster.intents.config.Loaded;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.core.env.Environment;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.StandardEnvironment;

/**
 * Looks at everything that the environment's variables name, and says what each golden path lacks there and how it is
 * mended. Needs no database and no running program.
 */
public final class DoctorCommand {
    static final String USAGE = """
            usage: doctor [FOLDER]
              FOLDER    the configuration; the one of QUARTERMASTER_CONFIG when left out, or the default organisation""";

    private static final int LACKING = 1;
    private static final int CANNOT = 2;

    private final Map<String, String> variables;
    private final PrintStream out;

    public DoctorCommand(Map<String, String> variables, PrintStream out) {
        this.variables = variables;
        this.out = out;
    }

    /**
     * @param typed what stands after {@code doctor}
     * @return the exit code: 0 nothing lacks, 1 something does or could not be looked at, 2 the command cannot be carried out
     */
    public int run(List<String> typed) {
        if (typed.size() > 1 || typed.stream().anyMatch(each -> each.startsWith("-"))) {
            out.println(USAGE);
            return CANNOT;
        }
        String folder = typed.isEmpty() ? variables.getOrDefault("QUARTERMASTER_CONFIG", "") : typed.getFirst();
        if (!folder.isBlank() && !Files.isDirectory(Path.of(folder))) {
            out.println("There is no folder " + folder + ".");
            out.println(USAGE);
            return CANNOT;
        }
        try {
            var files = folder.isBlank() ? BundleFiles.ofJar() : BundleFiles.ofFolder(Path.of(folder));
            return switch (new BundleReader(PartTypeScan.found()).read(files)) {
                case Loaded.Broken(var problems) -> {
                    problems.forEach(out::println);
                    out.println("The files would not be put in force; mend them first.");
                    yield CANNOT;
                }
                case Loaded.Ok(Bundle bundle) -> examined(bundle);
            };
        } catch (IOException | CannotStart | IllegalArgumentException cannot) {
            out.println(cannot.getMessage());
            return CANNOT;
        }
    }

    private int examined(Bundle bundle) throws IOException {
        Environment environment = environment();
        Optional<Cluster> cluster = Cluster.from(variables);
        Optional<SlackWebClient> slack =
                SlackSettings.read(environment::getProperty).map(SlackWebClient::new);
        try {
            DoctorReport report = new Doctor(List.of(
                            cluster.<SetupCheck>map(each -> KubernetesChecks.of(each, FixedNodes.said(environment)))
                                    .orElseGet(DoctorCommand::simulated),
                            warehouse(environment),
                            GitHostCheck.of(environment),
                            BucketCheck.of(environment),
                            ModelKeyCheck.of(environment),
                            new ReadingModelCheck(ModelSettings.read(environment::getProperty)),
                            new SlackCheck(slack.orElse(null))))
                    .examine(bundle);
            report.lines().forEach(out::println);
            out.println(report.summary());
            return report.fine() ? 0 : LACKING;
        } finally {
            cluster.ifPresent(Cluster::close);
            if (slack.isPresent()) {
                slack.get().close();
            }
        }
    }

    private static SetupCheck simulated() {
        return bundle -> Checkup.fine("Cluster", "simulated, in which everything is; KUBECONFIG names a real one");
    }

    private static SetupCheck warehouse(Environment environment) {
        String url = environment.getProperty("QUARTERMASTER_WAREHOUSE_URL", "");
        return url.isBlank()
                ? bundle -> Checkup.fine("Warehouse", "a sample of our own; QUARTERMASTER_WAREHOUSE_URL names another")
                : new WarehouseCheck(Warehouse.at(
                        url,
                        environment.getProperty("QUARTERMASTER_WAREHOUSE_USERNAME", ""),
                        environment.getProperty("QUARTERMASTER_WAREHOUSE_PASSWORD", "")));
    }

    private Environment environment() {
        StandardEnvironment environment = new StandardEnvironment();
        environment
                .getPropertySources()
                .forEach(each -> environment.getPropertySources().remove(each.getName()));
        environment.getPropertySources().addFirst(new MapPropertySource("variables", new HashMap<>(variables)));
        return environment;
    }
}
