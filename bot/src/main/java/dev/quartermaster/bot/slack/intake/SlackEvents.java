package dev.quartermaster.bot.slack.intake;

import com.slack.api.bolt.response.Response;
import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * The HTTP address Slack posts everything to ({@code POST /slack/events}). Without the signature filter's mark on the
 * request nothing is looked at.
 */
@RestController
final class SlackEvents {
    private final Intake intake;

    SlackEvents(Intake intake) {
        this.intake = intake;
    }

    @PostMapping("/slack/events")
    ResponseEntity<String> arrived(HttpServletRequest request) {
        // Absent when the address was spelt so that the filter did not see it.
        if (!(request.getAttribute(SignatureFilter.BODY) instanceof byte[] bytes)) {
            return ResponseEntity.status(401).build();
        }
        Response answer = intake.take(new String(bytes, StandardCharsets.UTF_8));
        boolean json = answer.getContentType().startsWith(MediaType.APPLICATION_JSON_VALUE);
        return ResponseEntity.status(answer.getStatusCode())
                .contentType(json ? MediaType.APPLICATION_JSON : MediaType.TEXT_PLAIN)
                .body(answer.getBody() == null ? "" : answer.getBody());
    }
}
