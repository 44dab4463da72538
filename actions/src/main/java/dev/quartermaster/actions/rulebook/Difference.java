package dev.quartermaster.actions.rulebook;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import org.eclipse.jgit.diff.DiffFormatter;
import org.eclipse.jgit.diff.EditList;
import org.eclipse.jgit.diff.HistogramDiff;
import org.eclipse.jgit.diff.RawText;
import org.eclipse.jgit.diff.RawTextComparator;

/** What a change adds and takes away, line by line, as git shows it. */
public final class Difference {
    private Difference() {}

    /** @param before by file. @param after by file; only these are compared */
    public static String of(Map<String, String> before, Map<String, String> after) {
        StringBuilder all = new StringBuilder();
        after.forEach((file, text) ->
                all.append("--- ").append(file).append('\n').append(of(before.getOrDefault(file, ""), text)));
        return all.toString().stripTrailing();
    }

    private static String of(String before, String after) {
        RawText old = new RawText(before.getBytes(UTF_8));
        RawText fresh = new RawText(after.getBytes(UTF_8));
        EditList edits = new HistogramDiff().diff(RawTextComparator.WS_IGNORE_TRAILING, old, fresh);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (DiffFormatter formatter = new DiffFormatter(out)) {
            formatter.setContext(2);
            formatter.format(edits, old, fresh);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return out.toString(UTF_8);
    }
}
