package dev.quartermaster.actions.ledger.focus;

import dev.quartermaster.actions.bundle.Bundles;
import dev.quartermaster.actions.time.DatabaseTime;
import dev.quartermaster.intents.people.Team;
import java.io.IOException;
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
 * {@code QUARTERMASTER_HOME/focus/2026-10/growth.csv}: of each team and month that is over, from the month's second day on,
 * because an end that was noticed late still takes back what was charged after it. Each is written once and whole.
 */
@Component
class FocusFiles {
    private final FocusExport export;
    private final Bundles bundles;
    private final DatabaseTime time;
    private final Path folder;

    FocusFiles(
            FocusExport export,
            Bundles bundles,
            DatabaseTime time,
            @Value("${quartermaster.home:.quartermaster}") Path home) {
        this.export = export;
        this.bundles = bundles;
        this.time = time;
        this.folder = home.resolve("focus");
    }

    /** Writes those of the last month that is over that are not there yet. @return which it wrote */
    List<Path> write() throws IOException {
        ZonedDateTime now = time.now().atZone(bundles.current().organisation().zone());
        if (now.getDayOfMonth() == 1) {
            return List.of();
        }
        YearMonth month = YearMonth.from(now).minusMonths(1);
        Path there = Files.createDirectories(folder.resolve(month.toString()));
        List<Team> teams = bundles.current().people().teams().values().stream()
                .sorted(Comparator.comparing(Team::id))
                .filter(team -> !Files.exists(file(there, team)))
                .toList();
        for (Team team : teams) {
            write(team, month, file(there, team));
        }
        return teams.stream().map(team -> file(there, team)).toList();
    }

    private void write(Team team, YearMonth month, Path file) throws IOException {
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
