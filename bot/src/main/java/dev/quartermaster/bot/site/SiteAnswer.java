package dev.quartermaster.bot.site;

import dev.quartermaster.actions.provider.OwnAddress;
import dev.quartermaster.actions.provider.website.PageAddress;
import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.slf4j.Logger;

/** What is sent for one request, always with what keeps a page apart from everything else at this address. */
final class SiteAnswer {
    static final String NOTHING =
            "There is no page here, or it is not ready. Open the link on its card in Slack; /qm list shows what you have.";

    private static final Duration LONGEST = Duration.ofSeconds(60);
    private static final int PIECE = 64 << 10;

    private final HttpServletRequest request;
    private final HttpServletResponse response;

    SiteAnswer(HttpServletRequest request, HttpServletResponse response, OwnAddress here) {
        this.request = request;
        this.response = response;
        response.setHeader("Content-Security-Policy", policy(request, here));
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setHeader("Referrer-Policy", "no-referrer");
        response.setHeader("Cache-Control", "no-cache");
    }

    /**
     * An opaque origin ({@code sandbox} without {@code allow-same-origin}) is stranger to our cookies and may read none of
     * our answers; and what it loads must lie in its own directory, so that its scripts do not even ask the rest.
     */
    private static String policy(HttpServletRequest request, OwnAddress here) {
        String own = PageAddress.of(request.getRequestURI())
                .filter(address -> here.named(request.getHeader("Host")))
                .map(address -> here.base().getScheme() + "://" + request.getHeader("Host") + address.directory()
                        + " data: blob: 'unsafe-inline' 'unsafe-eval'")
                .orElse("'none'");
        return "sandbox allow-scripts allow-downloads; default-src " + own
                + "; object-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";
    }

    void say(int status, String words) throws IOException {
        byte[] text = (words + "\n").getBytes(StandardCharsets.UTF_8);
        response.setStatus(status);
        response.setContentType("text/plain;charset=utf-8");
        response.setContentLength(text.length);
        write(text);
    }

    void busy(int status) throws IOException {
        response.setHeader("Retry-After", "5");
        say(status, "Many are reading pages right now. Try again in a moment.");
    }

    /** @param path of ours: an address of its own that begins with one slash */
    void lead(String path) {
        response.setStatus(HttpServletResponse.SC_FOUND);
        response.setHeader("Location", path);
    }

    void send(int status, String name, SiteTree.Found.File file, SiteTree tree) throws IOException {
        String tag = '"' + file.id().name() + '"';
        response.setHeader("ETag", tag);
        if (status == HttpServletResponse.SC_OK && tag.equals(request.getHeader("If-None-Match"))) {
            response.setStatus(HttpServletResponse.SC_NOT_MODIFIED);
            return;
        }
        SiteType type = SiteType.of(name);
        response.setStatus(status);
        response.setContentType(type.type());
        response.setContentLength(file.size());
        if (!type.shown()) {
            response.setHeader("Content-Disposition", "attachment");
        }
        write(request.getMethod().equals("HEAD") ? new byte[0] : tree.bytes(file));
    }

    void failed(IOException trouble, Logger log, PageAddress address) throws IOException {
        if (response.isCommitted()) {
            throw trouble;
        }
        log.warn(
                "Page of {} cannot be read: {}",
                address.lease(),
                trouble.getClass().getSimpleName());
        response.setHeader("ETag", null);
        say(
                HttpServletResponse.SC_INTERNAL_SERVER_ERROR,
                "This page cannot be read right now. Try again; if it stays so, tell the platform team.");
    }

    /** Whoever reads a byte at a time is cut off: others wait for the room. */
    private void write(byte[] bytes) throws IOException {
        if (request.getMethod().equals("HEAD")) {
            return;
        }
        long end = System.nanoTime() + LONGEST.toNanos();
        ServletOutputStream out = response.getOutputStream();
        for (int at = 0; at < bytes.length; at += PIECE) {
            if (System.nanoTime() - end > 0) {
                throw new IOException("A page was read for longer than " + LONGEST.toSeconds() + " seconds");
            }
            out.write(bytes, at, Math.min(PIECE, bytes.length - at));
        }
    }
}
