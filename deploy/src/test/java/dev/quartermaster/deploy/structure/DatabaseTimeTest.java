package dev.quartermaster.deploy.structure;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/**
 * {@code qm_now()} reads a table. PostgreSQL calls it once where it is a query within the query, and otherwise for each row
 * that a condition is looked at for: over 10,000 leases 36 to 62 ms in place of 7 to 9.
 */
class DatabaseTimeTest {
    private static final Pattern ONCE = Pattern.compile("(?s).*(select |select date_trunc\\('second', |\\{@code )");
    /** In Hibernate's own language it is written plainly, and becomes a query within the query. */
    private static final Pattern HIBERNATES = Pattern.compile("(?s).*@Query\\((\"\"\"(?:(?!\"\"\").)*|\"(?:(?!\").)*)");

    @Test
    void isAskedOnceAStatement() throws IOException {
        List<String> perRow = new ArrayList<>();
        for (Path file : Sources.java("src/main/java")) {
            String source = Files.readString(file);
            for (int at = source.indexOf("qm_now()"); at >= 0; at = source.indexOf("qm_now()", at + 1)) {
                String before = source.substring(Math.max(0, at - 2000), at);
                if (!ONCE.matcher(before).matches()
                        && !HIBERNATES.matcher(before).matches()) {
                    perRow.add(file.getFileName() + ": "
                            + source.lines()
                                    .skip(source.substring(0, at).lines().count() - 1)
                                    .findFirst()
                                    .orElseThrow()
                                    .strip());
                }
            }
        }
        assertThat(perRow).as("write (select qm_now())").isEmpty();
    }
}
