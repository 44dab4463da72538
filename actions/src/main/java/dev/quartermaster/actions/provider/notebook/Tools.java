package dev.quartermaster.actions.provider.notebook;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** The programs of this machine that are needed, or what is missing. */
sealed interface Tools {
    /** What runs servers. @param version in Jupyter's own words */
    record Found(Path jupyter, String version) implements Tools {}

    /** @param why a clause that names the next step */
    record Missing(String why) implements Tools {}

    /** Programs that can be the server; the first that is there is taken. */
    List<String> SERVERS = List.of("jupyter-lab", "jupyter-notebook");

    /** Programs of util-linux that a server is started by; a macOS has none of them. */
    List<String> AROUND = List.of("setsid", "setpriv", "prlimit");

    static Tools on(String path, Path home) {
        for (String name : AROUND) {
            if (find(name, path).isEmpty()) {
                return new Missing("there is no " + name + " on the PATH, which Linux has in its package util-linux");
            }
        }
        Optional<Path> jupyter =
                SERVERS.stream().flatMap(name -> find(name, path).stream()).findFirst();
        if (jupyter.isEmpty()) {
            return new Missing("there is no jupyter-lab or jupyter-notebook on the PATH: install one"
                    + " (Debian: apt-get install jupyter-notebook)");
        }
        if (OsUser.apart() && openToOthers(home)) {
            return new Missing("other users of this machine may look into " + home + ", and so could notebooks:"
                    + " chmod 700 it");
        }
        return tried(jupyter.get());
    }

    private static Optional<Path> find(String name, String path) {
        return Arrays.stream(path.split(":"))
                .filter(folder -> folder.startsWith("/"))
                .map(folder -> Path.of(folder, name))
                .filter(Files::isExecutable)
                .findFirst();
    }

    /** Whether other users of the machine may enter the folder; one that isn't there yet is made for its owner alone. */
    private static boolean openToOthers(Path home) {
        try {
            return Files.exists(home)
                    && Files.getPosixFilePermissions(home).stream()
                            .anyMatch(each -> each.name().startsWith("OTHERS"));
        } catch (IOException unreadable) {
            return true;
        }
    }

    /** As notebooks will run it: a Jupyter in root's own folder is one that they can't. */
    private static Tools tried(Path jupyter) {
        String refusal = jupyter + " does not start as another user; install one that everybody can run";
        try {
            ProcessBuilder builder = new ProcessBuilder(
                    Stream.concat(OsUser.of("trial").becoming().stream(), Stream.of(jupyter.toString(), "--version"))
                            .toList());
            ServerStart.scrub(builder.environment(), jupyter);
            Process trial = builder.directory(Path.of("/").toFile())
                    .redirectErrorStream(true)
                    .start();
            String said = new String(trial.getInputStream().readNBytes(200), StandardCharsets.UTF_8);
            boolean works = trial.waitFor(20, TimeUnit.SECONDS) && trial.exitValue() == 0;
            trial.destroyForcibly();
            return works ? new Found(jupyter, said.strip()) : new Missing(refusal);
        } catch (IOException unstartable) {
            return new Missing(refusal);
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            return new Missing(refusal);
        }
    }

    /**
     * Where notebooks of other users can't exchange anything, and which they can walk through.
     *
     * @throws IOException in words, where somebody else may write to it
     */
    static void prepare(Path folder) throws IOException {
        if (!OsUser.apart()) {
            Files.createDirectories(folder);
            OsUser.permit(folder, "rwx------");
            return;
        }
        for (Path each : List.of(folder.getParent(), folder)) {
            if (!Files.exists(each, LinkOption.NOFOLLOW_LINKS)) {
                Files.createDirectories(each);
                OsUser.permit(each, "rwx--x--x");
            }
        }
        boolean ours = Integer.valueOf(0).equals(Files.getAttribute(folder, "unix:uid", LinkOption.NOFOLLOW_LINKS))
                && Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS)
                && Files.getPosixFilePermissions(folder).stream()
                        .noneMatch(each -> each.name().matches("(GROUP|OTHERS)_WRITE"));
        if (!ours) {
            throw new IOException(folder + " is not root's alone");
        }
    }
}
