package dev.quartermaster.intents.reading.slots;

import dev.quartermaster.intents.reading.Reader.Known;
import java.util.ArrayList;
import java.util.List;

/**
 * Names the catalogue and the people know, found in words: by name, title or synonym. Built once for a catalogue,
 * because its phrases are; immutable and safe to share.
 */
public final class Names {

    private final Persons persons;
    private final Teams teams;
    private final Datasets datasets;
    private final Paths paths;

    public Names(Known known) {
        this.persons = new Persons(known.people());
        this.teams = new Teams(known.people().teams());
        this.datasets = new Datasets(known.catalogue(), persons);
        this.paths = new Paths(known.catalogue());
    }

    /** Everything named, of each kind the likeliest first; spans of different kinds may overlap. */
    List<Mention> find(String text) {
        var lower = Titles.blank(Finds.lower(text));
        var data = datasets.find(text, lower);
        var found = new ArrayList<>(persons.find(text, lower));
        found.addAll(teams.find(text, lower));
        found.addAll(data);
        found.addAll(paths.find(text, lower, data));
        found.replaceAll(mention -> LookAlikes.whole(text, mention));
        return found;
    }
}
