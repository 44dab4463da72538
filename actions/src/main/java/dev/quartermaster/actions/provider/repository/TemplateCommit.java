package dev.quartermaster.actions.provider.repository;

import dev.quartermaster.actions.provider.Order;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
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
import org.eclipse.jgit.lib.PersonIdent;
import org.eclipse.jgit.lib.RefUpdate;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.lib.StoredConfig;

/** A new bare repository with one commit. Written as objects: a bare repository has no files to add from. */
record TemplateCommit(Order order) {
    private static final String BRANCH = "main";

    void plant(Path folder, RepositoryTemplate template) throws IOException, GitAPIException {
        try (Git git = Git.init()
                .setBare(true)
                .setInitialBranch(BRANCH)
                .setGitDir(folder.toFile())
                .call()) {
            Repository repository = git.getRepository();
            commit(repository, template);
            mark(repository);
        }
    }

    private void commit(Repository repository, RepositoryTemplate template) throws IOException {
        try (ObjectInserter inserter = repository.newObjectInserter()) {
            PersonIdent author = new PersonIdent("Quartermaster", "quartermaster@localhost");
            CommitBuilder commit = new CommitBuilder();
            commit.setTreeId(tree(inserter, template));
            commit.setAuthor(author);
            commit.setCommitter(author);
            commit.setMessage("Start from the template " + template.name() + "\n\nLease: " + order.lease() + "\n");
            ObjectId id = inserter.insert(commit);
            inserter.flush();
            RefUpdate branch = repository.updateRef(Constants.R_HEADS + BRANCH);
            branch.setNewObjectId(id);
            branch.update();
        }
    }

    private static ObjectId tree(ObjectInserter inserter, RepositoryTemplate template) throws IOException {
        DirCache index = DirCache.newInCore();
        DirCacheBuilder builder = index.builder();
        for (Map.Entry<String, String> file : template.files().entrySet()) {
            DirCacheEntry entry = new DirCacheEntry(file.getKey());
            entry.setFileMode(FileMode.REGULAR_FILE);
            entry.setObjectId(
                    inserter.insert(Constants.OBJ_BLOB, file.getValue().getBytes(StandardCharsets.UTF_8)));
            builder.add(entry);
        }
        builder.finish();
        return index.writeTree(inserter);
    }

    /** Whose it is, readable with plain git and kept when it is moved away. */
    private void mark(Repository repository) throws IOException {
        StoredConfig config = repository.getConfig();
        config.setString("quartermaster", null, "lease", order.lease().value());
        config.setString("quartermaster", null, "part", order.part().name().value());
        config.setString("quartermaster", null, "owner", order.owner().id().value());
        config.save();
    }
}
