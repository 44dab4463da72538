package dev.quartermaster.intents.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.quartermaster.intents.catalogue.Catalogue;
import dev.quartermaster.intents.catalogue.Job;
import dev.quartermaster.intents.catalogue.PathName;
import dev.quartermaster.intents.people.PersonId;
import dev.quartermaster.intents.policy.Deciders;
import dev.quartermaster.intents.policy.Rights;
import dev.quartermaster.intents.yaml.Problem;
import java.io.IOException;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JobsFileTest {
    private final Bundle bundle = DefaultOrganisation.load();
    private final Catalogue catalogue = bundle.catalogue();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "nightly-churn",
                "nightly_churn",
                "Nightly churn",
                "the nightly churn job",
                "Nightly churn scores",
                "churn scoring"
            })
    void aJobIsFoundByWhatPeopleCallIt(String words) {
        assertThat(catalogue.job(words).map(Job::name)).contains(new PathName("nightly-churn"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "job", "churn", "nightly-churn; rm -rf /", "payroll"})
    void whatIsNotListedIsNoJob(String words) {
        assertThat(catalogue.job(words)).isEmpty();
    }

    @Test
    void ownerAndDeputyDecideAndWhoAsksDoesNot() {
        var rights = new Rights(bundle.people(), catalogue);
        var owner = new Deciders.OwnerOfPath(new PathName("nightly-churn"));
        assertThat(rights.of(owner, new PersonId("ana"))).containsExactly(new PersonId("mia"), new PersonId("omar"));
        assertThat(rights.of(owner, new PersonId("mia"))).containsExactly(new PersonId("omar"));
    }

    @Test
    void jobsAreNoGoldenPathsAndNeedNotBeThere() throws IOException {
        assertThat(catalogue.paths()).doesNotContainKey(new PathName("nightly-churn"));
        Map<String, String> files = new TreeMap<>(BundleFiles.ofJar());
        files.remove("jobs.yaml");
        files.remove("policies/jobs.yaml");
        assertThat(DefaultOrganisation.reader().read(files)).isInstanceOf(Loaded.Ok.class);
    }

    @Test
    void whatIsWrongIsNamedByFileAndLine() throws IOException {
        Map<String, String> files = new TreeMap<>(BundleFiles.ofJar());
        files.put("jobs.yaml", """
                provider: airflow
                jobs:
                  - {name: bucket, dag: ../admin, title: A, about: B, owner: mia}
                  - {name: two, dag: two, title: A, about: B, owner: nobody, deputy: mai}
                  - {name: two, dag: two, title: A, about: B, owner: mia, longest: 30d}
                  - {name: Three, title: A, about: B, owner: mia}
                """);
        var problems = ((Loaded.Broken) DefaultOrganisation.reader().read(files)).problems();
        assertThat(problems)
                .extracting(Problem::file, Problem::line)
                .contains(tuple("jobs.yaml", 3), tuple("jobs.yaml", 4), tuple("jobs.yaml", 5), tuple("jobs.yaml", 6));
        assertThat(problems)
                .extracting(Object::toString)
                .anyMatch(each -> each.contains("There is a golden path called bucket"))
                .anyMatch(each -> each.contains("is not a DAG's id"))
                .anyMatch(each -> each.contains("There is no person \"mai\""))
                .anyMatch(each -> each.contains("The job two stands in line 4 already"))
                .anyMatch(each -> each.contains("is not a time from 1m to 7d"))
                .anyMatch(each -> each.contains("cannot be a job's name"));
    }
}
