package dev.quartermaster.bot.api;

import dev.quartermaster.actions.CannotStart;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Which token is whose. Compared in constant time; never printed. */
public record ApiTokens(Map<String, String> byEmail) {
    public ApiTokens {
        byEmail = Map.copyOf(byEmail);
    }

    /**
     * @param list {@code email=token,email=token}; blank: nobody has one
     * @throws CannotStart naming the entry's number, never its token
     */
    public static ApiTokens parse(String list) {
        Map<String, String> tokens = new LinkedHashMap<>();
        int number = 0;
        for (String entry : list.split(",")) {
            number++;
            if (entry.isBlank()) {
                continue;
            }
            int equals = entry.indexOf('=');
            if (equals < 1 || entry.substring(equals + 1).isBlank()) {
                throw new CannotStart("QUARTERMASTER_API_TOKENS, entry " + number + ", is not email=token. Several are"
                        + " separated by commas.");
            }
            tokens.put(
                    entry.substring(0, equals).strip(),
                    entry.substring(equals + 1).strip());
        }
        return new ApiTokens(tokens);
    }

    Optional<String> emailOf(String token) {
        byte[] given = token.getBytes(StandardCharsets.UTF_8);
        String found = null;
        for (Map.Entry<String, String> each : byEmail.entrySet()) {
            if (MessageDigest.isEqual(given, each.getValue().getBytes(StandardCharsets.UTF_8))) {
                found = each.getKey();
            }
        }
        return Optional.ofNullable(found);
    }

    @Override
    public String toString() {
        return "ApiTokens" + byEmail.keySet();
    }
}
