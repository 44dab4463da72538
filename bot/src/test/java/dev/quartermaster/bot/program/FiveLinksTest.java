package dev.quartermaster.bot.program;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/** What one sentence hands over, and that each of its links answers when it is opened. */
@Sharing("asking")
@Order(9)
class FiveLinksTest {
    private static final Pattern LINK = Pattern.compile("<(https?://[^|>]+)\\|([^>]+)>");

    private static RunningProgram program;

    @BeforeAll
    static void start(RunningProgram started) {
        program = started;
    }

    @Test
    void oneSentenceGivesFiveLinksAndEachAnswers() throws IOException, InterruptedException {
        WorkspaceUser mia = new WorkspaceUser(program, "mia");
        mia.says("launch an environment that will allow me to build an experimental machine learning model");
        Map<String, String> links = new LinkedHashMap<>();
        Matcher found = LINK.matcher(mia.sees("SQL query page").toString());
        while (found.find()) {
            links.put(found.group(2), found.group(1));
        }

        assertThat(links)
                .containsOnlyKeys("JupyterLab", "VS Code", "Repository", "Bucket (how to reach it)", "SQL query page");
        try (HttpClient http = HttpClient.newHttpClient()) {
            for (String url : links.values()) {
                HttpResponse<String> answer =
                        http.send(HttpRequest.newBuilder(URI.create(url)).build(), BodyHandlers.ofString());
                assertThat(answer.statusCode()).as(url).isEqualTo(200);
                assertThat(answer.body()).as(url).isNotBlank();
            }
        }
        program.types("mia", "stop " + program.request("mia").replace("req-", "lease-"));
    }
}
