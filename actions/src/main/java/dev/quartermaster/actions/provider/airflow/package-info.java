/** Parts that are one run of a DAG in the organisation's Airflow: triggered once, followed, done. Knows neither Slack nor rules. */
@NullMarked
package dev.quartermaster.actions.provider.airflow;

import org.jspecify.annotations.NullMarked;
