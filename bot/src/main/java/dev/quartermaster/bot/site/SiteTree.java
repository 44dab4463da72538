package dev.quartermaster.bot.site;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.eclipse.jgit.errors.MissingObjectException;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.FileMode;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectReader;
import org.eclipse.jgit.lib.Ref;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.revwalk.RevWalk;
import org.eclipse.jgit.storage.file.FileRepositoryBuilder;
import org.eclipse.jgit.treewalk.TreeWalk;

/**
 * The files of a bare repository's default branch, read as objects: there is no folder to walk out of. A link in it is no
 * file, wherever it leads; nor is another repository. What is larger than its bound is measured and not read.
 */
final class SiteTree implements AutoCloseable {
    /** Bytes of a file that is shown. */
    static final int LARGEST = 10 << 20;
    /** Bytes of a list of names, and of a commit's own text. */
    private static final int LIST = 4 << 20;

    private final Repository repository;
    private final ObjectReader reader;

    private SiteTree(Repository repository) {
        this.repository = repository;
        this.reader = repository.newObjectReader();
        // What a file is packed as a difference to is not held in memory either.
        reader.setStreamFileThreshold(LARGEST);
    }

    static SiteTree open(Path folder) throws IOException {
        return new SiteTree(new FileRepositoryBuilder()
                .setGitDir(folder.toFile())
                .setMustExist(true)
                .build());
    }

    /** What a name leads to. */
    sealed interface Found {
        record Nothing() implements Found {}

        record Directory() implements Found {}

        record TooLarge() implements Found {}

        /** @param id of what is in it, whatever it is called */
        record File(ObjectId id, int size) implements Found {}
    }

    /** The branch that a clone checks out; empty: nothing stands on it. */
    Optional<ObjectId> root() throws IOException {
        Optional<ObjectId> head =
                Optional.ofNullable(repository.exactRef(Constants.HEAD)).map(Ref::getObjectId);
        if (head.isEmpty() || large(head.get(), Constants.OBJ_COMMIT, LIST)) {
            return Optional.empty();
        }
        try (RevWalk walk = new RevWalk(reader)) {
            return Optional.of(walk.parseCommit(head.get()).getTree().getId());
        }
    }

    Found find(ObjectId root, SitePath path) throws IOException {
        ObjectId tree = root;
        int left = path.names().size();
        for (String name : path.names()) {
            left--;
            if (large(tree, Constants.OBJ_TREE, LIST)) {
                return new Found.Nothing();
            }
            try (TreeWalk walk = TreeWalk.forPath(reader, name, tree)) {
                if (walk == null) {
                    return new Found.Nothing();
                }
                ObjectId id = walk.getObjectId(0);
                FileMode mode = walk.getFileMode(0);
                if (mode.equals(FileMode.TREE)) {
                    tree = id;
                } else {
                    return left == 0 && plain(mode) ? file(id) : new Found.Nothing();
                }
            }
        }
        return new Found.Directory();
    }

    byte[] bytes(Found.File file) throws IOException {
        return reader.open(file.id(), Constants.OBJ_BLOB).getCachedBytes(LARGEST);
    }

    private Found file(ObjectId id) throws IOException {
        long size = reader.getObjectSize(id, Constants.OBJ_BLOB);
        return size > LARGEST ? new Found.TooLarge() : new Found.File(id, (int) size);
    }

    private static boolean plain(FileMode mode) {
        return mode.equals(FileMode.REGULAR_FILE) || mode.equals(FileMode.EXECUTABLE_FILE);
    }

    private boolean large(ObjectId id, int type, int most) throws IOException {
        try {
            return reader.getObjectSize(id, type) > most;
        } catch (MissingObjectException gone) {
            return true;
        }
    }

    @Override
    public void close() {
        reader.close();
        repository.close();
    }
}
