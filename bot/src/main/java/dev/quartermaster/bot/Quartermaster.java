package dev.quartermaster.bot;

import dev.quartermaster.bot.wiring.Surroundings;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.ConfigurableApplicationContext;

/** The one process: Slack's edge, the desk, the reconciler; with nothing configured everything it needs is embedded. */
@SpringBootApplication(scanBasePackages = "dev.quartermaster")
public class Quartermaster {
    public static void main(String[] args) {
        start(args);
    }

    /** As {@link #main}, for whoever wants to stop it again. */
    public static ConfigurableApplicationContext start(String... args) {
        SpringApplication application = new SpringApplication(Quartermaster.class);
        application.addListeners(new Surroundings());
        return application.run(args);
    }
}
