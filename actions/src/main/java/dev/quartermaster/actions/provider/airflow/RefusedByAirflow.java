package dev.quartermaster.actions.provider.airflow;

import dev.quartermaster.actions.provider.LogLine;
import dev.quartermaster.actions.provider.Observed;
import dev.quartermaster.actions.provider.PlatformTrouble;
import dev.quartermaster.actions.provider.airflow.AirflowClient.Answer;
import java.io.IOException;

/** Airflow says no, and will as long as nobody changes something. */
final class RefusedByAirflow extends Exception {
    private static final long serialVersionUID = 1;

    private final int status;
    private final String detail;

    /** @param what was asked of it, such as {@code start it} */
    RefusedByAirflow(String what, Answer answer) {
        super("Airflow would not " + what + ": " + answer.status());
        this.status = answer.status();
        this.detail = detail(answer);
    }

    private static String detail(Answer answer) {
        try {
            return LogLine.clean(answer.json().path("detail").asString(""));
        } catch (IOException notJson) {
            return "";
        }
    }

    Observed.Broken words(String dag) {
        return switch (status) {
            case 401 ->
                platform(
                        "airflow-login",
                        "Airflow does not know this program any more.",
                        "Airflow refuses this program's account (401): correct QUARTERMASTER_AIRFLOW_USERNAME and _PASSWORD,"
                                + " or _TOKEN.");
            case 403 ->
                platform(
                        "airflow-rights",
                        "This program may not run " + dag + " in Airflow.",
                        "This program's account in Airflow may not run and read the DAG " + dag
                                + " (403): give it that right, or take the job out of jobs.yaml.");
            case 404 ->
                platform(
                        "no-such-dag",
                        "Airflow has no DAG called " + dag + ".",
                        "jobs.yaml names the DAG " + dag + ", and Airflow has none (404): correct one of them.");
            default ->
                new Observed.Broken("Airflow would not run " + dag + " (" + status + ")"
                        + (detail.isEmpty() ? "" : ": " + detail) + ". Ask who looks after the job.");
        };
    }

    private static Observed.Broken platform(String reason, String words, String todo) {
        return new Observed.Broken(words + " The platform team was told.", new PlatformTrouble(reason, todo));
    }
}
