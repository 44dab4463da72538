package dev.quartermaster.bot.api;

import dev.quartermaster.actions.audit.Audit;
import dev.quartermaster.actions.bundle.Bundles;
import dev.quartermaster.intents.people.People;
import dev.quartermaster.intents.people.PeopleSource;
import dev.quartermaster.intents.people.Person;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Who calls the API, from the bearer token; and on whose behalf, which platform leads may do for reading only. */
@Component
class ApiCallers {
    private static final String BEARER = "Bearer ";

    private final ApiTokens tokens;
    private final Bundles bundles;
    private final Audit audit;

    ApiCallers(ApiTokens tokens, Bundles bundles, Audit audit) {
        this.tokens = tokens;
        this.bundles = bundles;
        this.audit = audit;
    }

    /** @throws ApiException 401 without a token that is somebody's, 503 while the source of people is broken */
    Person caller(@Nullable String authorization) {
        if (authorization == null || !authorization.startsWith(BEARER)) {
            throw new ApiException(HttpStatus.UNAUTHORIZED, "Send a token: Authorization: Bearer <token>.");
        }
        return tokens.emailOf(authorization.substring(BEARER.length()).strip())
                .flatMap(people()::byEmail)
                .orElseThrow(() -> new ApiException(
                        HttpStatus.UNAUTHORIZED, "That token is nobody's. Ask the platform team for yours."));
    }

    /** The person asked as: the caller, or for platform leads anybody; the latter is recorded. */
    @Transactional
    public Person as(Person caller, @Nullable String email, String what) {
        if (email == null || email.isBlank() || caller.has(email.strip())) {
            return caller;
        }
        People people = people();
        if (!people.isPlatformLead(caller.id())) {
            throw new ApiException(
                    HttpStatus.FORBIDDEN,
                    "Only platform leads may ask as somebody else. Leave \"as\" out to ask as yourself.");
        }
        Person other = people.byEmail(email.strip())
                .orElseThrow(
                        () -> new ApiException(HttpStatus.NOT_FOUND, "Nobody here has the address given in \"as\"."));
        audit.record("system", caller.id(), "asked-as", Map.of("as", other.id().value(), "what", what));
        return other;
    }

    private People people() {
        try {
            return bundles.read();
        } catch (PeopleSource.Broken broken) {
            throw new ApiException(HttpStatus.SERVICE_UNAVAILABLE, broken.getMessage());
        }
    }
}
