package dev.quartermaster.bot.slack.text;

import java.util.Optional;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Turns Slack's mark-up of what a person wrote back into plain text: entities, {@code <@U1|ana>}, {@code <#C1|sales>},
 * {@code <https://…|…>}.
 */
public final class MarkupText {
    private static final Pattern REFERENCE = Pattern.compile("<([@#!]?)([^<>|]*)(?:\\|([^<>]*))?>");

    private MarkupText() {}

    /** @param names what a user is called; empty {@code Optional}: by their id; {@code ""}: leave the mention out */
    public static String plain(String text, Function<String, Optional<String>> names) {
        String named = REFERENCE.matcher(text).replaceAll(each -> Matcher.quoteReplacement(plain(each, names)));
        // PostgreSQL takes every character but NUL, and nobody means one; zero-width spaces come with what is copied.
        return named.replaceAll("[\\x00\\u200b\\ufeff]", "")
                .replace("&lt;", "<")
                .replace("&gt;", ">")
                .replace("&amp;", "&")
                .strip();
    }

    private static String plain(MatchResult reference, Function<String, Optional<String>> names) {
        String target = reference.group(2);
        Optional<String> label = Optional.ofNullable(reference.group(3));
        return switch (reference.group(1)) {
            case "@" ->
                // The label is what somebody calls themselves; only the id says who they are.
                names.apply(target)
                        .map(name -> name.isEmpty() ? "" : "@" + name)
                        .orElse("@" + target);
            case "#" -> "#" + label.orElse(target);
            case "!" -> label.orElseGet(() -> "@" + target.replaceFirst("\\^.*", ""));
            default -> target.startsWith("mailto:") ? target.substring("mailto:".length()) : target;
        };
    }
}
