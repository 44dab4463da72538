package dev.quartermaster.intents.reading.clauses;

import dev.quartermaster.intents.reading.Candidate;
import dev.quartermaster.intents.reading.KnownSlot;
import dev.quartermaster.intents.reading.Verb;
import dev.quartermaster.intents.reading.slots.Filling;
import java.util.LinkedHashMap;
import java.util.regex.Pattern;

/** A right to data beside what is to be started, where no dataset that is known is named: "a notebook that can see the payroll". */
public final class UnnamedData {

    private static final Pattern OPENED = Pattern.compile(
            "(?i)\\b(?:access (?:to|on) (?:(?:the|our|my|some|any|all|an?|this|that|their) )?(?:data|tables?|datasets?)"
                    + "|data access)\\b|\\b(?:that|which) (?:can|could|may|must|should|has to|needs to)"
                    + " (?<verb>see|read|query|access|reach|write to) (?:the|our|my|all|real)\\b"
                    + "(?! (?:internet|web|network|net|vpn|cluster|repository|repo|bucket|model|gpus?|link|dashboard)\\b)");

    private UnnamedData() {}

    public static boolean opens(ScoredClause clause) {
        return clause.found().first(KnownSlot.DATASET).isEmpty()
                && OPENED.matcher(clause.text()).find();
    }

    /** The right alone, with the name as it stands after "that can see". */
    public static Candidate right(ScoredClause clause, ClauseReader reader) {
        var grant = clause.as(Verb.GRANT, clause.odds());
        var slots = new LinkedHashMap<>(grant.slots());
        slots.remove(KnownSlot.DATASET);
        var said = OPENED.matcher(clause.text());
        if (said.find() && said.group("verb") != null) {
            var there = reader.found(clause.text().substring(said.start("verb")));
            Filling.of(Verb.GRANT, there).forEach((name, slot) -> {
                if (name == KnownSlot.DATASET) {
                    slots.put(name, slot);
                }
            });
        }
        return new Candidate(Verb.GRANT, slots, grant.confidence());
    }
}
