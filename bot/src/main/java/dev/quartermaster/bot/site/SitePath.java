package dev.quartermaster.bot.site;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Names of directories and a file, decoded one by one from an address as it was sent.
 *
 * @param directory whether the address ends with a slash, or is empty
 */
record SitePath(List<String> names, boolean directory) {
    private static final int DEEPEST = 32;
    private static final int LONGEST = 2_000;

    /** @return empty: nothing is shown by that name, because none of a page's begins with a dot or holds a slash */
    static Optional<SitePath> of(String sent) {
        if (sent.length() > LONGEST) {
            return Optional.empty();
        }
        List<String> names = new ArrayList<>();
        boolean directory = sent.isEmpty() || sent.endsWith("/");
        for (String each : sent.split("/")) {
            Optional<String> name = name(each);
            if (name.isEmpty() && !sent.isEmpty()) {
                return Optional.empty();
            }
            name.ifPresent(names::add);
        }
        return names.size() > DEEPEST ? Optional.empty() : Optional.of(new SitePath(List.copyOf(names), directory));
    }

    private static Optional<String> name(String sent) {
        try {
            String name = URLDecoder.decode(sent.replace("+", "%2B"), StandardCharsets.UTF_8);
            boolean shown = !name.isEmpty()
                    && !name.startsWith(".")
                    && name.chars().noneMatch(each -> each == '/' || each == '\\' || Character.isISOControl(each));
            return shown ? Optional.of(name) : Optional.empty();
        } catch (IllegalArgumentException notEncoded) {
            return Optional.empty();
        }
    }

    SitePath index() {
        List<String> all = new ArrayList<>(names);
        all.add("index.html");
        return new SitePath(List.copyOf(all), false);
    }

    static SitePath missing() {
        return new SitePath(List.of("404.html"), false);
    }

    String file() {
        return names.getLast();
    }
}
