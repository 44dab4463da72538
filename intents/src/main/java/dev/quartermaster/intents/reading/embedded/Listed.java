package dev.quartermaster.intents.reading.embedded;

import dev.quartermaster.intents.reading.KnownSlot;
import dev.quartermaster.intents.reading.slots.Found;
import dev.quartermaster.intents.reading.slots.Mention;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** Several things wanted with one verb: "a git repo, a bucket to go with it and a key for the shared llm". */
final class Listed {

    private static final Pattern NEXT = Pattern.compile(
            "(?:,|;|\\band\\b|\\bplus\\b|&|\\+|\\bas well as\\b|\\balong with\\b)\\s+(?:and |plus )?(?:also |then"
                    + " |maybe ){0,60}(?:(?:a|an|another|one|some|two|three)\\s+(?:[\\w-]+\\s+){0,3})$");
    private static final Pattern JOINED = Pattern.compile("^\\s+(?:and|plus|&)\\s+$");
    private static final Pattern A_SIZE = Pattern.compile("gpu|\\d|\\bcluster$|\\bnodes?$|\\bworkers?$");

    private Listed() {}

    static boolean several(Found found) {
        return things(found).size() > 1;
    }

    /** The text cut so that each piece names one thing; the pieces together are the text. */
    static List<String> pieces(Found found) {
        var text = found.text();
        var things = things(found);
        var pieces = new ArrayList<String>();
        var start = 0;
        for (var i = 1; i < things.size(); i++) {
            var end = cut(text, things.get(i));
            pieces.add(text.substring(start, end));
            start = end;
        }
        pieces.add(text.substring(start));
        return pieces;
    }

    private static int cut(String text, Mention thing) {
        var before = text.substring(0, thing.words().start()).toLowerCase(Locale.ROOT);
        var next = NEXT.matcher(before);
        return next.find()
                ? next.start()
                : before.replaceFirst("\\s+\\S+\\s+$", "").length();
    }

    /** The first thing named and those that stand beside it as its equals, not "with" it or inside its description. */
    private static List<Mention> things(Found found) {
        var named = found.mentions().stream()
                .filter(mention -> mention.slot().equals(KnownSlot.PATH))
                .filter(mention -> !A_SIZE.matcher(mention.words().text().toLowerCase(Locale.ROOT))
                        .find())
                .sorted(Comparator.comparingInt(mention -> mention.words().start()))
                .toList();
        var things = new ArrayList<Mention>();
        for (var mention : named) {
            if (things.isEmpty()
                    || beside(found.text(), things.getLast(), mention)
                            && things.stream().noneMatch(one -> one.value().equals(mention.value()))) {
                things.add(mention);
            }
        }
        return things;
    }

    private static boolean beside(String text, Mention before, Mention mention) {
        var between = text.substring(
                Math.min(before.words().end(), mention.words().start()),
                mention.words().start());
        return NEXT.matcher(between.toLowerCase(Locale.ROOT)).find()
                || JOINED.matcher(between.toLowerCase(Locale.ROOT)).matches();
    }
}
