package dev.quartermaster.actions.provider.airflow;

import dev.quartermaster.intents.part.PartType;
import dev.quartermaster.intents.part.Shape;

/** {@code provider: airflow}, with the {@code dag} of which it is one run. */
final class AirflowPart implements PartType {
    static final String DAG = "dag";

    @Override
    public String kind() {
        return "airflow";
    }

    @Override
    public Shape.Entries spec() {
        return Shape.map().with(DAG, Shape.text());
    }

    @Override
    public boolean outlastsJobs() {
        return false;
    }
}
