package dev.quartermaster.intents.reading.slots;

import dev.quartermaster.intents.people.CaseFolding;
import dev.quartermaster.intents.people.Team;
import dev.quartermaster.intents.people.TeamId;
import dev.quartermaster.intents.reading.KnownSlot;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** Teams by name, title or channel, and {@code my team}; immutable. */
final class Teams {

    private static final Pattern MARK =
            Pattern.compile("<(?:#c|!subteam\\^s)[a-z0-9]+\\|[#@]?([\\w.-]+)>|(?<![\\w/#&])#([a-z][\\w-]{1,79})");
    private static final Pattern NAMED = Pattern.compile(
            "(?:^|[,;:.(] ?|\\b(?:for|to|of|by|from|in|is|give|let|allow|grant|and|with|on|why|has|does|did|what|commerce|behalf) )(?:the )?team ([a-z][a-z0-9-]{1,40})(?![a-z0-9-])");
    private static final Pattern SUFFIXED = Pattern.compile(
            "(?<![\\w-])([a-z][a-z0-9-]{1,40})(?:['’]s)?(?= (?:team|group|squad|crew|folks|department|dept|guild)\\b(?! (?:by|meeting)))");
    private static final Pattern MINE =
            Pattern.compile("\\bmy (?:whole |entire )?(?:team|group|squad)(?:['’]?s)?\\b|\\bour(?:"
                    + " (?:team|group|squad)(?:['’]?s)?)?\\b|\\bwe\\b|\\bus\\b");
    private static final Pattern MY_TEAM = Pattern.compile("\\b(?:my|our) (?:whole |entire )?(?:team|group|squad)\\b");

    private static final Pattern OF_ITS_KIND = Pattern.compile(
            " (?:scor\\w*|models?|modell?ing|equations?|stud(?:y|ies)|analys\\w+|rates?|curves?|factors?|maps?|assessments?|forecast\\w*|simulations?|detection|predictions?|appetite|hacking)\\b");
    /** Before a word that is more than a small one or what is asked of a team's use. */
    private static final Pattern COMPOUND = Pattern.compile(
            "(?<![\\w'’-])(?!(?:for|to|of|by|from|in|is|are|does|did|do|has|have|had|what|why|who|with|on|and|or|give|let|allow|grant|show|tell"
                    + "|spend|spent|usage|used|uses|cost|costs|bill|bills|budget|team|group|about|per|via|at|all|the|our|my|than|as|how|much|many|was|were|will|would"
                    + "|can|could|should|but|not|list|commerce|growth|risk|platform|charge|charged|down|like|please|pls|hi|hey|me|us)\\b)[a-z]{3,20} $");

    private static final Pattern ACTS = Pattern.compile(
            " (?:is|are|was|were|has|have|had|owns?|runs?|running|spends?|spent|uses?|used|needs?|wants?|already|does|did|people|team|members|folks|should|can|could|will|would|may|gets?|pays?|paid)\\b");

    private final Map<String, String> names = new HashMap<>();

    Teams(Map<TeamId, Team> teams) {
        teams.values().forEach(team -> {
            names.put(team.id().value(), team.id().value());
            names.put(CaseFolding.lower(team.title()), team.id().value());
            names.put(CaseFolding.lower(team.channel()), team.id().value());
        });
    }

    List<Mention> find(String text, String lower) {
        var found = new ArrayList<Mention>();
        for (var pattern : List.of(MARK, NAMED, SUFFIXED)) {
            var match = pattern.matcher(lower);
            while (match.find()) {
                var group = match.group(1) != null ? 1 : 2;
                var marked = pattern == MARK;
                var start = marked ? match.start() : match.start(group);
                add(match.group(group), text, start, marked ? match.end() : match.end(group), marked, found);
            }
        }
        if (found.isEmpty()) {
            known(text, lower, found);
        }
        if (found.isEmpty()) {
            for (var pattern : List.of(MY_TEAM, MINE)) {
                var match = pattern.matcher(lower);
                if (match.find()) {
                    found.add(Persons.mention(KnownSlot.TEAM, "mine", text, match.start(), match.end(), true));
                    break;
                }
            }
        }
        return found;
    }

    private void add(String name, String text, int start, int end, boolean marked, List<Mention> found) {
        var known = names.get(name);
        if (known != null || marked || !Stops.TEAM.contains(name)) {
            found.add(Persons.mention(KnownSlot.TEAM, known == null ? name : known, text, start, end, known != null));
        }
    }

    /** {@code crop growth equations}: a word like a team's that says of what kind something is. */
    private static boolean describes(String lower, int start, int end) {
        return OF_ITS_KIND.matcher(lower.substring(end)).lookingAt()
                || !ACTS.matcher(lower.substring(end)).lookingAt()
                        && COMPOUND.matcher(lower.substring(Math.max(0, start - 30), start))
                                .find();
    }

    private void known(String text, String lower, List<Mention> found) {
        var word = Phrases.WORD.matcher(lower);
        while (word.find()) {
            var name = Phrases.bare(word.group());
            var known = names.get(name);
            if (known != null && !describes(lower, word.start(), word.start() + name.length())) {
                found.add(
                        Persons.mention(KnownSlot.TEAM, known, text, word.start(), word.start() + name.length(), true));
            }
        }
    }
}
