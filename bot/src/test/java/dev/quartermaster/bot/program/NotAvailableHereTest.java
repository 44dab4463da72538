package dev.quartermaster.bot.program;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quartermaster.actions.cluster.simulated.SimulatedCluster;
import dev.quartermaster.actions.cluster.simulated.life.Lacks;
import dev.quartermaster.actions.cluster.simulated.life.Timings;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.boot.health.actuate.endpoint.HealthEndpoint;
import org.springframework.boot.health.contributor.Status;

/** On a cluster without KubeRay, over Slack's signed HTTP. */
class NotAvailableHereTest {
    private static final String LACKING = "The cluster knows no RayCluster (ray.io/v1).";

    private static SimulatedCluster cluster;
    private static RunningProgram program;

    @BeforeAll
    static void start() {
        cluster = SimulatedCluster.start(0, Timings.immediate(), Lacks.groups("ray.io"));
        program = RunningProgram.start(
                "--quartermaster.cluster.simulated-url=" + cluster.url(), "--quartermaster.cluster.checked=true");
    }

    @AfterAll
    static void stop() {
        program.close();
        cluster.close();
    }

    @Test
    void aPlatformLeadIsToldWhatLacksAndOthersWhomToAsk() {
        WorkspaceUser ana = new WorkspaceUser(program, "ana");
        ana.says("/qm doctor");
        ana.sees("The platform team looks after how this is set up");
        assertThat(ana.since(0).toString()).doesNotContain(LACKING);

        WorkspaceUser omar = new WorkspaceUser(program, "omar");
        omar.says("/qm doctor");
        omar.sees(LACKING);
        omar.sees("helm install kuberay-operator kuberay-operator");
        omar.sees("Not available here: ray-cluster: " + LACKING, "platform");
    }

    @Test
    void readinessShowsThatSomethingLacksAndStaysUp() {
        new WorkspaceUser(program, "omar").says("/qm doctor");
        new WorkspaceUser(program, "omar").sees(LACKING);
        assertThat(program.context()
                        .getBean(HealthEndpoint.class)
                        .healthForPath("readiness")
                        .getStatus())
                .isEqualTo(Status.UP);
        assertThat(program.context()
                        .getBean(HealthEndpoint.class)
                        .healthForPath("readiness", "setup")
                        .getStatus())
                .isEqualTo(new Status("LACKING"));
    }

    @Test
    void whoeverAsksForWhatCannotComeUpHearsItBeforeAnybodyIsAsked() {
        new WorkspaceUser(program, "omar").says("/qm doctor");
        new WorkspaceUser(program, "omar").sees(LACKING);
        WorkspaceUser raj = new WorkspaceUser(program, "raj");

        raj.says("/qm launch ray-cluster --gpus 1 --duration 2h --purpose \"hyperparameter sweep\"");

        raj.sees("It is not available here at the moment: the cluster has nothing installed that runs a RayCluster."
                + " Nothing was asked for and nothing is charged");
        raj.sees("In their standard size these can be had: ");
        assertThat(program.jdbc()
                        .sql("select count(*) from lease")
                        .query(Integer.class)
                        .single())
                .isZero();
    }
}
