package dev.quartermaster.bot.workspace;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Who may come in, and what is still there after a restart. */
class DoorTest {
    @Test
    void onlyThisMachineUnderItsOwnNameIsLetIn() throws Exception {
        try (WorkspaceAndBot stage = new WorkspaceAndBot()) {
            int port = stage.workspace.port();
            assertThat(status(port, "GET / HTTP/1.1", "Host: localhost:" + port))
                    .isEqualTo(200);
            assertThat(status(port, "GET / HTTP/1.1", "Host: 127.0.0.1:" + port))
                    .isEqualTo(200);
            assertThat(status(port, "GET / HTTP/1.1", "Host: [::1]:" + port)).isEqualTo(200);
            for (String host :
                    List.of("quartermaster.example.com", "localhost.example.com", "127.0.0.1.example.com", "127.0.0.2"))
                for (String path :
                        List.of("/workspace/page/state", "/simulated/lease-aaaaaaaaaa", "/api/requests", "/x"))
                    assertThat(status(port, "GET " + path + " HTTP/1.1", "Host: " + host))
                            .as(host + path)
                            .isEqualTo(403);
            assertThat(status(port, "GET /simulated/lease-aaaaaaaaaa HTTP/1.1", "Host: localhost:" + port))
                    .isEqualTo(404);
            assertThat(status(port, "GET / HTTP/1.1", "Host: localhost", "X-Forwarded-For: 10.0.0.1"))
                    .isEqualTo(403);
        }
    }

    @Test
    void aForeignPageCannotActForAPerson() throws Exception {
        try (WorkspaceAndBot stage = new WorkspaceAndBot()) {
            int port = stage.workspace.port();
            String say = "POST /workspace/person/say HTTP/1.1";
            String here = "Host: localhost:" + port;
            String json = "Content-Type: application/json";
            assertThat(status(port, say, here, json, "Origin: http://localhost:" + port))
                    .isEqualTo(200);
            for (String origin :
                    List.of("https://example.com", "null", "http://localhost:1", "http://localhost.example.com"))
                assertThat(status(port, say, here, json, "Origin: " + origin))
                        .as(origin)
                        .isEqualTo(403);
            assertThat(status(port, say, here, json, "Sec-Fetch-Site: cross-site"))
                    .isEqualTo(403);
            assertThat(status(port, say, here, "Content-Type: text/plain")).isEqualTo(415);
        }
    }

    @Test
    void anAddressOfTheMachineThatIsNotLoopbackIsNotLetIn() throws Exception {
        var outside = NetworkInterface.networkInterfaces()
                .flatMap(NetworkInterface::inetAddresses)
                .filter(a -> !a.isLoopbackAddress() && !a.isLinkLocalAddress())
                .findFirst();
        try (WorkspaceAndBot stage = new WorkspaceAndBot()) {
            for (InetAddress address : outside.stream().toList())
                assertThat(refuses(address, stage.workspace.port()))
                        .as("%s", address)
                        .isTrue();
        }
    }

    @Test
    void whatWasSaidIsThereAfterARestartAndSecretsAreNot(@TempDir Path folder) throws Exception {
        String ts;
        try (WorkspaceAndBot before = new WorkspaceAndBot(folder)) {
            var slack = before.workspace.methods();
            ts = slack.chatPostMessage(r -> r.channel("U0ANA").text("a card")).getTs();
            slack.chatPostEphemeral(r -> r.channel("D0ANA").user("U0ANA").text("password canary-7f3a"));
            slack.viewsPublish(r -> r.userId("U0ANA").viewAsString(EchoBot.text("home.json")));
            before.workspace.person("ana", "read", Map.of("channel", "D0ANA"));
            slack.chatPostMessage(r -> r.channel("U0ANA").text("another"));
        }
        Path journal = folder.resolve("workspace.jsonl");
        Files.writeString(journal, Files.readString(journal) + "{\"kind\":\"message\",\"chan");
        assertThat(Files.readString(journal)).doesNotContain("canary-7f3a");
        try (WorkspaceAndBot after = new WorkspaceAndBot(folder)) {
            var slack = after.workspace.methods();
            assertThat(slack.chatUpdate(r -> r.channel("D0ANA").ts(ts).text("changed"))
                            .isOk())
                    .isTrue();
            assertThat(slack.conversationsHistory(r -> r.channel("D0ANA")).getMessages())
                    .extracting(m -> m.getText())
                    .containsExactly("another", "changed");
            var ana = after.workspace.read("state?as=ana").path("people").get(0);
            assertThat(ana.path("unread").path("D0ANA").intValue()).isEqualTo(1);
            assertThat(after.workspace.read("home?as=ana").path("view").path("blocks"))
                    .hasSize(5);
            String next =
                    slack.chatPostMessage(r -> r.channel("U0ANA").text("later")).getTs();
            assertThat(next).isGreaterThan(ts);
        }
    }

    private static boolean refuses(InetAddress address, int port) {
        try (Socket socket = new Socket(address, port)) {
            return !socket.isConnected();
        } catch (java.io.IOException e) {
            return true;
        }
    }

    /** By a bare socket, as a client library would not send these. */
    private static int status(int port, String request, String... headers) throws Exception {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            String body = request.startsWith("POST") ? "{}" : "";
            String head = request + "\r\n" + String.join("\r\n", headers) + "\r\nContent-Length: " + body.length()
                    + "\r\nConnection: close\r\n\r\n" + body;
            OutputStream out = socket.getOutputStream();
            out.write(head.getBytes(StandardCharsets.US_ASCII));
            out.flush();
            InputStream in = socket.getInputStream();
            String answer = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            return Integer.parseInt(answer.split(" ", 3)[1]);
        }
    }
}
