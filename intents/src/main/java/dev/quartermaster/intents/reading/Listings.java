package dev.quartermaster.intents.reading;

import dev.quartermaster.intents.catalogue.DatasetName;
import dev.quartermaster.intents.intent.Intent;
import dev.quartermaster.intents.intent.Target;
import dev.quartermaster.intents.people.CaseFolding;
import dev.quartermaster.intents.people.TeamId;
import dev.quartermaster.intents.reading.Reader.Known;
import dev.quartermaster.intents.reading.text.Nearest;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Which list is meant: one's own, a team's, what waits for a yes, or who has access to data. Worst case of a wrong guess:
 * an answer to another question, which is why the words decide and not only what they look like.
 */
record Listings(Utterance utterance, Known known, Evidence.By by) {
    private static final Pattern WHO =
            Pattern.compile("\\bwho(?:'s|’s| all| else)?\\b[^?]{0,80}\\b(?:access|reads?|writes?"
                    + "|see|sees|query|queries|rights?|granted|permissions?)\\b");
    private static final Pattern WHOM_TO_ASK =
            Pattern.compile("\\bwho(?:m|ever)? (?:(?:do|should|must|can|could) (?:i|we)"
                    + "|owns?|approves?|decides?|gives?|grants?|signs?|has to)\\b");
    private static final Pattern WAITS =
            Pattern.compile("\\b(?:pending|waiting|waits?|awaiting|approvals?|undecided|to (?:approve|decide))\\b");
    private static final Pattern MINE = Pattern.compile("\\bmy (?:own )?(?:data\\w*|tables?|schemas?)\\b");
    private static final Pattern NAME = Pattern.compile("[a-z_][a-z0-9_]{0,62}\\.(?:[a-z_][a-z0-9_]{0,62}|\\*)");

    sealed interface Listed {
        record Of(Intent intent) implements Listed {}

        /** @param near the names of teams that are like it */
        record NoTeam(String name, List<String> near) implements Listed {}
    }

    Listed of(Candidate candidate) {
        var holders = holders(candidate);
        if (holders.isPresent()) {
            return new Listed.Of(holders.get());
        }
        var what = waits(candidate) ? Intent.Show.What.WAITING : Intent.Show.What.ALL;
        var team = candidate.slots().get(KnownSlot.TEAM);
        if (team == null || team.value().equals("mine")) {
            return new Listed.Of(new Intent.Show(what, new Target.Last(), team != null));
        }
        var teams = known.people().teams().keySet().stream()
                .map(TeamId::value)
                .sorted()
                .toList();
        var name = CaseFolding.lower(team.value().toString());
        return teams.contains(name)
                ? new Listed.Of(new Intent.Show(what, new Target.Last(), true, new TeamId(name)))
                : new Listed.NoTeam(team.value().toString(), Nearest.of(name, teams, 3));
    }

    /** Who has access to data; empty where that is not asked, or to what is not said. */
    Optional<Intent> holders(Candidate candidate) {
        if (by == Evidence.By.SLASH) {
            return candidate.verb() == Verb.LIST ? typed(candidate) : Optional.empty();
        }
        var text = CaseFolding.lower(utterance.text());
        if (!WHO.matcher(text).find() || WHOM_TO_ASK.matcher(text).find()) {
            return Optional.empty();
        }
        var named = named(candidate, text);
        return named.isPresent() || MINE.matcher(text).find()
                ? Optional.of(new Intent.Holders(named.orElse(null)))
                : Optional.empty();
    }

    private static Optional<Intent> typed(Candidate candidate) {
        var dataset = value(candidate, KnownSlot.DATASET);
        return "access".equals(value(candidate, KnownSlot.WHAT)) || dataset != null
                ? Optional.of(new Intent.Holders(dataset == null ? null : new DatasetName(dataset.toString())))
                : Optional.empty();
    }

    private boolean waits(Candidate candidate) {
        return "approvals".equals(value(candidate, KnownSlot.WHAT))
                || by != Evidence.By.SLASH
                        && WAITS.matcher(CaseFolding.lower(utterance.text())).find();
    }

    /** Named in a slot or in so many words; a dataset's other names count where they stand whole. */
    private Optional<DatasetName> named(Candidate candidate, String text) {
        return Stream.concat(
                        Stream.of(KnownSlot.DATASET, KnownSlot.TARGET, KnownSlot.QUERY)
                                .flatMap(slot -> names(String.valueOf(value(candidate, slot)))),
                        names(text))
                .map(DatasetName::new)
                .filter(name -> !known.catalogue().covered(name).isEmpty())
                .findFirst()
                .or(() -> known.catalogue().datasets().values().stream()
                        .filter(dataset -> dataset.synonyms().stream()
                                .anyMatch(
                                        name -> Pattern.compile("\\b" + Pattern.quote(CaseFolding.lower(name)) + "\\b")
                                                .matcher(text)
                                                .find()))
                        .map(dataset -> dataset.name())
                        .sorted()
                        .findFirst());
    }

    private static Stream<String> names(String text) {
        return NAME.matcher(CaseFolding.lower(text)).results().map(match -> match.group());
    }

    private static @Nullable Object value(Candidate candidate, KnownSlot slot) {
        var found = candidate.slots().get(slot);
        return found == null ? null : found.value();
    }
}
