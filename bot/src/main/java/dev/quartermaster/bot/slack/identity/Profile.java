package dev.quartermaster.bot.slack.identity;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A Slack user as {@code users.info} gives it (https://docs.slack.dev/reference/objects/user-object). Read from the JSON, because
 * the SDK's type cannot tell an address that is not confirmed from one of which nothing is said.
 */
record Profile(JsonObject user) {
    String id() {
        return text(user, "id").orElse("");
    }

    boolean machine() {
        return is("is_bot") || is("is_workflow_bot") || is("is_connector_bot");
    }

    boolean stranger() {
        return is("is_stranger");
    }

    boolean guest() {
        return is("is_restricted") || is("is_ultra_restricted");
    }

    boolean deactivated() {
        return is("deleted");
    }

    /** Asked to join and has not: whoever holds the link may become it. */
    boolean invited() {
        return is("is_invited_user");
    }

    /** Slack says that nobody has shown the address to be theirs; false when it says nothing of it. */
    boolean unconfirmed() {
        return user.has("is_email_confirmed") && !is("is_email_confirmed");
    }

    Optional<String> team() {
        return text(user, "team_id");
    }

    Optional<String> enterprise() {
        return inside("enterprise_user").flatMap(each -> text(each, "enterprise_id"));
    }

    Optional<String> email() {
        return inside("profile").flatMap(each -> text(each, "email")).filter(each -> !each.isBlank());
    }

    Optional<ZoneId> zone() {
        try {
            return text(user, "tz").map(ZoneId::of);
        } catch (DateTimeException unknown) {
            return Optional.empty();
        }
    }

    private boolean is(String flag) {
        @Nullable JsonElement value = user.get(flag);
        return value != null && value.isJsonPrimitive() && value.getAsBoolean();
    }

    private Optional<JsonObject> inside(String name) {
        return Optional.ofNullable(user.get(name))
                .filter(JsonElement::isJsonObject)
                .map(JsonElement::getAsJsonObject);
    }

    private static Optional<String> text(JsonObject of, String name) {
        return Optional.ofNullable(of.get(name))
                .filter(JsonElement::isJsonPrimitive)
                .map(JsonElement::getAsString);
    }
}
