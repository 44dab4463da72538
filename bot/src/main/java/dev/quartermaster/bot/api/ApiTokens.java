package dev.quartermaster.bot.api;

import dev.quartermaster.actions.CannotStart;
import dev.quartermaster.intents.people.MailAddress;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Which token is whose: a token is one address's, an address may have several. Compared in constant time; never printed. */
public record ApiTokens(List<Entry> entries) {
    /** @param email as written */
    public record Entry(String email, String token) {
        @Override
        public String toString() {
            return email;
        }
    }

    /** @throws CannotStart where two have one token, naming both and not the token: each would act as the other */
    public ApiTokens {
        entries = List.copyOf(entries);
        Map<String, String> owners = new HashMap<>();
        for (Entry entry : entries) {
            @Nullable String other = owners.putIfAbsent(entry.token(), entry.email());
            if (other != null && !MailAddress.of(other).matches(entry.email())) {
                throw new CannotStart("QUARTERMASTER_API_TOKENS: " + other + " and " + entry.email()
                        + " have the same token. Give each person a token of their own.");
            }
        }
    }

    /**
     * @param list {@code email=token,email=token}; blank: nobody has one
     * @throws CannotStart naming the entry's number, never its token
     */
    public static ApiTokens parse(String list) {
        List<Entry> entries = new ArrayList<>();
        int number = 0;
        for (String written : list.split(",")) {
            number++;
            if (written.isBlank()) {
                continue;
            }
            int equals = written.indexOf('=');
            String email = equals < 0 ? "" : written.substring(0, equals).strip();
            String token = written.substring(equals + 1).strip();
            if (email.isEmpty() || token.isEmpty()) {
                throw new CannotStart("QUARTERMASTER_API_TOKENS, entry " + number + ", is not email=token. Several are"
                        + " separated by commas.");
            }
            entries.add(new Entry(email, token));
        }
        return new ApiTokens(entries);
    }

    /** These and others. */
    public ApiTokens and(ApiTokens others) {
        List<Entry> all = new ArrayList<>(entries);
        all.addAll(others.entries);
        return new ApiTokens(all);
    }

    /** One token of each address: the last given. */
    public Map<String, String> byEmail() {
        Map<String, String> tokens = new LinkedHashMap<>();
        entries.forEach(entry -> tokens.put(entry.email(), entry.token()));
        return tokens;
    }

    public Optional<String> emailOf(String token) {
        byte[] given = token.getBytes(StandardCharsets.UTF_8);
        String found = null;
        for (Entry each : entries) {
            if (MessageDigest.isEqual(given, each.token().getBytes(StandardCharsets.UTF_8))) {
                found = each.email();
            }
        }
        return Optional.ofNullable(found);
    }
}
