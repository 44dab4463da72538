package dev.quartermaster.actions.record;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.jgit.api.Git;
import org.eclipse.jgit.api.errors.GitAPIException;
import org.eclipse.jgit.dircache.DirCache;
import org.eclipse.jgit.dircache.DirCacheBuilder;
import org.eclipse.jgit.dircache.DirCacheEntry;
import org.eclipse.jgit.lib.CommitBuilder;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.FileMode;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectInserter;
import org.eclipse.jgit.lib.ObjectReader;
import org.eclipse.jgit.lib.PersonIdent;
import org.eclipse.jgit.lib.RefUpdate;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.revwalk.RevCommit;
import org.eclipse.jgit.revwalk.RevWalk;
import org.eclipse.jgit.transport.CredentialsProvider;
import org.eclipse.jgit.transport.PushResult;
import org.eclipse.jgit.transport.RefSpec;
import org.eclipse.jgit.transport.RemoteRefUpdate;
import org.eclipse.jgit.transport.URIish;
import org.eclipse.jgit.transport.UsernamePasswordCredentialsProvider;
import org.eclipse.jgit.treewalk.TreeWalk;
import org.jspecify.annotations.Nullable;

/** The bare repository that commits are written into, and perhaps a remote that they are pushed to. One writer at a time. */
final class RecordRepository implements AutoCloseable {
    static final String BRANCH = "main";
    private static final String HEAD = Constants.R_HEADS + BRANCH;
    private static final String KEY = "Quartermaster-Entry";
    /** Seconds. A remote that is away must not hold the next pass back. */
    private static final int PATIENCE = 20;

    private final Git git;
    private final @Nullable URIish remote;

    private RecordRepository(Git git, @Nullable URIish remote) {
        this.git = git;
        this.remote = remote;
    }

    /** @param remote null: the folder is the record */
    static RecordRepository at(Path folder, @Nullable URIish remote) throws IOException, GitAPIException {
        if (Files.isRegularFile(folder.resolve("HEAD"))) {
            return new RecordRepository(Git.open(folder.toFile()), remote);
        }
        Files.createDirectories(folder);
        return new RecordRepository(
                Git.init()
                        .setBare(true)
                        .setInitialBranch(BRANCH)
                        .setGitDir(folder.toFile())
                        .call(),
                remote);
    }

    /** Begins where the remote is: another replica may have written, or the folder may be new. */
    void fetch() throws GitAPIException, IOException {
        if (remote == null
                || git
                        .lsRemote()
                        .setRemote(remote.toString())
                        .setCredentialsProvider(credentials())
                        .setTimeout(PATIENCE)
                        .setHeads(true)
                        .call()
                        .stream()
                        .noneMatch(ref -> ref.getName().equals(HEAD))) {
            return;
        }
        git.fetch()
                .setRemote(remote.toString())
                .setCredentialsProvider(credentials())
                .setTimeout(PATIENCE)
                .setRefSpecs(new RefSpec("+" + HEAD + ":" + HEAD))
                .setForceUpdate(true)
                .call();
    }

    /** @return whether the remote has everything now; true as well where there is none */
    boolean push() throws GitAPIException {
        if (remote == null) {
            return true;
        }
        for (PushResult result : git.push()
                .setRemote(remote.toString())
                .setCredentialsProvider(credentials())
                .setTimeout(PATIENCE)
                .setRefSpecs(new RefSpec(HEAD + ":" + HEAD))
                .call()) {
            for (RemoteRefUpdate update : result.getRemoteUpdates()) {
                boolean taken = update.getStatus() == RemoteRefUpdate.Status.OK
                        || update.getStatus() == RemoteRefUpdate.Status.UP_TO_DATE;
                if (!taken) {
                    return false;
                }
            }
        }
        return true;
    }

    private @Nullable CredentialsProvider credentials() {
        return remote == null || remote.getPass() == null
                ? null
                : new UsernamePasswordCredentialsProvider(
                        remote.getUser() == null ? "" : remote.getUser(), remote.getPass());
    }

    /** Keys of the newest commits, newest first. */
    List<String> keys(int most) throws IOException {
        List<String> keys = new ArrayList<>();
        Repository repository = git.getRepository();
        ObjectId head = repository.resolve(HEAD);
        if (head == null) {
            return keys;
        }
        try (RevWalk walk = new RevWalk(repository)) {
            walk.markStart(walk.parseCommit(head));
            for (RevCommit commit : walk) {
                commit.getFooterLines(KEY).stream().findFirst().ifPresent(keys::add);
                if (keys.size() >= most) {
                    break;
                }
            }
        }
        return keys;
    }

    /** What a file says at the newest commit. */
    Optional<String> text(String file) throws IOException {
        Repository repository = git.getRepository();
        ObjectId head = repository.resolve(HEAD);
        if (head == null) {
            return Optional.empty();
        }
        try (RevWalk walk = new RevWalk(repository);
                TreeWalk tree = TreeWalk.forPath(
                        repository, file, walk.parseCommit(head).getTree())) {
            return tree == null
                    ? Optional.empty()
                    : Optional.of(
                            new String(repository.open(tree.getObjectId(0)).getBytes(), UTF_8));
        }
    }

    /** @param email of the author, as git wants one */
    void commit(Entry entry, String name, String email) throws IOException {
        Repository repository = git.getRepository();
        ObjectId head = repository.resolve(HEAD);
        try (ObjectInserter inserter = repository.newObjectInserter()) {
            CommitBuilder commit = new CommitBuilder();
            commit.setTreeId(tree(repository, inserter, head, entry));
            if (head != null) {
                commit.setParentId(head);
            }
            commit.setAuthor(new PersonIdent(name, email, entry.at(), ZoneOffset.UTC));
            commit.setCommitter(
                    new PersonIdent("Quartermaster", "quartermaster@localhost", entry.at(), ZoneOffset.UTC));
            commit.setMessage(entry.message() + KEY + ": " + entry.key() + "\n");
            ObjectId id = inserter.insert(commit);
            inserter.flush();
            RefUpdate update = repository.updateRef(HEAD);
            update.setNewObjectId(id);
            update.setExpectedOldObjectId(head == null ? ObjectId.zeroId() : head);
            RefUpdate.Result result = update.update();
            if (result != RefUpdate.Result.NEW && result != RefUpdate.Result.FAST_FORWARD) {
                throw new IOException("The record's branch moved meanwhile: " + result);
            }
        }
    }

    private static ObjectId tree(Repository repository, ObjectInserter inserter, @Nullable ObjectId head, Entry entry)
            throws IOException {
        DirCache index = DirCache.newInCore();
        DirCacheBuilder builder = index.builder();
        if (head != null) {
            keep(repository, head, builder, entry);
        }
        for (Map.Entry<String, String> file : entry.files().entrySet()) {
            DirCacheEntry line = new DirCacheEntry(file.getKey());
            line.setFileMode(FileMode.REGULAR_FILE);
            line.setObjectId(inserter.insert(Constants.OBJ_BLOB, file.getValue().getBytes(UTF_8)));
            builder.add(line);
        }
        builder.finish();
        return index.writeTree(inserter);
    }

    private static void keep(Repository repository, ObjectId head, DirCacheBuilder builder, Entry entry)
            throws IOException {
        try (ObjectReader reader = repository.newObjectReader();
                RevWalk walk = new RevWalk(reader);
                TreeWalk tree = new TreeWalk(reader)) {
            tree.addTree(walk.parseCommit(head).getTree());
            tree.setRecursive(true);
            while (tree.next()) {
                String path = tree.getPathString();
                boolean replaced = entry.files().containsKey(path) || entry.whole() && path.startsWith("config/");
                if (!replaced) {
                    DirCacheEntry line = new DirCacheEntry(path);
                    line.setFileMode(tree.getFileMode(0));
                    line.setObjectId(tree.getObjectId(0));
                    builder.add(line);
                }
            }
        }
    }

    @Override
    public void close() {
        git.close();
    }
}
