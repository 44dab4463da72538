package dev.quartermaster.bot.doctor;

import dev.quartermaster.actions.cluster.Cluster;
import dev.quartermaster.actions.doctor.Checkup;
import dev.quartermaster.actions.doctor.Doctor;
import dev.quartermaster.actions.doctor.SetupCheck;
import dev.quartermaster.actions.provider.bucket.BucketCheck;
import dev.quartermaster.actions.provider.grant.WarehouseCheck;
import dev.quartermaster.actions.provider.grant.warehouse.Warehouse;
import dev.quartermaster.actions.provider.kubernetes.KubernetesChecks;
import dev.quartermaster.actions.provider.kubernetes.need.ClusterCheck;
import dev.quartermaster.actions.provider.kubernetes.need.ClusterSurvey;
import dev.quartermaster.actions.provider.modelkey.ModelKeyCheck;
import dev.quartermaster.actions.provider.repository.GitHostCheck;
import dev.quartermaster.bot.model.ModelSettings;
import dev.quartermaster.bot.slack.SlackSettings;
import dev.quartermaster.bot.slack.web.SlackWebClient;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;

/** What is looked at beside the running program. */
@Configuration(proxyBeanMethods = false)
class DoctorConfiguration {
    @Bean
    ClusterSurvey clusterSurvey(Cluster cluster, Environment environment) {
        return KubernetesChecks.survey(cluster, FixedNodes.said(environment));
    }

    @Bean
    Doctor doctor(
            Cluster cluster, ClusterSurvey survey, Warehouse warehouse, SlackWebClient slack, Environment environment) {
        boolean workspace = SlackSettings.read(environment::getProperty).isEmpty();
        return new Doctor(List.of(
                looked(cluster, environment) ? new ClusterCheck(cluster, survey) : simulated(),
                new WarehouseCheck(warehouse),
                GitHostCheck.of(environment),
                BucketCheck.of(environment),
                ModelKeyCheck.of(environment),
                new ReadingModelCheck(ModelSettings.read(environment::getProperty)),
                new SlackCheck(workspace ? null : slack)));
    }

    /** In the simulated cluster everything is to be had, unless a trial says otherwise. */
    static boolean looked(Cluster cluster, Environment environment) {
        return environment.getProperty("quartermaster.cluster.checked", Boolean.class, !cluster.simulated());
    }

    private static SetupCheck simulated() {
        return bundle -> Checkup.fine("Cluster", "simulated, in which everything is; KUBECONFIG names a real one");
    }
}
