package dev.quartermaster.actions.ledger.focus;

import dev.quartermaster.actions.attempt.Attempts;
import dev.quartermaster.actions.bundle.Bundles;
import dev.quartermaster.actions.time.DatabaseTime;
import dev.quartermaster.intents.people.Team;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.YearMonth;
import java.time.ZonedDateTime;
import java.util.Comparator;
import java.util.List;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * {@code QUARTERMASTER_HOME/focus/2026-10/growth.csv}: of each team and month, once the month's statement is closed, or
 * its day has come and there is nothing to state. Each is written once and whole; what is found out later stands as a correction
 * in the next.
 */
@Component
class FocusFiles {
    private final FocusExport export;
    private final Bundles bundles;
    private final DatabaseTime time;
    private final Attempts attempts;
    private final int days;
    private final Path folder;

    FocusFiles(
            FocusExport export,
            Bundles bundles,
            DatabaseTime time,
            Attempts attempts,
            @Value("${quartermaster.statements.days:5}") int days,
            @Value("${quartermaster.home:.quartermaster}") Path home) {
        this.export = export;
        this.bundles = bundles;
        this.time = time;
        this.attempts = attempts;
        this.days = days;
        this.folder = home.resolve("focus");
    }

    /** Writes those of the last month that is closed by now that are not there yet; one that fails stops no other. @return which it wrote */
    List<Path> write() {
        ZonedDateTime now = time.now().atZone(bundles.current().organisation().zone());
        YearMonth month = YearMonth.from(now.minusDays(days)).minusMonths(1);
        Path there = folder.resolve(month.toString());
        List<Team> teams = bundles.current().people().teams().values().stream()
                .sorted(Comparator.comparing(Team::id))
                .filter(team -> !Files.exists(file(there, team)))
                .toList();
        teams.forEach(team ->
                attempts.each("focus-files", team.id().value(), () -> write(team, month, file(there, team))));
        return teams.stream()
                .map(team -> file(there, team))
                .filter(Files::exists)
                .toList();
    }

    private void write(Team team, YearMonth month, Path file) {
        try {
            Files.createDirectories(file.getParent());
            if (!export.open(team, month)) {
                whole(team, month, file);
            }
        } catch (IOException full) {
            throw new UncheckedIOException(full);
        }
    }

    private void whole(Team team, YearMonth month, Path file) throws IOException {
        Path unfinished = Files.createTempFile(file.getParent(), team.id().value(), ".tmp");
        try {
            try (Writer out = Files.newBufferedWriter(unfinished)) {
                export.whole(team, month).writeTo(out);
            }
            Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(unfinished);
        }
    }

    private static Path file(Path folder, Team team) {
        return folder.resolve(team.id().value() + ".csv");
    }
}
