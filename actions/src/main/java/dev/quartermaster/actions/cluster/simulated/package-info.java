/**
 * A cluster that makes nothing: the Kubernetes API over HTTP in this process, strict about what it is told and honest
 * about being simulated. It speaks only HTTP to the rest and may know nothing else of Quartermaster.
 *
 * <p>Why an own small server and not the client library's mock, and why its JSON is Jackson 2 alone here: decision 0003
 * (the client library's JSON patch, models and YAML are Jackson 2's).
 */
@NullMarked
package dev.quartermaster.actions.cluster.simulated;

import org.jspecify.annotations.NullMarked;
