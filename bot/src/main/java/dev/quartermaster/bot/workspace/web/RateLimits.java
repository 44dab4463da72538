package dev.quartermaster.bot.workspace.web;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/**
 * Slack's rate limits, https://docs.slack.dev/apis/web-api/rate-limits: one message a second and channel, tiers per minute for the rest. A
 * bucket starts full; its size is the burst, which Slack doesn't publish and which is taken generously here.
 */
final class RateLimits {
    private static final int MESSAGE_BURST = 5;
    private static final Set<String> TIER_4 = Set.of(
            "chat.postEphemeral",
            "users.info",
            "users.profile.get",
            "conversations.members",
            "views.open",
            "views.push",
            "views.update",
            "views.publish",
            "files.getUploadURLExternal",
            "files.completeUploadExternal");
    private static final Set<String> TIER_2 = Set.of("conversations.list", "users.list", "conversations.create");

    private final InstantSource clock;
    private final Map<String, Bucket> buckets = new HashMap<>();

    private record Bucket(double tokens, Instant at) {}

    private record Rate(double perSecond, double burst) {}

    RateLimits(InstantSource clock) {
        this.clock = clock;
    }

    /** Seconds to wait before the call may be repeated; 0 when it may go on. */
    synchronized int secondsToWait(String method, String channel) {
        boolean message = method.equals("chat.postMessage");
        Rate rate = message ? new Rate(1, MESSAGE_BURST) : tier(method);
        String key = message ? method + " " + channel : method;
        Instant now = clock.instant();
        Bucket before = buckets.getOrDefault(key, new Bucket(rate.burst(), now));
        double passed = Math.max(0, Duration.between(before.at(), now).toMillis() / 1_000.0);
        double tokens = Math.min(rate.burst(), before.tokens() + passed * rate.perSecond());
        boolean admitted = tokens >= 1;
        buckets.put(key, new Bucket(admitted ? tokens - 1 : tokens, now));
        return admitted ? 0 : (int) Math.max(1, Math.ceil((1 - tokens) / rate.perSecond()));
    }

    private static Rate tier(String method) {
        int perMinute = TIER_4.contains(method) ? 100 : TIER_2.contains(method) ? 20 : 50;
        return new Rate(perMinute / 60.0, perMinute * 3.0);
    }
}
