package dev.quartermaster.bot.slack.in;

import com.slack.api.bolt.util.QueryStringParser;
import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** Everything Slack posts arrives at one address. Without the filter's word nothing is even looked at. */
@RestController
final class SlackEvents {
    private final Reception reception;

    SlackEvents(Reception reception) {
        this.reception = reception;
    }

    @PostMapping("/slack/events")
    ResponseEntity<String> arrived(HttpServletRequest request) {
        // Absent when the address was spelt so that the filter did not see it.
        if (!(request.getAttribute(SignatureFilter.BODY) instanceof byte[] bytes)) {
            return ResponseEntity.status(401).build();
        }
        Reply reply = reply(request.getContentType(), new String(bytes, StandardCharsets.UTF_8));
        return ResponseEntity.status(reply.status())
                .contentType(reply.json() ? MediaType.APPLICATION_JSON : MediaType.TEXT_PLAIN)
                .body(reply.body());
    }

    private Reply reply(String type, String body) {
        if (type == null || !type.startsWith(MediaType.APPLICATION_FORM_URLENCODED_VALUE)) {
            return reception.event(body);
        }
        try {
            Map<String, List<String>> form = QueryStringParser.toMap(body);
            if (form.containsKey("payload")) {
                return reception.interaction(form.get("payload").getFirst());
            }
            return form.containsKey("ssl_check") ? Reply.OK : reception.command(body);
        } catch (IllegalArgumentException malformed) {
            return Reply.STRANGE;
        }
    }
}
