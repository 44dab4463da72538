package dev.quartermaster.bot.git;

import dev.quartermaster.actions.provider.repository.GitFolder;
import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.concurrent.Semaphore;

/**
 * Stands before the git server: nothing reaches it but a request of the protocol with a password that opens the repository
 * it names, within its time, and not too many at once. Strangers are refused before they are counted.
 */
final class GitAccessFilter implements Filter {
    /** The request's attribute that carries the repository; set here only. */
    static final String REPOSITORY = GitAccessFilter.class.getName() + ".repository";

    private static final int TOO_MANY_REQUESTS = 429;
    private static final String PAGE = """
            This is the address of a git repository. To clone it:

                git clone %s

            git asks for a user name, which may be any, and a password: press "Show credentials" on the card in Slack that
            handed the repository over. After its end, members of its team read it with their API token as the password.
            """;

    private final GitAccess access;
    private final String address;
    private final Semaphore room;

    /** @param address of this program, as people's machines reach it */
    GitAccessFilter(GitAccess access, String address, int atOnce) {
        this.access = access;
        this.address = address;
        this.room = new Semaphore(atOnce);
    }

    @Override
    public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        HttpServletRequest asked = (HttpServletRequest) request;
        HttpServletResponse answer = (HttpServletResponse) response;
        Optional<GitRequest> git = GitRequest.of(asked);
        if (git.isPresent() && git.get().kind() == GitRequest.Kind.PAGE) {
            say(
                    answer,
                    HttpServletResponse.SC_OK,
                    PAGE.formatted(address + "/git/" + git.get().repository()));
            return;
        }
        Optional<GitFolder> repository = git.flatMap(access::opened);
        if (repository.isEmpty()) {
            answer.setHeader("WWW-Authenticate", "Basic realm=\"Quartermaster git\", charset=\"UTF-8\"");
            say(
                    answer,
                    HttpServletResponse.SC_UNAUTHORIZED,
                    "The password is what Show credentials gives, while it lasts.\n");
        } else if (repository.get().ended() && git.get().kind() == GitRequest.Kind.WRITE) {
            say(
                    answer,
                    HttpServletResponse.SC_FORBIDDEN,
                    "Its time is over: it can be read, and pushed to another one.\n");
        } else if (!room.tryAcquire()) {
            answer.setHeader("Retry-After", "10");
            say(answer, TOO_MANY_REQUESTS, "Many are cloning and pushing right now. Try again in a moment.\n");
        } else {
            try {
                asked.setAttribute(REPOSITORY, repository.get());
                Deadline deadline = Deadline.fromNow();
                chain.doFilter(deadline.on(asked), deadline.on(answer));
            } finally {
                room.release();
            }
        }
    }

    private static void say(HttpServletResponse answer, int status, String words) throws IOException {
        answer.setStatus(status);
        answer.setContentType("text/plain");
        answer.setCharacterEncoding(StandardCharsets.UTF_8);
        answer.setHeader("Cache-Control", "no-store");
        answer.getWriter().write(words);
    }
}
