package dev.quartermaster.bot.slack.text;

import java.util.regex.Pattern;

/**
 * A piece of mrkdwn. Our own words come in by {@link #ours}, everybody else's by {@link #theirs}: no mention, link or
 * formatting of theirs survives. Source: Slack, "Formatting text with mrkdwn", escaping {@code & < >}.
 */
public record Mrkdwn(String value) {
    /** Marks that format; a zero-width space on both sides of each makes Slack print it. */
    private static final String MARKS = "*_~`";

    private static final String NOTHING = "\u200b";

    /** The colon that makes {@code :white_check_mark:} a picture or {@code https://} a link by itself. */
    private static final Pattern EMOJI_OR_LINK = Pattern.compile(":(?=[\\w+'-]+:|//)");

    /** Words of this code, mark-up included. */
    public static Mrkdwn ours(String markup) {
        return new Mrkdwn(markup);
    }

    /** Anybody's words: one line, printed as written. */
    public static Mrkdwn theirs(String text) {
        return new Mrkdwn(plain(text));
    }

    /**
     * A sentence of ours that may quote people: what stands between backticks, such as a command to type, is printed as
     * code; everything else as {@link #theirs}.
     */
    public static Mrkdwn said(String sentence) {
        String[] pieces = sentence.split("`", -1);
        if (pieces.length % 2 == 0) {
            return theirs(sentence);
        }
        StringBuilder said = new StringBuilder();
        for (int piece = 0; piece < pieces.length; piece++) {
            boolean code = piece % 2 == 1 && !pieces[piece].isBlank();
            said.append(code ? "`" + escape(oneLine(pieces[piece])) + "`" : plain(pieces[piece]));
        }
        return new Mrkdwn(said.toString());
    }

    /** Anybody's words as code, where marks are part of what they mean: {@code 0 9 * * 1-5}. */
    public static Mrkdwn code(String text) {
        return new Mrkdwn("`" + escape(oneLine(text.replace("`", ""))) + "`");
    }

    public static Mrkdwn bold(String text) {
        return new Mrkdwn("*" + plain(text) + "*");
    }

    /** Anybody's words, recognisable as a quotation: every line is behind a bar, so none passes for ours. */
    public static Mrkdwn quoted(String text) {
        return new Mrkdwn("> " + plain(text));
    }

    /**
     * A link from our own list.
     *
     * @throws IllegalArgumentException unless http or https and free of what would end the link early
     */
    public static Mrkdwn link(String url, String title) {
        if (!url.matches("https?://[^\\s|<>]+")) {
            throw new IllegalArgumentException("Not a link to hand out: " + url);
        }
        return new Mrkdwn("<" + escape(url) + "|" + plain(title).replace("|", "\u00a6") + ">");
    }

    public Mrkdwn and(Mrkdwn next) {
        return new Mrkdwn(value + next.value);
    }

    public Mrkdwn and(String ours) {
        return new Mrkdwn(value + ours);
    }

    /** Only what Slack asks for: enough where mrkdwn is off, and inside a link. */
    public static String escape(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }

    /** Escaped, on one line, and with every mark made harmless: {@code *approved*} is printed with its stars. */
    private static String plain(String text) {
        // After the invisible ones are gone: one of them inside :churn: would hide the pattern and then vanish.
        String escaped = EMOJI_OR_LINK.matcher(escape(oneLine(text))).replaceAll(":" + NOTHING);
        StringBuilder plain = new StringBuilder();
        for (int at = 0; at < escaped.length(); at++) {
            char each = escaped.charAt(at);
            if (MARKS.indexOf(each) >= 0 && !withinWord(escaped, at)) {
                plain.append(NOTHING).append(each).append(NOTHING);
            } else {
                plain.append(each);
            }
        }
        return plain.toString();
    }

    /** Slack leaves {@code gpu_kind} alone, and whoever copies it wants nothing invisible in it. */
    private static boolean withinWord(String text, int at) {
        return text.charAt(at) == '_'
                && at > 0
                && at < text.length() - 1
                && Character.isLetterOrDigit(text.charAt(at - 1))
                && Character.isLetterOrDigit(text.charAt(at + 1));
    }

    private static String oneLine(String text) {
        StringBuilder line = new StringBuilder();
        text.codePoints().filter(point -> !isDirection(point)).forEach(point -> {
            boolean breaks = Character.isISOControl(point) || isSeparator(point);
            line.appendCodePoint(breaks ? ' ' : point);
        });
        return line.toString();
    }

    private static boolean isSeparator(int point) {
        return point == '\u2028' || point == '\u2029';
    }

    /** Bidi controls: they would let a text print in another order than it is read. */
    private static boolean isDirection(int point) {
        return point >= 0x202a && point <= 0x202e
                || point >= 0x2066 && point <= 0x2069
                || point == 0x200e
                || point == 0x200f;
    }

    @Override
    public String toString() {
        return value;
    }
}
