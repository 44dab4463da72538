package dev.quartermaster.actions.statement;

import dev.quartermaster.actions.ledger.ReportScopeQueries;
import dev.quartermaster.intents.people.TeamId;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Set;
import java.util.function.Supplier;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Statements as files, {@code <month>/<team>.json} and {@code .csv}: whole or not there, and never written over. */
@Component
class StatementFiles {
    private final StatementQueries queries;
    private final ReportScopeQueries scope;
    private final Path folder;
    private final JsonMapper json =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    StatementFiles(
            StatementQueries queries,
            ReportScopeQueries scope,
            @Value("${quartermaster.statements.folder:${quartermaster.home:.quartermaster}/statements}") Path folder) {
        this.queries = queries;
        this.scope = scope;
        this.folder = folder;
    }

    /** Those of a team that are not there yet. */
    void write(TeamId team) {
        scope.of(Set.of(team), () -> queries.all(team)).forEach(head -> {
            Path month = folder.resolve(head.month().toString());
            Path asJson = month.resolve(team + ".json");
            Path asCsv = month.resolve(team + ".csv");
            if (!Files.exists(asJson) || !Files.exists(asCsv)) {
                Statement statement = scope.of(Set.of(team), () -> queries.whole(head));
                write(asJson, () -> json.writeValueAsString(StatementText.view(statement)) + "\n");
                write(asCsv, () -> StatementText.csv(statement));
            }
        });
    }

    private static void write(Path file, Supplier<String> text) {
        if (Files.exists(file)) {
            return;
        }
        try {
            Files.createDirectories(file.getParent());
            Path whole = Files.createTempFile(file.getParent(), ".", ".part");
            try {
                Files.writeString(whole, text.get());
                Files.move(whole, file, StandardCopyOption.ATOMIC_MOVE);
            } finally {
                Files.deleteIfExists(whole);
            }
        } catch (IOException full) {
            throw new UncheckedIOException(full);
        }
    }
}
