/**
 * Buckets of objects, in a server of this machine's own or behind an S3 endpoint that is configured, and keys that reach one of
 * them; knows not who said yes nor what they cost.
 */
@NullMarked
package dev.quartermaster.actions.provider.bucket;

import org.jspecify.annotations.NullMarked;
