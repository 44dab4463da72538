package dev.quartermaster.bot.slack.stand;

import dev.quartermaster.bot.slack.Conversation;
import dev.quartermaster.bot.slack.Form;
import dev.quartermaster.bot.slack.SlackSettings;
import dev.quartermaster.bot.slack.SlackSettings.Secret;
import dev.quartermaster.bot.slack.outbox.Outbox;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.concurrent.ThreadLocalRandom;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.Lifecycle;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** One replica of the edge as it runs, behind real HTTP. What it hears goes to the {@link Conversation} handed in. */
public final class Edge implements AutoCloseable {
    public static final String SECRET = "8f742231b10e8888abcd99yyyzzz85a5";

    private final ConfigurableApplicationContext context;
    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private Edge(ConfigurableApplicationContext context) {
        this.context = context;
    }

    public static Edge start(String database, FakeSlack slack, Conversation conversation, Form form) {
        return start(
                database,
                new SlackSettings(new Secret(SECRET), new Secret("xoxb-test"), null, slack.url()),
                conversation,
                form);
    }

    /** Over Socket Mode besides. */
    public static Edge overSocket(String database, FakeSlack slack, Listener listener) {
        SlackSettings settings =
                new SlackSettings(new Secret(SECRET), new Secret("xoxb-test"), new Secret("xapp-test"), slack.url());
        return start(database, settings, listener, listener);
    }

    private static Edge start(String database, SlackSettings settings, Conversation conversation, Form form) {
        return new Edge(new SpringApplicationBuilder(EdgeApplication.class)
                .initializers(context -> {
                    context.getBeanFactory().registerSingleton("slackSettings", settings);
                    context.getBeanFactory().registerSingleton("conversation", conversation);
                    if (form != conversation) context.getBeanFactory().registerSingleton("form", form);
                })
                .run(
                        "--server.port=0",
                        "--server.address=127.0.0.1",
                        "--spring.datasource.url=" + database,
                        "--spring.datasource.username=postgres",
                        "--spring.main.banner-mode=off",
                        "--db-scheduler.enabled=false"));
    }

    public <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    public Outbox outbox() {
        return bean(Outbox.class);
    }

    public JdbcClient jdbc() {
        return bean(JdbcClient.class);
    }

    public long count(String sql) {
        return jdbc().sql(sql).query(Long.class).single();
    }

    public void inTransaction(Runnable work) {
        new TransactionTemplate(bean(PlatformTransactionManager.class)).executeWithoutResult(status -> work.run());
    }

    /** As if killed after the 200: nothing is worked until {@link #work}. */
    public void idle() {
        ((Lifecycle) context.getBean("workers")).stop();
    }

    public void work() {
        ((Lifecycle) context.getBean("workers")).start();
    }

    public void silent() {
        ((Lifecycle) context.getBean("senders")).stop();
    }

    public void send() {
        ((Lifecycle) context.getBean("senders")).start();
    }

    public HttpResponse<String> event(String json) {
        return signed("application/json", json);
    }

    public HttpResponse<String> form(String form) {
        return signed("application/x-www-form-urlencoded", form);
    }

    public HttpResponse<String> interaction(String json) {
        return form("payload=" + URLEncoder.encode(json, StandardCharsets.UTF_8));
    }

    private HttpResponse<String> signed(String type, String body) {
        String now = "" + Instant.now().getEpochSecond();
        return post(type, body, now, signature(SECRET, now, body));
    }

    public HttpResponse<String> post(String type, String body, String timestamp, String signature) {
        try {
            return http.send(
                    HttpRequest.newBuilder(uri())
                            .header("Content-Type", type)
                            .header("X-Slack-Request-Timestamp", timestamp)
                            .header("X-Slack-Signature", signature)
                            .POST(HttpRequest.BodyPublishers.ofString(body))
                            .build(),
                    HttpResponse.BodyHandlers.ofString());
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    public URI uri() {
        int port = ((WebServerApplicationContext) context).getWebServer().getPort();
        return URI.create("http://127.0.0.1:" + port + "/slack/events");
    }

    public static String signature(String secret, String timestamp, String body) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            byte[] sum = mac.doFinal(("v0:" + timestamp + ":" + body).getBytes(StandardCharsets.UTF_8));
            return "v0=" + HexFormat.of().formatHex(sum);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    public static String unique() {
        return Long.toString(ThreadLocalRandom.current().nextLong(Long.MAX_VALUE), 36)
                .toUpperCase();
    }

    @Override
    public void close() {
        http.close();
        context.close();
    }
}
