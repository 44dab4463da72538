package dev.quartermaster.actions.provider.notebook;

import dev.quartermaster.actions.Sha256;
import dev.quartermaster.actions.bundle.StandIn;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Whether notebooks are started on this machine, settled once at start, and where. As root they are kept beside
 * {@code QUARTERMASTER_HOME} and not in it: nobody else may walk through that, and their users have to.
 */
@Component
class LocalNotebooks implements StandIn {
    private static final Logger LOG = LoggerFactory.getLogger(LocalNotebooks.class);
    private static final Path OF_ROOT = Path.of("/var/lib/quartermaster-notebooks");

    private final Path folder;
    private final Tools tools;

    /**
     * @param allowed beside the local workspace and the simulated cluster alone; looked at before anything starts
     * @param said where they are kept; empty: as above
     */
    LocalNotebooks(
            @Value("${quartermaster.notebooks.allowed:false}") boolean allowed,
            @Value("${quartermaster.notebooks.folder:}") String said,
            @Value("${quartermaster.home:.quartermaster}") Path home) {
        Path whole = home.toAbsolutePath().normalize();
        this.folder = folder(said, whole);
        this.tools = tools(allowed, whole);
    }

    private Tools tools(boolean allowed, Path home) {
        if (!allowed) {
            LOG.info("Local notebooks: off, because QUARTERMASTER_LOCAL_NOTEBOOKS is not set to allow");
            return new Tools.Missing("QUARTERMASTER_LOCAL_NOTEBOOKS is not set to allow");
        }
        Tools found = Tools.on(String.valueOf(System.getenv("PATH")), home);
        try {
            if (found instanceof Tools.Found) {
                Tools.prepare(folder);
            }
        } catch (IOException | UnsupportedOperationException unfit) {
            found = new Tools.Missing("notebooks cannot be kept in " + folder + ": " + unfit.getMessage());
        }
        switch (found) {
            case Tools.Found(Path jupyter, String version) ->
                LOG.info(
                        "Local notebooks: on, with {} ({}); {}",
                        jupyter,
                        version,
                        OsUser.apart()
                                ? "each runs as a user of its own"
                                : "each runs as the same user as this program, so a cell can read its files");
            case Tools.Missing(String why) ->
                LOG.warn(
                        "Local notebooks: allowed, but {}. Until then a notebook's link opens the page that says what"
                                + " would be there",
                        why);
        }
        return found;
    }

    private static Path folder(String said, Path home) {
        if (!said.isBlank()) {
            return Path.of(said.strip()).toAbsolutePath().normalize();
        }
        return OsUser.apart()
                ? OF_ROOT.resolve(Sha256.hex(home.toString()).substring(0, 12))
                : home.resolve("notebooks");
    }

    @Override
    public String kind() {
        return NotebookPart.KIND;
    }

    @Override
    public boolean madeHere() {
        return tools instanceof Tools.Found;
    }

    /** What servers are started with; empty: none is. */
    Optional<Path> jupyter() {
        return tools instanceof Tools.Found(Path jupyter, String version) ? Optional.of(jupyter) : Optional.empty();
    }

    /** Why no server can be started on this machine; null: it can. */
    @Nullable
    String missing() {
        return tools instanceof Tools.Missing(String why) ? why : null;
    }

    /** Below it each notebook has a folder of its own. */
    Path folder() {
        return folder;
    }

    /** The notebooks' folders that exist, sorted by name. */
    List<Path> folders() {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> all = Files.list(folder)) {
            return all.sorted().toList();
        } catch (IOException unreadable) {
            LOG.warn("Notebook folders cannot be looked at: {}", unreadable.toString());
            return List.of();
        }
    }
}
