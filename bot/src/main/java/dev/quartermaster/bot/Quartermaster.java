package dev.quartermaster.bot;

import dev.quartermaster.bot.check.CheckCommand;
import dev.quartermaster.bot.doctor.DoctorCommand;
import dev.quartermaster.bot.score.ScoreCommand;
import dev.quartermaster.bot.wiring.EnvironmentCheck;
import java.util.List;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.ConfigurableApplicationContext;

/** The one process: Slack's edge, the desk, the reconciler; with nothing configured everything it needs is embedded. */
@SpringBootApplication(scanBasePackages = "dev.quartermaster")
public class Quartermaster {
    private static final String CARRIERS = "jdk.virtualThreadScheduler.parallelism";

    public static void main(String[] args) {
        List<String> typed = args.length == 0 ? List.of() : List.of(args).subList(1, args.length);
        switch (args.length == 0 ? "" : args[0]) {
            case "score" -> System.exit(new ScoreCommand(System.getenv(), System.out).run(typed));
            case "check" -> System.exit(new CheckCommand(System.getenv(), System.out).run(typed));
            case "doctor" -> System.exit(new DoctorCommand(System.getenv(), System.out).run(typed));
            default -> start(args);
        }
    }

    /** As {@link #main}, for whoever wants to stop it again. */
    public static ConfigurableApplicationContext start(String... args) {
        // A virtual thread waiting for a class to load holds its carrier. With as many carriers as cores, two such
        // threads
        // on a machine of two cores were seen to stop everything for good, soon after a start from the packaged jar.
        if (System.getProperty(CARRIERS) == null) {
            System.setProperty(CARRIERS, "64");
        }
        SpringApplication application = new SpringApplication(Quartermaster.class);
        application.addListeners(new EnvironmentCheck());
        return application.run(args);
    }
}
