package dev.quartermaster.bot.evaluation;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * What conversations came to. A turn is right where all that was wanted was done at once, or by one of the buttons offered
 * for each, nothing else was, and what had to be said was; a conversation is where all its turns are.
 */
final class PlayedScore {
    private final List<Played> played = new ArrayList<>();

    private record Played(Script script, List<PlayedTurn> turns) {}

    void add(Script script, List<PlayedTurn> turns) {
        played.add(new Played(script, turns));
    }

    long right() {
        return conversations().stream().filter(PlayedScore::right).count();
    }

    List<String> misses() {
        List<String> misses = new ArrayList<>();
        played.forEach(each -> each.turns().stream()
                .filter(turn -> !turn.right())
                .forEach(turn ->
                        misses.add(each.script().id() + " [" + each.script().kind() + "] " + turn.miss())));
        return misses;
    }

    /** Things done before any click that nobody asked for, by verb. */
    Map<String, Long> unasked() {
        return turns().stream()
                .flatMap(turn -> turn.unasked().stream())
                .collect(Collectors.groupingBy(each -> each.effect().intent(), TreeMap::new, Collectors.counting()));
    }

    private List<PlayedTurn> turns() {
        return conversations().stream().flatMap(List::stream).toList();
    }

    private List<List<PlayedTurn>> conversations() {
        return played.stream().map(Played::turns).toList();
    }

    private static boolean right(List<PlayedTurn> turns) {
        return turns.stream().allMatch(PlayedTurn::right);
    }

    @Override
    public String toString() {
        Map<String, List<List<PlayedTurn>>> kinds = new TreeMap<>();
        played.forEach(each -> kinds.computeIfAbsent(each.script().kind(), kind -> new ArrayList<>())
                .add(each.turns()));
        StringBuilder table = new StringBuilder();
        kinds.forEach((kind, each) -> table.append(line(kind, each)));
        return table.append(line("all", conversations()))
                .append("done unasked, before any click: ")
                .append(unasked().isEmpty() ? "nothing" : unasked())
                .toString();
    }

    private static String line(String kind, List<List<PlayedTurn>> conversations) {
        List<PlayedTurn> turns = conversations.stream().flatMap(List::stream).toList();
        return String.format(
                Locale.ROOT,
                "%-12s turns right %d of %d (%d by a click) · conversations right in every turn %d of %d · with"
                        + " something done unasked %d%n",
                kind,
                turns.stream().filter(PlayedTurn::right).count(),
                turns.size(),
                turns.stream().filter(turn -> turn.right() && turn.clicks() > 0).count(),
                conversations.stream().filter(PlayedScore::right).count(),
                conversations.size(),
                conversations.stream()
                        .filter(each ->
                                each.stream().anyMatch(turn -> !turn.unasked().isEmpty()))
                        .count());
    }
}
