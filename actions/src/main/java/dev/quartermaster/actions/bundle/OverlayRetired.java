package dev.quartermaster.actions.bundle;

/**
 * Published by the replica that noticed: a file changed in the folder, so the text approved here lies over it no more.
 *
 * @param arrived the folder now says what was approved
 */
public record OverlayRetired(String file, String change, boolean arrived) {}
