package dev.quartermaster.actions.provider.repository;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.eclipse.jgit.api.errors.GitAPIException;

/**
 * A folder of repositories. A repository appears whole or not at all: it is made beside its place and moved there in
 * one step, so existence of its name is the mark that it is complete.
 */
record GitStore(Path folder) {
    /** A file in a repository's own folder, which git does not know and no push reaches: its files are a page. */
    static final String PUBLISHED = "quartermaster-published";

    private static final String ENDED = "ended";

    static GitStore at(Path folder) {
        return new GitStore(folder.toAbsolutePath().normalize());
    }

    Optional<Path> find(String name) {
        return repository(folder.resolve(name));
    }

    /** Names of what is there and has not ended. */
    List<String> names() throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> all = Files.list(folder)) {
            return all.filter(each -> repository(each).isPresent())
                    .map(each -> each.getFileName().toString())
                    .sorted()
                    .toList();
        }
    }

    /** What is kept for the team; of several by one name the first. */
    Optional<Path> ended(String name) {
        return repository(folder.resolve(ENDED).resolve(name));
    }

    /** A link that somebody put there is none: it may lead anywhere. */
    private static Optional<Path> repository(Path place) {
        return Files.isDirectory(place, LinkOption.NOFOLLOW_LINKS)
                        && Files.isRegularFile(place.resolve("HEAD"), LinkOption.NOFOLLOW_LINKS)
                ? Optional.of(place)
                : Optional.empty();
    }

    void place(String name, Making making) throws IOException, GitAPIException {
        if (find(name).isPresent()) {
            return;
        }
        Path half = folder.resolve(".making-" + name);
        delete(half);
        Files.createDirectories(half);
        making.into(half);
        Files.move(half, folder.resolve(name), StandardCopyOption.ATOMIC_MOVE);
    }

    void publish(String name, boolean wanted) throws IOException {
        Optional<Path> mark = find(name).map(place -> place.resolve(PUBLISHED));
        if (mark.isEmpty()) {
            return;
        }
        if (!wanted) {
            Files.deleteIfExists(mark.get());
        } else if (!Files.exists(mark.get(), LinkOption.NOFOLLOW_LINKS)) {
            Files.createFile(mark.get());
        }
    }

    void retire(String name) throws IOException {
        delete(folder.resolve(".making-" + name));
        Optional<Path> place = find(name);
        if (place.isEmpty()) {
            return;
        }
        new RepositoryToken(place.get()).forget();
        Path ended = Files.createDirectories(folder.resolve(ENDED));
        Path target = ended.resolve(name);
        // Made again after an end by hand: keep both.
        for (int i = 2; Files.exists(target); i++) {
            target = ended.resolve(name.replace(".git", "-" + i + ".git"));
        }
        Files.move(place.get(), target, StandardCopyOption.ATOMIC_MOVE);
    }

    /**
     * Does the work under a lock on the name, unless somebody with a newer epoch was there before: a file system has no
     * conditional write, so a lock file remembers the epoch. It stays when the repository has gone.
     *
     * @return false: somebody was, nothing was done
     */
    synchronized boolean exclusively(String name, long epoch, Work work) throws IOException, GitAPIException {
        Path claim = Files.createDirectories(folder.resolve(".claims")).resolve(name);
        try (FileChannel channel = FileChannel.open(
                        claim, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
                FileLock lock = channel.lock()) {
            ByteBuffer seen = ByteBuffer.allocate(20);
            channel.read(seen, 0);
            String last = new String(seen.array(), 0, seen.position(), StandardCharsets.US_ASCII).strip();
            if (!last.isEmpty() && Long.parseLong(last) > epoch) {
                return false;
            }
            channel.write(ByteBuffer.wrap(String.format("%20d", epoch).getBytes(StandardCharsets.US_ASCII)), 0);
            work.run();
            return lock.isValid();
        }
    }

    private static void delete(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        Files.walkFileTree(folder, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                Files.delete(file);
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult postVisitDirectory(Path visited, IOException trouble) throws IOException {
                Files.delete(visited);
                return FileVisitResult.CONTINUE;
            }
        });
    }

    interface Making {
        void into(Path folder) throws IOException, GitAPIException;
    }

    interface Work {
        void run() throws IOException, GitAPIException;
    }
}
