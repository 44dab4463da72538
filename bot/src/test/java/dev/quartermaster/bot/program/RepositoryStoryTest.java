package dev.quartermaster.bot.program;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** A repository from one sentence, used by the git command through what was handed over, until its end and after it. */
@Started(settings = "--quartermaster.git.largest-push=5MB")
class RepositoryStoryTest {
    private static RunningProgram program;

    @TempDir
    private Path folder;

    private record Given(String lease, String url, String password) {
        String with(String user, String secret) {
            return url.replaceFirst("://", "://" + user + ":" + secret + "@");
        }

        String open() {
            return with("ana", password);
        }
    }

    private record Ran(int status, String said) {}

    @BeforeAll
    static void start(RunningProgram started) {
        program = started;
    }

    @Test
    void whatIsPushedIsThereForTheNextCloneAndHooksThatLieThereDoNotRun() throws Exception {
        Given given = given("ana", "create a git repo called uplift-models for two weeks");
        assertThat(given.url()).endsWith("/git/" + given.lease() + "/uplift-models.git");
        Path marker = folder.resolve("hooked");
        Path hooks = kept(given).resolve("hooks");
        for (String hook : List.of("pre-receive", "update", "post-receive", "post-update")) {
            Path file = Files.createDirectories(hooks).resolve(hook);
            Files.writeString(file, "#!/bin/sh\ntouch " + marker + "\n");
            Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
        }

        pushes(given, "first");
        assertThat(git("clone", given.open(), "second").status()).isZero();

        assertThat(folder.resolve("second/work.txt")).hasContent("mine");
        assertThat(folder.resolve("second/README.md")).isNotEmptyFile();
        assertThat(folder.resolve("second/data.bin")).hasSize(3 << 20);
        assertThat(marker).doesNotExist();
    }

    @Test
    void aPushThatIsTooLargeIsRefusedWhole() throws Exception {
        Given given = given("lee", "git repo called big-files");
        assertThat(git("clone", given.open(), "big").status()).isZero();

        Ran refused = push("big", 6 << 20);

        assertThat(refused.status()).isNotZero();
        assertThat(refused.said()).contains("limit");
        assertThat(git("clone", given.open(), "after").status()).isZero();
        assertThat(folder.resolve("after/data.bin")).doesNotExist();
    }

    @Test
    void onlyTheLastTokenShownOpensItAndEverythingElseIsAnsweredAlike() throws Exception {
        Given one = given("iris", "git repo called returns-lab please");
        Given other = given("raj", "I need a git repository called risk-dashboards");

        assertThat(git("ls-remote", one.with("iris", one.password())).status()).isZero();
        for (String secret : List.of("wrong", other.password(), new WorkspaceUser(program, "iris").token())) {
            Ran refused = git("ls-remote", one.with("iris", secret));
            assertThat(refused.status()).isEqualTo(128);
            assertThat(refused.said()).contains("Authentication failed").doesNotContain(secret);
        }
        String missing = one.url().replace(one.lease(), "lease-zzzzzzzzzz");
        List<String> asked = new ArrayList<>();
        for (String address : List.of(one.url(), missing)) {
            for (String path : List.of(
                    "/info/refs?service=git-upload-pack",
                    "/info/refs?service=git-receive-pack",
                    "/info/refs",
                    "/HEAD",
                    "/config",
                    "/quartermaster-token",
                    "/objects/info/packs",
                    "/../" + other.lease() + "/risk-dashboards.git/info/refs?service=git-upload-pack",
                    "/%2e%2e/HEAD",
                    ";x=1/info/refs?service=git-upload-pack")) {
                asked.add(address + path);
            }
        }
        for (String address : asked) {
            for (String secret : List.of("", other.password())) {
                HttpResponse<String> answer = get(address, secret);
                assertThat(answer.statusCode()).as(address).isIn(400, 401);
                assertThat(answer.body())
                        .as(address)
                        .doesNotContain("ref: refs")
                        .doesNotContain("objects/");
                if (answer.statusCode() == 401) {
                    assertThat(answer.headers().firstValue("WWW-Authenticate"))
                            .hasValueSatisfying(value -> assertThat(value).startsWith("Basic "));
                }
            }
        }
        assertThat(get(one.url() + "/HEAD", one.password()).statusCode()).isEqualTo(401);
        assertThat(get(one.url(), "").body()).contains("git clone " + one.url());
        assertThat(get(missing, "").body()).contains("git clone " + missing);

        Given again = shown("iris", one);
        assertThat(git("ls-remote", again.with("iris", one.password())).status())
                .isEqualTo(128);
        assertThat(git("ls-remote", again.with("iris", again.password())).status())
                .isZero();
    }

    @Test
    void atItsEndTheTokenIsDeadAndTheTeamReadsItAtTheSamePlace() throws Exception {
        Given given = given("ana", "git repo called churn-features for a day");
        pushes(given, "work");

        program.clock(program.time().now().plus(Duration.ofHours(25)));
        assertThat(git("ls-remote", given.open()).status()).isEqualTo(128);
        program.eventually(() -> !Files.exists(kept(given)));

        new WorkspaceUser(program, "ana").sees("stays with the team growth");
        assertThat(git("ls-remote", given.open()).status()).isEqualTo(128);
        String iris = given.with("iris", new WorkspaceUser(program, "iris").token());
        assertThat(git("clone", iris, "kept").status()).isZero();
        assertThat(folder.resolve("kept/work.txt")).hasContent("mine");
        assertThat(git("-C", "kept", "push", "origin", "HEAD:other").said()).contains("403");
        String stranger = given.with("raj", new WorkspaceUser(program, "raj").token());
        assertThat(git("ls-remote", stranger).status()).isEqualTo(128);
    }

    private void pushes(Given given, String clone) throws Exception {
        assertThat(git("clone", given.open(), clone)).extracting(Ran::status).isEqualTo(0);
        Files.writeString(folder.resolve(clone).resolve("work.txt"), "mine");
        // Larger than what git sends in one piece.
        assertThat(push(clone, 3 << 20)).extracting(Ran::status).isEqualTo(0);
    }

    private Ran push(String clone, int bytes) throws Exception {
        byte[] random = new byte[bytes];
        new Random(bytes).nextBytes(random);
        Files.write(folder.resolve(clone).resolve("data.bin"), random);
        git("-C", clone, "add", ".");
        git("-C", clone, "-c", "user.name=Ana", "-c", "user.email=ana@example.com", "commit", "-m", "Work");
        return git("-C", clone, "push", "origin", "main");
    }

    private static Path kept(Given given) {
        String name = given.url().replaceFirst("^.*/", "");
        return program.home().resolve("repositories").resolve(given.lease() + "-" + name);
    }

    /** Said to the bot as signed HTTP; what its card then has. */
    private static Given given(String person, String sentence) {
        WorkspaceUser user = new WorkspaceUser(program, person);
        long before = program.jdbc()
                .sql("select count(*) from request")
                .query(Long.class)
                .single();
        user.says(sentence);
        program.eventually(() -> program.jdbc()
                        .sql("select count(*) from request")
                        .query(Long.class)
                        .single()
                > before);
        String lease = program.request(person).replace("req-", "lease-");
        Matcher url = Pattern.compile("http://localhost:\\d+/git/" + lease + "/[a-z0-9-]+\\.git")
                .matcher(user.sees("/git/" + lease).toString());
        assertThat(url.find()).isTrue();
        return shown(person, new Given(lease, url.group(), ""));
    }

    private static Given shown(String person, Given given) {
        WorkspaceUser user = new WorkspaceUser(program, person);
        user.presses(user.sees("/git/" + given.lease()), "reveal");
        Matcher password = Pattern.compile("(qmg-[0-9a-f]{40})").matcher("");
        JsonNode form = user.patiently(() -> Optional.of(user.form())
                .filter(view -> password.reset(view.toString()).find()
                        && !password.group(1).equals(given.password())));
        assertThat(form.toString()).contains("git clone " + given.url().replaceFirst("://", "://" + person + "@"));
        return new Given(given.lease(), given.url(), password.group(1));
    }

    private static HttpResponse<String> get(String address, String secret) throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(address));
        if (!secret.isEmpty()) {
            String both = Base64.getEncoder().encodeToString(("any:" + secret).getBytes(StandardCharsets.UTF_8));
            request.header("Authorization", "Basic " + both);
        }
        try (HttpClient http = HttpClient.newHttpClient()) {
            return http.send(request.build(), BodyHandlers.ofString());
        }
    }

    /** The command as people have it, with nothing of this machine's own settings. */
    private Ran git(String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of("git", "-c", "credential.helper="));
        command.addAll(List.of(arguments));
        Path said = Files.createTempFile(folder, "git", ".txt");
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(said.toFile());
        builder.environment()
                .putAll(Map.of(
                        "GIT_TERMINAL_PROMPT", "0",
                        "GIT_CONFIG_GLOBAL", "/dev/null",
                        "GIT_CONFIG_SYSTEM", "/dev/null",
                        "LC_ALL", "C"));
        Process process = builder.start();
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        return new Ran(process.exitValue(), Files.readString(said));
    }
}
