package dev.quartermaster.bot.site;

import java.util.Locale;
import java.util.Map;

/** What a browser is told that a file is, by the end of its name; whatever is none of these is saved and not shown. */
record SiteType(String type, boolean shown) {
    private static final Map<String, String> TYPES = Map.ofEntries(
            Map.entry("html", "text/html;charset=utf-8"),
            Map.entry("htm", "text/html;charset=utf-8"),
            Map.entry("css", "text/css;charset=utf-8"),
            Map.entry("js", "text/javascript;charset=utf-8"),
            Map.entry("json", "application/json"),
            Map.entry("txt", "text/plain;charset=utf-8"),
            Map.entry("md", "text/plain;charset=utf-8"),
            Map.entry("csv", "text/plain;charset=utf-8"),
            Map.entry("svg", "image/svg+xml"),
            Map.entry("png", "image/png"),
            Map.entry("jpg", "image/jpeg"),
            Map.entry("jpeg", "image/jpeg"),
            Map.entry("gif", "image/gif"),
            Map.entry("webp", "image/webp"),
            Map.entry("avif", "image/avif"),
            Map.entry("ico", "image/x-icon"),
            Map.entry("mp3", "audio/mpeg"),
            Map.entry("mp4", "video/mp4"),
            Map.entry("webm", "video/webm"));

    static SiteType of(String file) {
        String type = TYPES.get(file.substring(file.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT));
        return type == null ? new SiteType("application/octet-stream", false) : new SiteType(type, true);
    }
}
