package dev.quartermaster.bot.observe;

import org.springframework.boot.actuate.autoconfigure.web.server.ConditionalOnManagementPort;
import org.springframework.boot.actuate.autoconfigure.web.server.ManagementPortType;
import org.springframework.boot.health.actuate.endpoint.HealthDescriptor;
import org.springframework.boot.health.actuate.endpoint.HealthEndpoint;
import org.springframework.boot.health.contributor.Status;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/**
 * Health where probes look for it, though metrics have a port of their own. There is no other way: Spring Boot moves all
 * endpoints at once, and a probe of another port than the one that serves says nothing about the one that serves.
 */
@RestController
@ConditionalOnManagementPort(ManagementPortType.DIFFERENT)
class HealthController {
    private final HealthEndpoint health;

    HealthController(HealthEndpoint health) {
        this.health = health;
    }

    /** Its status alone, as where both share a port. */
    record State(String status) {}

    @GetMapping("/actuator/health")
    ResponseEntity<State> whole() {
        return answer(health.health());
    }

    @GetMapping("/actuator/health/{group:liveness|readiness}")
    ResponseEntity<State> group(@PathVariable String group) {
        return answer(health.healthForPath(group));
    }

    private static ResponseEntity<State> answer(HealthDescriptor found) {
        Status status = found.getStatus();
        boolean down = status.equals(Status.DOWN) || status.equals(Status.OUT_OF_SERVICE);
        return ResponseEntity.status(down ? HttpStatus.SERVICE_UNAVAILABLE : HttpStatus.OK)
                .body(new State(status.getCode()));
    }
}
