package dev.quartermaster.bot.program;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quartermaster.actions.lease.Leases;
import dev.quartermaster.intents.people.PersonId;
import dev.quartermaster.intents.plan.LeaseId;
import dev.quartermaster.intents.plan.PartName;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A website from a sentence and from a command: opened by its link, changed by the git command, attacked, ended. */
@Sharing("asking")
@Order(8)
class WebsiteStoryTest {
    private static RunningProgram program;

    @TempDir
    private Path folder;

    private record Given(String request, String lease, String page) {
        PartName repository() {
            return new PartName("repository");
        }
    }

    @BeforeAll
    static void start(RunningProgram started) {
        program = started;
    }

    @Test
    void aSentenceGivesAPageThatAPushChangesUntilItsEnd() throws Exception {
        WorkspaceUser lee = new WorkspaceUser(program, "lee");
        lee.says("please launch a static site, name acme-demo");
        lee.sees("/acme-demo/");
        Given given = given("lee", "acme-demo");
        HttpResponse<String> first = get(given.page());
        assertThat(first.statusCode()).isEqualTo(200);
        assertThat(first.body()).contains("A new website");
        assertThat(first.headers().firstValue("Content-Type")).hasValue("text/html;charset=utf-8");
        assertThat(first.headers().firstValue("Content-Security-Policy").orElseThrow())
                .startsWith("sandbox allow-scripts allow-downloads; default-src http://localhost:")
                .doesNotContain("allow-same-origin")
                .contains("/site/" + given.lease() + "/acme-demo/ data:");
        assertThat(first.headers().firstValue("X-Content-Type-Options")).hasValue("nosniff");
        assertThat(first.headers().map().keySet()).doesNotContain("set-cookie", "access-control-allow-origin");
        String tag = first.headers().firstValue("ETag").orElseThrow();
        assertThat(get(given.page(), "If-None-Match", tag).statusCode()).isEqualTo(304);
        assertThat(get(given.page().replaceFirst("/$", "")).headers().firstValue("Location"))
                .hasValue("/site/" + given.lease() + "/acme-demo/");

        push("lee", given);

        HttpResponse<String> changed = get(given.page(), "If-None-Match", tag);
        assertThat(changed.statusCode()).isEqualTo(200);
        assertThat(changed.body()).isEqualTo("<h1>Ours</h1>");
        assertThat(get(given.page() + "pages/").body()).isEqualTo("deeper");
        assertThat(get(given.page() + "pages").headers().firstValue("Location"))
                .hasValue("/site/" + given.lease() + "/acme-demo/pages/");
        assertThat(get(given.page() + "with%20space+plus.CSS").headers().firstValue("Content-Type"))
                .hasValue("text/css;charset=utf-8");
        assertThat(get(given.page() + "model.bin").headers().firstValue("Content-Disposition"))
                .hasValue("attachment");
        assertThat(get(given.page() + "huge.txt").statusCode()).isEqualTo(403);
        assertThat(get(given.page() + "nowhere").statusCode()).isEqualTo(404);
        assertThat(get(given.page() + "nowhere").body()).contains("This website has no page of that name.");
        for (String hidden : List.of(
                ".gitignore",
                "passwd",
                "linked/",
                "%2e%2e/%2e%2e/HEAD",
                "..%2fHEAD",
                "pages/%00",
                "%zz",
                "index.html/x")) {
            assertThat(sent("GET", given.page() + hidden, "")).as(hidden).doesNotContain(" 200 ");
        }
        assertThat(sent("POST", given.page(), "")).contains(" 405 ");
        assertThat(sent("HEAD", given.page(), "")).contains(" 200 ").doesNotContain("Ours");
        assertThat(sent("GET", given.page(), "localhost:1")).contains(" 404 ").doesNotContain("Ours");

        program.types("lee", "stop " + given.lease());
        program.eventually(() -> program.state(given.request()).equals("ended"));
        assertThat(get(given.page()).statusCode()).isEqualTo(410);
        assertThat(get(given.page()).body()).contains("Its repository stays with the team");
        lee.sees("The repository acme-demo stays with the team risk");
    }

    @Test
    void aCommandGivesOneAndWhatIsNoPageIsNotShown() throws Exception {
        program.types("mia", "launch website --duration 2d");
        Given given = given("mia", "website");
        assertThat(get(given.page()).statusCode()).isEqualTo(200);
        program.types("dan", "launch repository --name plain-one --duration 2d");
        String other = program.request("dan");
        program.eventually(() -> program.state(other).equals("live"));

        String unpublished = given.page()
                .replace(given.lease(), other.replace("req-", "lease-"))
                .replace("/website/", "/plain-one/");
        for (String address : List.of(
                unpublished, given.page().replace(given.lease(), "lease-zzzzzzzzzz"), given.page() + "../other/")) {
            assertThat(get(address).statusCode()).as(address).isEqualTo(404);
        }
    }

    private static Given given(String person, String name) {
        String request = program.request(person);
        program.eventually(() -> program.state(request).equals("live"));
        program.eventually(() -> program.card(person, "status:" + request).contains("/site/"));
        Matcher url = Pattern.compile("http://localhost:\\d+/site/(lease-[a-z2-7]{10})/" + name + "/")
                .matcher(program.card(person, "status:" + request));
        assertThat(url.find()).isTrue();
        return new Given(request, url.group(1), url.group());
    }

    private void push(String person, Given given) throws Exception {
        Map<String, String> shown = program.context()
                .getBean(Leases.class)
                .reveal(new LeaseId(given.lease()), given.repository(), new PersonId(person))
                .orElseThrow()
                .lines();
        String url = shown.get("Command line")
                .replace("git clone ", "")
                .replace("://" + person + "@", "://" + person + ":" + shown.get("Password") + "@");
        git("clone", url, "site");
        Path site = folder.resolve("site");
        Files.writeString(site.resolve("index.html"), "<h1>Ours</h1>");
        Files.writeString(Files.createDirectories(site.resolve("pages")).resolve("index.html"), "deeper");
        Files.writeString(site.resolve("with space+plus.CSS"), "h1 {}");
        Files.writeString(site.resolve(".gitignore"), "none");
        Files.write(site.resolve("model.bin"), new byte[100]);
        Files.writeString(site.resolve("huge.txt"), "0123456789".repeat(1_100_000));
        Files.createSymbolicLink(site.resolve("passwd"), Path.of("/etc/passwd"));
        Files.createSymbolicLink(site.resolve("linked"), Path.of("pages"));
        git("-C", "site", "add", ".");
        git("-C", "site", "-c", "user.name=Lee", "-c", "user.email=lee@example.com", "commit", "-qm", "Ours");
        git("-C", "site", "push", "origin", "main");
    }

    private void git(String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of("git", "-c", "credential.helper="));
        command.addAll(List.of(arguments));
        Path said = Files.createTempFile(folder, "git", ".txt");
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(said.toFile());
        builder.environment().putAll(Map.of("GIT_TERMINAL_PROMPT", "0", "GIT_CONFIG_GLOBAL", "/dev/null"));
        Process process = builder.start();
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).as(Files.readString(said)).isZero();
    }

    private static HttpResponse<String> get(String address, String... headers) throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(address));
        for (int i = 0; i < headers.length; i += 2) {
            request.header(headers[i], headers[i + 1]);
        }
        try (HttpClient http = HttpClient.newHttpClient()) {
            return http.send(request.build(), BodyHandlers.ofString());
        }
    }

    /** As written here, which a client of Java's would mend. @param host empty: the address's own */
    private static String sent(String method, String address, String host) throws IOException {
        Matcher parts = Pattern.compile("http://(localhost:(\\d+))(/.*)").matcher(address);
        assertThat(parts.matches()).isTrue();
        try (Socket socket = new Socket("127.0.0.1", Integer.parseInt(parts.group(2)))) {
            socket.setSoTimeout(10_000);
            OutputStream out = socket.getOutputStream();
            String named = host.isEmpty() ? parts.group(1) : host;
            out.write((method + " " + parts.group(3) + " HTTP/1.1\r\nHost: " + named
                            + "\r\nConnection: close\r\nContent-Length: 0\r\n\r\n")
                    .getBytes(StandardCharsets.US_ASCII));
            InputStream in = socket.getInputStream();
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
