package dev.quartermaster.intents.reading;

import dev.quartermaster.intents.catalogue.Catalogue;
import dev.quartermaster.intents.catalogue.GoldenPath;
import dev.quartermaster.intents.catalogue.PathName;
import dev.quartermaster.intents.config.DefaultOrganisation;
import dev.quartermaster.intents.people.PersonId;
import java.time.Instant;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The default organisation, with ana asking, and two small paths more where it has none of that name. */
public final class Sample {

    public static final ZoneId ZONE = ZoneId.of("Europe/London");
    /** A Wednesday morning. */
    public static final Instant NOW = Instant.parse("2026-03-11T10:30:00Z");

    public static final Reader.Known KNOWN = known();

    private Sample() {}

    public static Utterance says(String text) {
        return new Utterance(new EventKey("e"), new PersonId("ana"), new Place("D1", null), text, NOW, ZONE);
    }

    private static Reader.Known known() {
        var bundle = DefaultOrganisation.load();
        var paths = new LinkedHashMap<>(bundle.catalogue().paths());
        add(
                paths,
                path(
                        "sql-querying",
                        "SQL querying",
                        "",
                        List.of("query editor"),
                        "I just want to run a few SQL queries",
                        "somewhere to write sql against the warehouse"));
        add(
                paths,
                path(
                        "website",
                        "Website",
                        "You get a repository with a page in it, and every push is published.",
                        List.of("web site", "web page"),
                        "launch a website",
                        "host a small web page for my team"));
        return new Reader.Known(
                new Catalogue(paths, bundle.catalogue().datasets()),
                bundle.people(),
                bundle.organisation().images());
    }

    private static void add(Map<PathName, GoldenPath> paths, GoldenPath path) {
        paths.putIfAbsent(path.name(), path);
    }

    private static GoldenPath path(String name, String title, String howTo, List<String> synonyms, String... says) {
        var data = new GoldenPath.Data(Set.of(), List.of());
        return new GoldenPath(
                new PathName(name),
                1,
                title,
                "platform",
                title + ".",
                List.of(says),
                synonyms,
                howTo,
                List.of(),
                data,
                List.of(),
                Map.of(),
                List.of(),
                null,
                GoldenPath.Start.TOGETHER);
    }
}
