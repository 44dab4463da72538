package dev.quartermaster.actions.provider.bucket;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** This machine's own folder of buckets, behind {@link MachineServer}. A bucket's end is not its deletion: it moves to {@code ended}. */
final class MachineStorage implements BucketStorage {
    private static final String ENDED = "ended";
    private static final long GIB = 1L << 30;

    private final Path folder;
    private final ServerKey secrets;
    private final MachineServer server;

    MachineStorage(Path folder, ServerKey secrets, MachineServer server) {
        this.folder = folder;
        this.secrets = secrets;
        this.server = server;
    }

    /** Nobody else on the machine looks into it. */
    static Path prepared(Path folder) {
        try {
            if (!Files.exists(folder)
                    && folder.getFileSystem().supportedFileAttributeViews().contains("posix")) {
                Files.createDirectories(folder.getParent());
                return Files.createDirectories(
                        folder, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
            }
            return Files.createDirectories(folder);
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }

    @Override
    public String endpoint() {
        return server.endpoint();
    }

    @Override
    public String words() {
        return "this machine's own storage";
    }

    @Override
    public String address(BucketKey key) {
        return "s3://" + key.bucket() + " at " + endpoint() + ", " + words();
    }

    @Override
    public void open(String place, String bucket) {
        try {
            Files.createDirectories(folder.resolve(place).resolve(bucket));
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }

    @Override
    public boolean holds(String place, String bucket) {
        return !place.isEmpty() && Files.isDirectory(folder.resolve(place).resolve(bucket));
    }

    @Override
    public void retire(String place) {
        if (!toRetire(place)) {
            return;
        }
        try {
            Path ended = Files.createDirectories(folder.resolve(ENDED));
            Path target = ended.resolve(place);
            // Made again after an end by hand: keep both.
            for (int i = 2; Files.exists(target); i++) {
                target = ended.resolve(place + "-" + i);
            }
            Files.move(folder.resolve(place), target, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException unmoved) {
            throw new UncheckedIOException(unmoved);
        }
    }

    @Override
    public List<String> places() {
        try (Stream<Path> all = Files.list(folder)) {
            return all.filter(Files::isDirectory)
                    .map(each -> each.getFileName().toString())
                    .sorted()
                    .toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    @Override
    public boolean toRetire(String place) {
        return !place.isEmpty() && Files.isDirectory(folder.resolve(place));
    }

    @Override
    public Map<String, String> keys(BucketKey key) {
        Map<String, String> lines = new LinkedHashMap<>();
        lines.put("Bucket", key.bucket());
        lines.put("Region", "us-east-1");
        lines.put("Access key", String.valueOf(key.accessKey()));
        lines.put("Secret key", secrets.secret(key));
        lines.put("Command line", "aws --endpoint-url " + endpoint() + " s3 cp FILE s3://" + key.bucket() + "/");
        lines.put(
                "May",
                key.writes()
                        ? "Read and write this bucket and no other; more than " + key.storage() / GIB
                                + " GiB in all is refused."
                        : "Read this bucket and no other.");
        lines.put(
                "Note",
                "These replace the keys shown before. It is this machine's own storage: nobody reaches it from another"
                        + " machine, and it is backed up when the machine is.");
        return lines;
    }

    @Override
    public String farewell() {
        return "The keys of the bucket work no more. Its files are not deleted: when nobody has a key to them any more"
                + " they are kept in the folder buckets/ended of this machine, where the platform team finds them.";
    }

    @Override
    public List<String> done(BucketKey key) {
        return List.of(
                "make the folder buckets/" + key.place() + "/" + key.bucket() + " on this machine",
                "let one key " + (key.writes() ? "read and write" : "read") + " it, made when it is shown");
    }

    @Override
    public List<String> undo(BucketKey key) {
        return List.of(
                "let the key do nothing any more",
                "when it was the last one, move buckets/" + key.place() + " to buckets/ended, with everything in it");
    }
}
