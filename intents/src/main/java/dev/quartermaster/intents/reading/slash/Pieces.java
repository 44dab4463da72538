package dev.quartermaster.intents.reading.slash;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** A command line cut at blanks, what is quoted staying together. Slack turns straight quotes into curly ones. */
final class Pieces {

    private static final Pattern PIECE =
            Pattern.compile("(--[\\w-]+=)?[\"“”]([^\"“”]*)[\"“”](?=\\s|$)|'([^']*)'(?=\\s|$)|(\\S+)");

    private Pieces() {}

    static List<String> of(String line) {
        var pieces = new ArrayList<String>();
        var match = PIECE.matcher(line);
        while (match.find()) {
            if (match.group(1) != null) {
                pieces.add(match.group(1).substring(0, match.group(1).length() - 1));
            }
            var plain = match.group(4);
            if (plain == null) {
                pieces.add(match.group(2) != null ? match.group(2) : match.group(3));
            } else if (plain.startsWith("--") && plain.indexOf('=') > 2) {
                pieces.add(plain.substring(0, plain.indexOf('=')));
                pieces.add(plain.substring(plain.indexOf('=') + 1));
            } else {
                // An iPhone makes one dash out of two.
                pieces.add(plain.startsWith("—") ? "--" + plain.substring(1) : plain);
            }
        }
        return pieces;
    }
}
