package dev.quartermaster.bot.slack.intake;

import dev.quartermaster.actions.Secret;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HexFormat;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Whether Slack signed this body lately. Source: Slack, "Verifying requests from Slack", version v0. A body replayed
 * within five minutes passes here and finds its row in the inbox.
 */
final class Signature {
    private static final Duration WINDOW = Duration.ofMinutes(5);
    private static final Pattern SECONDS = Pattern.compile("[1-9][0-9]{0,11}");
    private static final Pattern SHAPE = Pattern.compile("v0=[0-9a-f]{64}");
    private static final String ALGORITHM = "HmacSHA256";

    private final SecretKeySpec key;
    private final InstantSource clock;

    Signature(Secret secret, InstantSource clock) {
        this.key = new SecretKeySpec(secret.value().getBytes(StandardCharsets.UTF_8), ALGORITHM);
        this.clock = clock;
    }

    /** Cheap, before a byte of the body is read: well formed and within 300 s, past or future. */
    boolean plausible(String timestamp, String signature) {
        if (!SECONDS.matcher(timestamp).matches() || !SHAPE.matcher(signature).matches()) return false;
        long off = Math.abs(clock.instant().getEpochSecond() - Long.parseLong(timestamp));
        return off <= WINDOW.toSeconds();
    }

    boolean signed(String timestamp, String signature, byte[] body) {
        byte[] expected = ("v0=" + HexFormat.of().formatHex(sum(timestamp, body))).getBytes(StandardCharsets.US_ASCII);
        return MessageDigest.isEqual(expected, signature.getBytes(StandardCharsets.UTF_8));
    }

    private byte[] sum(String timestamp, byte[] body) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            mac.update(("v0:" + timestamp + ":").getBytes(StandardCharsets.US_ASCII));
            return mac.doFinal(body);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("HmacSHA256 is part of every JDK", e);
        }
    }
}
