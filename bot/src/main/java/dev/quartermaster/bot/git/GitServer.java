package dev.quartermaster.bot.git;

import dev.quartermaster.actions.provider.FolderSize;
import dev.quartermaster.actions.provider.repository.GitFolder;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.time.Duration;
import org.eclipse.jgit.errors.RepositoryNotFoundException;
import org.eclipse.jgit.http.server.GitServlet;
import org.eclipse.jgit.http.server.resolver.AsIsFileService;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.storage.file.FileRepositoryBuilder;
import org.eclipse.jgit.transport.ReceivePack;
import org.eclipse.jgit.transport.UploadPack;

/**
 * The git server itself: it opens what {@link GitAccessFilter} let through and nothing by a name it was sent. Objects are
 * checked before they are taken, hooks are never run (JGit runs none that lie in a repository), files are never served as
 * they are.
 */
final class GitServer {
    /** Bytes of all that a repository may hold. */
    private static final long REPOSITORY = 500L << 20;
    /** A silent reader or writer is given up after this. */
    private static final int SILENCE = (int) Duration.ofSeconds(30).toSeconds();

    private GitServer() {}

    /** @param push bytes of one push, and so of an object in it */
    static GitServlet servlet(long push) {
        GitServlet servlet = new GitServlet();
        servlet.setRepositoryResolver((request, name) -> open(name, request));
        servlet.setAsIsFileService(AsIsFileService.DISABLED);
        servlet.setUploadPackFactory((request, repository) -> reading(repository));
        servlet.setReceivePackFactory((request, repository) -> writing(repository, push));
        return servlet;
    }

    private static Repository open(String name, HttpServletRequest request) throws RepositoryNotFoundException {
        if (!(request.getAttribute(GitAccessFilter.REPOSITORY) instanceof GitFolder hosted)) {
            throw new RepositoryNotFoundException(name);
        }
        try {
            return new FileRepositoryBuilder()
                    .setGitDir(hosted.folder().toFile())
                    .setMustExist(true)
                    .build();
        } catch (IOException gone) {
            throw new RepositoryNotFoundException(name, gone);
        }
    }

    private static UploadPack reading(Repository repository) {
        UploadPack reading = new UploadPack(repository);
        reading.setTimeout(SILENCE);
        return reading;
    }

    private static ReceivePack writing(Repository repository, long push) {
        ReceivePack writing = new ReceivePack(repository);
        writing.setTimeout(SILENCE);
        writing.setCheckReceivedObjects(true);
        writing.setMaxObjectSizeLimit(push);
        writing.setMaxPackSizeLimit(
                Math.clamp(REPOSITORY - FolderSize.of(repository.getDirectory().toPath()), 1, push));
        return writing;
    }
}
