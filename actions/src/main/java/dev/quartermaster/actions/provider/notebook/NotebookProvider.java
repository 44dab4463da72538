package dev.quartermaster.actions.provider.notebook;

import dev.quartermaster.actions.provider.Credentials;
import dev.quartermaster.actions.provider.IdleEvidence;
import dev.quartermaster.actions.provider.Leftover;
import dev.quartermaster.actions.provider.Observed;
import dev.quartermaster.actions.provider.Order;
import dev.quartermaster.actions.provider.PlatformTrouble;
import dev.quartermaster.actions.provider.Provider;
import dev.quartermaster.actions.provider.ProvisioningLog;
import dev.quartermaster.intents.catalogue.Value;
import dev.quartermaster.intents.part.PartType;
import dev.quartermaster.intents.plan.LeaseId;
import dev.quartermaster.intents.plan.PartName;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * {@code provider: notebook}: a Jupyter server on this machine, with a folder of its own. It outlives this program and is found
 * again by its folder, its process id and when that began; one that stopped is started again at the same address.
 */
@Component
class NotebookProvider implements Provider {
    private static final Logger LOG = LoggerFactory.getLogger(NotebookProvider.class);
    private static final Pattern NAME = Pattern.compile("(" + LeaseId.PATTERN + ")-([a-z0-9-]+)");
    private static final String WORDS = "this machine's notebooks";
    private static final int MIB = 1 << 20;
    private static final Duration SILENCE = Duration.ofSeconds(60);

    private final LocalNotebooks notebooks;
    private final JupyterApi jupyter = new JupyterApi();

    NotebookProvider(LocalNotebooks notebooks) {
        this.notebooks = notebooks;
    }

    @Override
    public PartType type() {
        return new NotebookPart();
    }

    @Override
    public Optional<Observed.Broken> missing() {
        return Optional.ofNullable(notebooks.missing())
                .map(why -> new Observed.Broken(
                        "Notebooks are not started on this machine any more: " + why
                                + ". Stop this one and ask again; the platform team can allow them.",
                        new PlatformTrouble("no-local-notebooks", "Local notebooks are off: " + why + ".")));
    }

    @Override
    public Observed observe(Order order) {
        return answering(order, folder -> {
            Observed seen = seen(order, folder);
            return seen instanceof Observed.Absent
                    ? seen
                    : missing().<Observed>map(why -> why).orElse(seen);
        });
    }

    private Observed seen(Order order, NotebookFolder folder) throws IOException {
        Optional<NotebookServer> server = folder.server();
        if (!folder.exists() || server.isEmpty()) {
            return new Observed.Absent();
        }
        if (!server.get().alive()) {
            return new Observed.Stopped(server.get().url());
        }
        String url = server.get().url();
        if (!folder.ends(order.until())) {
            return new Observed.Making(url, "its end is being set").whileHeld();
        }
        folder.known();
        if (jupyter.answers(server.get())) {
            folder.heard();
            return new Observed.Ready(url, Map.of(NotebookPart.URL, url));
        }
        folder.silent();
        return new Observed.Making(url, "the notebook server does not answer yet").whileHeld();
    }

    @Override
    public Observed converge(Order order, Wanted wanted) {
        return answering(order, folder -> switch (wanted) {
            case RUNNING -> run(order, folder);
            case STOPPED -> stop(order, folder);
            case GONE -> end(folder);
        });
    }

    private Observed run(Order order, NotebookFolder folder) throws IOException, InterruptedException {
        Optional<Path> program = notebooks.jupyter();
        if (program.isEmpty()) {
            stop(order, folder);
            return missing().orElseThrow();
        }
        if (!folder.exists()) {
            folder.make(ServerStart.fresh());
        }
        folder.end(order.until());
        NotebookServer server = folder.server().orElseThrow();
        boolean alive = server.alive();
        if (alive) {
            Observed seen = seen(order, folder);
            if (!(seen instanceof Observed.Making) || folder.silent().compareTo(SILENCE) < 0) {
                return seen;
            }
        }
        if (!folder.user().killed()) {
            return new Observed.Making(server.url(), "what ran before is being ended").whileHeld();
        }
        folder.heard();
        if (server.started()) {
            // Said once, before it is tried again: what ends at once would otherwise be started for ever.
            folder.server(server.stopped());
            return new Observed.Broken((alive
                            ? "The notebook server has not answered for a minute. It was ended with everything that ran in"
                                    + " it and is started again, files stay"
                            : "The notebook server has ended by itself and is started again")
                    + "; its last words are in " + folder.log() + " on the machine.");
        }
        new ServerStart(program.get(), folder, memory(order)).start(server);
        return seen(order, folder);
    }

    private static long memory(Order order) {
        return Value.Quantity.of(order.part().spec().get(NotebookPart.MEMORY).toString())
                        .mib()
                * MIB;
    }

    /** Ends the server and its processes; the files are kept. */
    private Observed stop(Order order, NotebookFolder folder) throws IOException, InterruptedException {
        Optional<NotebookServer> server = folder.server();
        if (!folder.user().killed()) {
            return new Observed.Ending("its processes are being ended");
        }
        if (server.isPresent()) {
            folder.server(server.get().stopped());
        }
        return seen(order, folder);
    }

    private static Observed end(NotebookFolder folder) throws IOException, InterruptedException {
        if (!folder.user().killed()) {
            return new Observed.Ending("its processes are being ended");
        }
        return folder.removed() ? new Observed.Absent() : new Observed.Ending("its files are being removed");
    }

    @Override
    public Optional<String> fixed(Order order) {
        return Optional.of("The memory of a notebook on this machine is what it was started with; more or less"
                + " needs a new notebook. Ask for a new one and stop this one.");
    }

    @Override
    public boolean hasCredentials(Order order) {
        return true;
    }

    /** The token stays what it is: another one would end what runs. */
    @Override
    public Optional<Credentials> credentials(Order order) {
        try {
            return folder(order).server().map(server -> {
                Map<String, String> lines = new LinkedHashMap<>();
                lines.put("Token", server.token());
                lines.put("Address", server.url());
                lines.put(
                        "What it is",
                        "This is " + type().standsIn() + ". Warehouse, bucket and repository stand in its environment:"
                                + " PGHOST and its like, AWS_ENDPOINT_URL and its like with BUCKET, GIT_URL.");
                return new Credentials(lines);
            });
        } catch (IOException unreadable) {
            LOG.warn("No token for {}: {}", order.lease(), unreadable.toString());
            return Optional.empty();
        }
    }

    @Override
    public boolean lacks(Order order, PartName other) {
        NotebookFolder folder = folder(order);
        return folder.exists() && !folder.given(other.value());
    }

    @Override
    public void equip(Order order, PartName other, Map<String, String> environment) {
        try {
            folder(order).give(other.value(), environment);
        } catch (IOException unwritable) {
            LOG.warn("{} was not given how to reach {}: {}", order.lease(), other, unwritable.toString());
        }
    }

    @Override
    public IdleEvidence evidence(Order order) {
        try {
            return folder(order)
                    .server()
                    .filter(NotebookServer::alive)
                    .map(jupyter::evidence)
                    .orElse(IdleEvidence.NONE);
        } catch (IOException unreadable) {
            return IdleEvidence.NONE;
        }
    }

    @Override
    public ProvisioningLog deeds(Order order) {
        NotebookFolder folder = folder(order);
        return new ProvisioningLog(
                List.of(
                        "make the folder " + folder.path() + " on this machine",
                        "start a Jupyter server in it"
                                + (folder.user().own()
                                        ? " as the user " + folder.user().id()
                                        : "")),
                List.of("end all of its processes", "delete " + folder.path() + " with everything in it"));
    }

    @Override
    public String farewell(Order order) {
        return "The notebook on this machine was ended and its folder deleted, with everything that was kept only there.";
    }

    /** Whatever has a folder here: one that stays is one that a killed process left. */
    @Override
    public List<Leftover> leftovers(Function<LeaseId, Standing> leases) {
        List<Leftover> found = new ArrayList<>();
        for (Path path : notebooks.folders()) {
            Matcher name = NAME.matcher(path.getFileName().toString());
            if (name.matches()) {
                LeaseId lease = new LeaseId(name.group(1));
                Standing standing = leases.apply(lease);
                if (standing != Standing.OPEN) {
                    boolean removed =
                            standing == Standing.OVER && removed(NotebookFolder.named(path.getParent(), name.group()));
                    found.add(new Leftover(lease, path.toString(), "the notebook folder " + path, removed));
                }
            }
        }
        return found;
    }

    private static boolean removed(NotebookFolder folder) {
        try {
            end(folder);
            return true;
        } catch (IOException trouble) {
            LOG.warn("{} cannot be removed: {}", folder.path(), trouble.toString());
            return false;
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private NotebookFolder folder(Order order) {
        return NotebookFolder.of(notebooks.folder(), order);
    }

    private Observed answering(Order order, Attempt attempt) {
        try {
            return attempt.on(folder(order));
        } catch (IOException trouble) {
            LOG.warn("Notebook of {}: {}", order.lease(), trouble.toString());
            return new Observed.Unreachable(WORDS);
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            return new Observed.Unreachable(WORDS);
        } catch (RuntimeException unexpected) {
            LOG.error("Notebook of {}", order.lease(), unexpected);
            return new Observed.Broken("The notebook could not be made; the platform team finds why in the log.");
        }
    }

    private interface Attempt {
        Observed on(NotebookFolder folder) throws IOException, InterruptedException;
    }
}
