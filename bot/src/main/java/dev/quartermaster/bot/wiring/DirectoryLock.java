package dev.quartermaster.bot.wiring;

import dev.quartermaster.actions.CannotStart;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;

/**
 * The lock on a data directory: whoever holds it is the one living process that may use what is embedded there. The
 * operating system lets go of it when the process ends, however it ends, so what a killed run left behind can be told
 * from what another run is using right now: taking over a living run's PostgreSQL would end in one stopping the
 * other's.
 */
final class DirectoryLock implements AutoCloseable {
    private final FileChannel channel;

    private DirectoryLock(FileChannel channel) {
        this.channel = channel;
    }

    /** @throws CannotStart when another process has it */
    static DirectoryLock of(DataDirectory home) throws IOException {
        // Two files: closing any other channel to a locked file would let go of the lock (POSIX, fcntl).
        Path process = home.resolve("owner");
        FileChannel channel =
                FileChannel.open(home.resolve("owner.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        if (lock(channel) == null) {
            channel.close();
            String who = Files.exists(process)
                    ? " (process " + Files.readString(process).strip() + ")"
                    : "";
            throw new CannotStart("The folder " + home.folder() + " is in use by another Quartermaster that runs"
                    + " right now" + who + ". Stop that one, or give this one a folder of its own with"
                    + " QUARTERMASTER_HOME.");
        }
        Files.writeString(process, Long.toString(ProcessHandle.current().pid()));
        return new DirectoryLock(channel);
    }

    private static @Nullable FileLock lock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException heldInThisProcess) {
            return null;
        }
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
