package dev.quartermaster.deploy.structure;

import static org.assertj.core.api.Assertions.assertThat;

import com.palantir.javaformat.java.Formatter;
import com.palantir.javaformat.java.FormatterException;
import com.palantir.javaformat.java.ImportOrderer;
import com.palantir.javaformat.java.JavaFormatterOptions;
import com.palantir.javaformat.java.RemoveUnusedImports;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * The formatter decides how code looks. It runs as a test because a plugin would run in Maven's own, older JVM, which
 * cannot parse record patterns. {@code mvn -pl deploy -am test -Dtest=FormattingTest -Dformat.fix=true
 * -Dsurefire.failIfNoSpecifiedTests=false} rewrites what differs.
 */
class FormattingTest {
    private final Formatter formatter = Formatter.createFormatter(JavaFormatterOptions.builder()
            .style(JavaFormatterOptions.Style.PALANTIR)
            .formatJavadoc(false)
            .build());

    @Test
    void everyJavaFileIsFormatted() throws IOException, FormatterException {
        List<Path> files = new ArrayList<>(Sources.java("src/main/java"));
        files.addAll(Sources.java("src/test/java"));
        assertThat(files).hasSizeGreaterThan(50);
        List<Path> different = new ArrayList<>();
        for (Path file : files) {
            String before = Files.readString(file);
            String after = formatted(before);
            if (!after.equals(before)) {
                different.add(Sources.root().relativize(file));
                if (Boolean.getBoolean("format.fix")) {
                    Files.writeString(file, after);
                }
            }
        }
        if (!Boolean.getBoolean("format.fix")) {
            assertThat(different)
                    .as("run this test with -Dformat.fix=true to rewrite them")
                    .isEmpty();
        }
    }

    private String formatted(String source) throws FormatterException {
        return formatter.formatSource(RemoveUnusedImports.removeUnusedImports(
                ImportOrderer.reorderImports(source, JavaFormatterOptions.Style.PALANTIR)));
    }
}
