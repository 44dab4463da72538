package dev.quartermaster.bot.program;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.util.FileSystemUtils;
import tools.jackson.databind.JsonNode;

/** A notebook of this machine from the sentence to its end, with code that is run in it. */
class LocalNotebookTest {
    private static final String SENTENCE =
            "launch an environment that will allow me to build an experimental machine learning model";
    private static final boolean ROOT = "root".equals(System.getProperty("user.name"));

    private static Path folder;
    private static RunningProgram program;

    @BeforeAll
    static void start() throws IOException {
        boolean jupyter = Arrays.stream(System.getenv("PATH").split(":"))
                .anyMatch(each -> Files.isExecutable(Path.of(each, "jupyter-notebook"))
                        || Files.isExecutable(Path.of(each, "jupyter-lab")));
        if (!jupyter) {
            System.err.println("""

                    ############################################################################
                    #  NO JUPYTER FOUND: notebooks of this machine are SKIPPED and UNTESTED    #
                    #  Install one (Debian: apt-get install jupyter-notebook python3-psycopg2) #
                    ############################################################################
                    """);
            Assumptions.abort("no jupyter on this machine: its notebooks are not tested");
        }
        folder = Files.createTempDirectory("notebooks");
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString(ROOT ? "rwx--x--x" : "rwx------"));
        program = RunningProgram.start(
                "--QUARTERMASTER_LOCAL_NOTEBOOKS=allow", "--quartermaster.notebooks.folder=" + folder);
    }

    @AfterAll
    static void stop() throws IOException {
        if (program != null) {
            program.close();
        }
        if (folder != null) {
            FileSystemUtils.deleteRecursively(folder);
        }
    }

    @Test
    void aSentenceGivesANotebookThatReachesWhatItsLeaseReachesAndNothingElse() throws Exception {
        WorkspaceUser ana = new WorkspaceUser(program, "ana");
        ana.says(SENTENCE);
        JsonNode card = ana.sees("a real notebook on this machine, not in a cluster");
        String request = program.request("ana");
        Matcher link = Pattern.compile("<(http://127\\.0\\.0\\.1:[0-9]+/)\\|JupyterLab>")
                .matcher(card.toString());
        assertThat(link.find()).as(card.toString()).isTrue();
        String url = link.group(1);

        String token = revealed(ana, card, "home", "Token");
        List<String> processes;
        try (JupyterKernel kernel = new JupyterKernel(url, token)) {
            assertThat(kernel.run("""
                    import os, psycopg2
                    def ask(query):
                        with psycopg2.connect('') as session, session.cursor() as cursor:
                            cursor.execute(query)
                            return cursor.fetchone()[0]
                    print(ask('select count(*) > 100 from synthetic.customers'))""")).isEqualTo("True");
            assertThat(kernel.run("ask('select count(*) from customer.accounts')"))
                    .startsWith("InsufficientPrivilege")
                    .contains("permission denied");
            assertThat(kernel.run("print(*sorted(os.environ))").split(" "))
                    .as("what it has of an environment")
                    .contains("PGPASSWORD", "AWS_SECRET_ACCESS_KEY", "GIT_URL")
                    .allMatch(name ->
                            name.matches("(AWS|BUCKET|GIT|PG|JPY|MPL|QUARTERMASTER_NOTEBOOK|QUARTERMASTER_PARTS)"
                                    + ".*|HOME|LANG|LC_CTYPE|LOGNAME|PATH|SHELL|TMPDIR|USER|PWD|OLDPWD|SHLVL|_|.*TERM|CLICOLOR|.*COLOR"
                                    + "|PAGER|GIT_PAGER|PYDEVD.*|KERNEL.*"));
            assertThat(kernel.run("import subprocess; subprocess.run(['git', 'ls-remote', os.environ['GIT_URL'],"
                            + " 'main'], check=True); print('cloned' if 0 == subprocess.call(['git', 'clone', '-q',"
                            + " os.environ['GIT_URL'], 'work/cloned']) else 'not')"))
                    .endsWith("cloned");
            home(kernel);

            String key = revealed(ana, ana.sees("Show credentials"), "bucket", "Access key");
            revealed(ana, ana.sees("Show credentials"), "warehouse", "Password");
            assertThat(kernel.run("print(os.environ['AWS_ACCESS_KEY_ID'])"))
                    .as("the key that is shown ends the one before")
                    .isEqualTo(key);
            assertThat(kernel.run("print(ask('select 1'))")).isEqualTo("1");

            processes = List.of(kernel.run("""
                    child = subprocess.Popen(['setsid', 'sleep', '600'], close_fds=True)
                    print(os.getpid(), os.getppid(), child.pid)""").split(" "));
            assertThat(processes).hasSize(3).allMatch(LocalNotebookTest::runs);
        }
        assertThat(rowsWith(token)).as("rows that hold its token").isZero();

        program.types("ana", "stop " + request.replace("req-", "lease-"));
        program.eventually(() -> program.state(request).equals("ended"));
        assertThatThrownBy(() -> new Socket(
                                InetAddress.getLoopbackAddress(),
                                URI.create(url).getPort())
                        .close())
                .isInstanceOf(ConnectException.class);
        assertThat(processes).noneMatch(LocalNotebookTest::runs);
        assertThat(folder).isEmptyDirectory();
        assertThat(program.jdbc()
                        .sql("select count(*) from pg_roles where rolname like 'qm_local_%'")
                        .query(Integer.class)
                        .single())
                .isZero();
        ana.sees("The notebook on this machine was ended and its folder deleted");
    }

    /** As root only is it another user who reads. */
    private static void home(JupyterKernel kernel) throws InterruptedException {
        String listed = kernel.run("print('seen' if os.listdir('" + program.home() + "') else '')");
        String read = kernel.run("print(open('" + program.home() + "/workspace-signing.secret').read())");
        if (ROOT) {
            assertThat(List.of(listed, read)).allMatch(answer -> answer.startsWith("PermissionError"));
            assertThat(kernel.run("print(open('/proc/" + ProcessHandle.current().pid() + "/environ').read())"))
                    .startsWith("PermissionError");
        } else {
            assertThat(listed).isEqualTo("seen");
        }
    }

    private static String revealed(WorkspaceUser user, JsonNode card, String part, String label) {
        user.presses(card, "reveal:" + part);
        String form = user.patiently(
                () -> Optional.of(user.form().toString()).filter(each -> each.contains("*" + label + "*")));
        Matcher line = Pattern.compile("\\*" + label + "\\*\\\\n```([^`]*)```").matcher(form);
        assertThat(line.find()).as(label + " in " + form).isTrue();
        user.closes();
        return line.group(1);
    }

    /** What has ended and was not fetched by its parent runs no more. */
    private static boolean runs(String pid) {
        try {
            String status = Files.readString(Path.of("/proc/" + pid + "/status"), StandardCharsets.ISO_8859_1);
            return !status.matches("(?s).*\\nState:\\s+[ZX].*");
        } catch (IOException gone) {
            return false;
        }
    }

    private static int rowsWith(String secret) {
        return program.jdbc()
                .sql("""
                        select (select count(*) from slack_outbox t where t::text like :secret)
                            + (select count(*) from slack_inbox t where t::text like :secret)
                            + (select count(*) from lease_part t where t::text like :secret)
                            + (select count(*) from fact t where t::text like :secret)""")
                .param("secret", "%" + secret + "%")
                .query(Integer.class)
                .single();
    }
}
