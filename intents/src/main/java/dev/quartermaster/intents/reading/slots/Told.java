package dev.quartermaster.intents.reading.slots;

import dev.quartermaster.intents.reading.KnownSlot;
import dev.quartermaster.intents.reading.text.Words;
import dev.quartermaster.intents.reading.time.TimeExpression.During;
import dev.quartermaster.intents.reading.time.TimeExpression.From;
import dev.quartermaster.intents.reading.time.TimeExpression.Until;
import java.time.LocalDate;
import java.util.regex.Pattern;

/** What somebody wants to be told: lists, spend, and what to look for. */
final class Told {

    private static final Pattern BY = Pattern.compile(
            "\\b(?:by|per|for each|by each|each|grouped by|split (?:by|per|across)|broken down (?:by|per)|breakdown (?:by|per))"
                    + " (person|people|user|member|head|analyst|project|path|golden path|team|dataset|day|week|month|resource|environment|env|purpose|cluster|notebook|kind|type)s?\\b|\\b(daily|weekly|monthly)\\b");
    private static final Pattern SPENDERS = Pattern.compile(
            "\\b((?:top |biggest |highest |largest |heaviest )?(?:\\d+ |three |five |ten )?(?:biggest )?spenders?|who (?:(?:in|of|on|from|at) (?:the |our |my )?[\\w-]{1,30} (?:team |group )?)?(?:spent|spends|used|uses|cost|burn\\w*)|which (?:of us|person|people|member)|biggest users?|heaviest users?)\\b");
    private static final Pattern TOP = Pattern.compile(
            "\\b(?:top|biggest|highest|largest) (\\d{1,3}|" + Counts.WORDS
                    + ")\\b|\\b(\\d{1,2}|three|five|ten) (?:biggest|most expensive|priciest|largest|highest|dearest|costliest)\\b");
    private static final Pattern RESOURCE = Pattern.compile(
            "\\b(gpu|cpu|storage|memory|ray|spark|notebook|warehouse|jupyter|rstudio|bucket|disk|compute|[aht]\\d{1,3})s?(?:['’]s)?\\b");
    private static final Pattern MYSELF = Pattern.compile(
            "\\b(i)\\b(?= (?:spent|spend|used|use|cost|costing|burn|burnt|burned|got through|run up|rack\\w* up)\\b)|\\b(?:have|did|am) (i)\\b|\\b(my)(?= (?:own |personal )?(?:spend|usage|costs?|bill|gpu|spending|consumption|notebook|cluster|burn)\\b)");

    /** Who may read something: that is what is listed. */
    private static final Pattern HOLDERS = Pattern.compile(
            "\\b(?:who(?:['’]s| all| else)?|everyone|everybody|anyone|people|persons)\\b.{0,60}\\b(?:access|reads?|writes?|see|sees|query|queries|rights?|permissions?)\\b");

    private Told() {}

    static void what(Slots slots) {
        var data = slots.found().first(KnownSlot.DATASET).filter(Mention::resolved);
        if (data.isPresent() && HOLDERS.matcher(Finds.lower(slots.text())).find()) {
            slots.put(KnownSlot.WHAT, data.get());
            return;
        }
        Queries.listed(slots.text()).ifPresent(words -> slots.put(KnownSlot.WHAT, Queries.plural(words.text()), words));
    }

    static void team(Slots slots) {
        slots.found()
                .first(KnownSlot.TEAM)
                .filter(team -> !team.value().equals("mine")
                        || Finds.lower(team.words().text()).length() > 3)
                .ifPresent(team -> slots.put(KnownSlot.TEAM, team));
    }

    static void find(Slots slots) {
        var dataset = slots.found()
                .first(KnownSlot.DATASET)
                .filter(mention -> mention.value()
                        .toString()
                        .equalsIgnoreCase(mention.words().text()));
        if (dataset.isPresent()) {
            slots.put(KnownSlot.QUERY, dataset.get().value(), dataset.get().words());
        } else {
            slots.words(KnownSlot.QUERY, Queries.find(slots.text()));
        }
    }

    /** Whose use: a team's or a person's. */
    static void whose(Slots slots) {
        slots.mentions(KnownSlot.TEAM, KnownSlot.PERSON);
        var team = slots.filled().get(KnownSlot.TEAM);
        if (team != null && team.value().equals("mine") && slots.has(KnownSlot.PERSON)) {
            slots.remove(KnownSlot.TEAM);
        }
        if (!slots.has(KnownSlot.TEAM) && !slots.has(KnownSlot.PERSON)) {
            var myself = Spans.first(MYSELF, slots.text());
            if (myself.isPresent()) {
                slots.put(KnownSlot.PERSON, "me", myself.get());
            } else {
                slots.assume(KnownSlot.TEAM, "mine");
            }
        }
    }

    static void top(Slots slots) {
        Spans.first(TOP, slots.text())
                .ifPresent(top -> slots.put(KnownSlot.TOP, Counts.value(Finds.lower(top.text())), top));
    }

    static void resource(Slots slots) {
        Spans.first(RESOURCE, slots.text())
                .filter(resource -> !slots.has(KnownSlot.BY)
                        || !slots.filled().get(KnownSlot.BY).words().contains(resource.text()))
                .ifPresent(resource -> slots.put(KnownSlot.RESOURCE, singular(resource.text()), resource));
    }

    private static String singular(String word) {
        var lower = Finds.lower(word);
        return lower.endsWith("s") ? lower.substring(0, lower.length() - 1) : lower;
    }

    static void by(Slots slots) {
        var by = Spans.first(BY, slots.text());
        if (by.isPresent()) {
            var value = switch (Finds.lower(by.get().text())) {
                case "people", "user", "member", "head", "analyst" -> "person";
                case "env" -> "environment";
                case "daily" -> "day";
                case "weekly" -> "week";
                case "monthly" -> "month";
                case "golden path" -> "path";
                default -> Finds.lower(by.get().text());
            };
            slots.put(KnownSlot.BY, value, by.get());
        } else {
            Spans.first(SPENDERS, slots.text()).ifPresent(words -> slots.put(KnownSlot.BY, "person", words));
        }
    }

    static void period(Slots slots) {
        var periods = slots.found().times().stream()
                .filter(During.class::isInstance)
                .map(During.class::cast)
                .toList();
        if (periods.isEmpty()) {
            stretch(slots);
            return;
        }
        var values = periods.stream().map(During::iso).distinct().toList();
        var first = periods.getFirst().words();
        var last = periods.getLast().words();
        var words = new Words(slots.text().substring(first.start(), last.end()), first.start(), last.end());
        slots.put(KnownSlot.PERIOD, values.size() == 1 ? values.getFirst() : values, words);
    }

    /** {@code from 1 to 10 March}: days of the past, where grammar took coming ones. */
    private static void stretch(Slots slots) {
        var from = slots.found().time(From.class);
        var until = slots.found().time(Until.class);
        if (from.isEmpty()) {
            return;
        }
        var today = slots.found().today();
        LocalDate first = from.get().day();
        LocalDate last = until.isPresent() ? until.get().day() : today;
        while (first.isAfter(today)) {
            first = first.minusYears(1);
            last = until.isPresent() ? last.minusYears(1) : last;
        }
        last = last.isBefore(first) ? today : last;
        slots.put(
                KnownSlot.PERIOD,
                first.equals(last) ? first.toString() : first + "/" + last,
                from.get().words());
    }
}
