package dev.quartermaster.actions.bundle;

import java.util.Map;

/** Texts that were approved here and lie over the folder's own files, until those change. */
public interface Overlays {
    /** No text but the folder's. */
    Overlays NONE = new Overlays() {
        @Override
        public Map<String, String> over(Map<String, String> source) {
            return source;
        }

        @Override
        public void lay(String change, Map<String, String> texts) {
            throw new UnsupportedOperationException("Nothing is laid over these files");
        }
    };

    /** The folder's files with what lies over them; what lies over a file that changed since is retired, and told. */
    Map<String, String> over(Map<String, String> source);

    /**
     * Lays texts over the folder's files as they are now, in place of what lay there. Joins the caller's transaction;
     * in force for every replica within seconds of its commit, if the whole can be read.
     *
     * @param change whose texts they are
     * @param texts by file; rule files only
     * @throws IllegalStateException when the folder cannot be read
     */
    void lay(String change, Map<String, String> texts);
}
