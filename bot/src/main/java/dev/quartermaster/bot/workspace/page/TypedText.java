package dev.quartermaster.bot.workspace.page;

import dev.quartermaster.bot.workspace.state.Conversations;
import dev.quartermaster.bot.workspace.state.WorkspacePeople;
import java.util.Locale;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Turns what a person types into the text an app gets from Slack: entities, mentions and, in messages, links. */
final class TypedText {
    private static final Pattern MENTION = Pattern.compile("(?<![\\w@.])@([A-Za-z][\\w-]*)");
    private static final Pattern CHANNEL = Pattern.compile("(?<![\\w&#])#([a-z0-9_-]+)");
    private static final Pattern LINK = Pattern.compile("https?://[^\\s<>|]+");
    private static final Pattern EMAIL = Pattern.compile("(?<![\\w.:/+-])[\\w.+-]+@[\\w-]+(?:\\.[\\w-]+)+");

    private final WorkspacePeople people;
    private final Conversations conversations;

    TypedText(WorkspacePeople people, Conversations conversations) {
        this.people = people;
        this.conversations = conversations;
    }

    String message(String typed) {
        String text = escaped(typed);
        text = EMAIL.matcher(text).replaceAll(m -> "<mailto:%1$s|%1$s>".formatted(m.group()));
        text = LINK.matcher(text).replaceAll(m -> Matcher.quoteReplacement("<" + m.group() + ">"));
        return references(text, "");
    }

    /** With "escape channels, users and links" on, as the app's manifest asks for. */
    String command(String typed) {
        return references(escaped(typed), "|");
    }

    private String references(String text, String separator) {
        Function<MatchResult, String> user = m -> {
            String name = m.group(1).toLowerCase(Locale.ROOT);
            String id = name.equals("quartermaster") || name.equals("qm")
                    ? WorkspacePeople.BOT_USER
                    : people.byAccountId(name).orElse("");
            String label = separator.isEmpty() ? "" : separator + name;
            return Matcher.quoteReplacement(id.isEmpty() ? m.group() : "<@" + id + label + ">");
        };
        Function<MatchResult, String> channel = m -> Matcher.quoteReplacement(conversations
                .find("#" + m.group(1))
                .map(c -> "<#" + c.id() + "|" + c.name() + ">")
                .orElse(m.group()));
        String withUsers = MENTION.matcher(text).replaceAll(user);
        return CHANNEL.matcher(withUsers).replaceAll(channel);
    }

    private static String escaped(String typed) {
        return typed.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }
}
