package dev.quartermaster.bot.conversation.verb;

import dev.quartermaster.actions.bundle.Bundles;
import dev.quartermaster.intents.catalogue.Catalogue;
import dev.quartermaster.intents.catalogue.Job;
import dev.quartermaster.intents.intent.Intent;
import dev.quartermaster.intents.intent.Term;
import dev.quartermaster.intents.yaml.NearestWord;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** What running a job means: to ask for it as for anything else, under the same rules; or that there is none. */
@Component
class JobRun {
    private static final int LONGEST = 60;

    private final Bundles bundles;

    JobRun(Bundles bundles) {
        this.bundles = bundles;
    }

    sealed interface Meant {
        record Asked(Intent.Launch launch) implements Meant {}

        record Said(String words) implements Meant {}
    }

    Meant of(Intent.Run run) {
        Catalogue catalogue = bundles.current().catalogue();
        Optional<Job> job = catalogue.job(run.job());
        if (job.isEmpty()) {
            return new Meant.Said(unknown(run.job(), catalogue));
        }
        return new Meant.Asked(new Intent.Launch(job.get().name(), new TreeMap<>(), new Term.Unsaid(), ""));
    }

    private static String unknown(String said, Catalogue catalogue) {
        List<Job> jobs = catalogue.jobs().values().stream()
                .sorted(Comparator.comparing(Job::name))
                .toList();
        if (jobs.isEmpty()) {
            return "No job can be run here: none is listed in jobs.yaml. Ask the platform team to list it.";
        }
        List<String> names = jobs.stream().map(job -> job.name().value()).toList();
        String near = NearestWord.nearest(said.strip().replaceAll("[ _]+", "-"), names)
                .map(name -> " Did you mean " + name + "?")
                .orElse("");
        return "There is no job called \"" + shortened(said) + "\"." + near + " What can be run: "
                + jobs.stream()
                        .map(job -> job.name() + " (" + job.path().title() + ")")
                        .collect(Collectors.joining(", "))
                + ". Ask the platform team to list another one.";
    }

    private static String shortened(String said) {
        return said.length() <= LONGEST ? said : said.substring(0, LONGEST) + "…";
    }
}
