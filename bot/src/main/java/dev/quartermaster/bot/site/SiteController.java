package dev.quartermaster.bot.site;

import dev.quartermaster.actions.provider.OwnAddress;
import dev.quartermaster.actions.provider.website.PageAddress;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.eclipse.jgit.lib.ObjectId;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * Serves pages, to read and nothing else. Each answer, whatever it is, makes the browser run it in an origin of its own,
 * which has no cookies and reads nothing of what else is at this address.
 */
@RestController
class SiteController {
    private static final Logger LOG = LoggerFactory.getLogger(SiteController.class);
    private static final int TOO_MANY_REQUESTS = 429;

    private final SiteAccess access;
    private final OwnAddress here;
    /** Of strangers too: what else needs the database and memory must not wait for them. */
    private final Semaphore room = new Semaphore(8);
    /** With those that wait for it, because each of them holds a thread that Slack may need. */
    private final Semaphore door = new Semaphore(32);

    SiteController(SiteAccess access, OwnAddress here) {
        this.access = access;
        this.here = here;
    }

    @GetMapping({"/site", "/site/**"})
    void read(HttpServletRequest request, HttpServletResponse response) throws IOException, InterruptedException {
        SiteAnswer answer = new SiteAnswer(request, response, here);
        if (!here.named(request.getHeader("Host"))) {
            answer.say(
                    HttpServletResponse.SC_NOT_FOUND,
                    "Pages answer at their own address only. Open the link on its card in Slack.");
            return;
        }
        Optional<PageAddress> address = PageAddress.of(request.getRequestURI());
        if (address.isEmpty()) {
            Optional<PageAddress> begun = PageAddress.of(request.getRequestURI() + "/");
            if (begun.isPresent() && begun.get().rest().isEmpty()) {
                answer.lead(begun.get().directory());
            } else {
                answer.say(HttpServletResponse.SC_NOT_FOUND, SiteAnswer.NOTHING);
            }
        } else if (!door.tryAcquire()) {
            answer.busy(TOO_MANY_REQUESTS);
        } else {
            try {
                inTurn(address.get(), answer);
            } finally {
                door.release();
            }
        }
    }

    private void inTurn(PageAddress address, SiteAnswer answer) throws IOException, InterruptedException {
        if (!room.tryAcquire(2, TimeUnit.SECONDS)) {
            answer.busy(TOO_MANY_REQUESTS);
            return;
        }
        try {
            shown(address, answer);
        } finally {
            room.release();
        }
    }

    private void shown(PageAddress address, SiteAnswer answer) throws IOException {
        switch (access.of(address)) {
            case SiteAccess.Standing.Nothing none -> answer.say(HttpServletResponse.SC_NOT_FOUND, SiteAnswer.NOTHING);
            case SiteAccess.Standing.Over over ->
                answer.say(
                        HttpServletResponse.SC_GONE,
                        "This page is over: its time has ended. Its repository stays with the team that had it.");
            case SiteAccess.Standing.Published published -> {
                try (SiteTree tree = SiteTree.open(published.repository())) {
                    file(address, tree, answer);
                } catch (IOException unreadable) {
                    answer.failed(unreadable, LOG, address);
                }
            }
        }
    }

    private static void file(PageAddress address, SiteTree tree, SiteAnswer answer) throws IOException {
        Optional<ObjectId> root = tree.root();
        if (root.isEmpty()) {
            answer.say(
                    HttpServletResponse.SC_NOT_FOUND,
                    "Nothing is on the branch main yet. Push to it, and load this page again.");
            return;
        }
        Optional<SitePath> path = SitePath.of(address.rest());
        if (path.isEmpty()) {
            missing(root.get(), tree, answer);
            return;
        }
        SitePath wanted = path.get().directory() ? path.get().index() : path.get();
        switch (tree.find(root.get(), wanted)) {
            case SiteTree.Found.File file -> answer.send(HttpServletResponse.SC_OK, wanted.file(), file, tree);
            case SiteTree.Found.TooLarge large ->
                answer.say(
                        HttpServletResponse.SC_FORBIDDEN,
                        "This file is larger than the 10 MiB that a page's file may have. Put it into a bucket"
                                + " (/qm launch bucket).");
            case SiteTree.Found.Directory directory -> answer.lead(address.directory() + address.rest() + "/");
            case SiteTree.Found.Nothing none -> missing(root.get(), tree, answer);
        }
    }

    private static void missing(ObjectId root, SiteTree tree, SiteAnswer answer) throws IOException {
        if (tree.find(root, SitePath.missing()) instanceof SiteTree.Found.File file) {
            answer.send(HttpServletResponse.SC_NOT_FOUND, "404.html", file, tree);
        } else {
            answer.say(HttpServletResponse.SC_NOT_FOUND, "This website has no file of that name on the branch main.");
        }
    }
}
