package dev.quartermaster.actions.bundle;

import java.io.IOException;
import java.util.Map;

/** Where this process finds the files: a folder, or the default organisation in the jar. */
public interface BundleSource {
    /** Relative path to text, read now. @throws IOException in words for the platform team */
    Map<String, String> files() throws IOException;
}
