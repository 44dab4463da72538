package dev.quartermaster.intents.reading.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quartermaster.intents.catalogue.Catalogue;
import dev.quartermaster.intents.catalogue.GoldenPath;
import dev.quartermaster.intents.catalogue.PathName;
import dev.quartermaster.intents.reading.Reader.Known;
import dev.quartermaster.intents.reading.Sample;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Somebody edits what a golden path says, and hears what the reader makes of it. */
class FindingsTest {

    private static final PathName BUCKET = new PathName("bucket");
    private static final PathName REPOSITORY = new PathName("repository");
    private static final List<PathName> FEW = List.of(BUCKET, REPOSITORY, new PathName("rstudio"));
    private static final int MOST = 20;
    private static final Embedder EMBEDDER = new Embedder();

    @Test
    void anExampleThatBelongsElsewhereIsReported() {
        var stray = "a git repository with pull requests and version control for my code";
        var findings = findings(edited(BUCKET, List.of(stray)));
        assertThat(findings).contains(new Finding.Misread("bucket", stray, "repository"));
        assertThat(new Finding.Misread("bucket", stray, "repository").words())
                .startsWith("bucket says \"a git repository")
                .contains("reads as repository")
                .endsWith("make it more particular or take it away.");
    }

    @Test
    void pathsThatSayTheSameAreReported() {
        var paths = Sample.KNOWN.catalogue().paths();
        assertThat(findings(edited(BUCKET, paths.get(REPOSITORY).says().subList(0, MOST))))
                .anyMatch(finding -> finding instanceof Finding.Confusable pair
                        && pair.one().equals("bucket")
                        && pair.other().equals("repository"));
    }

    @Test
    void whatBelongsWhereItStandsIsNotReported() {
        var more = List.of("an s3 bucket for the exported files", "object storage for two terabytes of images");
        assertThat(findings(edited(BUCKET, more)))
                .noneMatch(finding -> finding instanceof Finding.Misread misread && more.contains(misread.says()));
    }

    private static List<Finding> findings(Known known) {
        var cache = Path.of("target", "findings");
        return new Learning(Map.of(), List.of(), EMBEDDER, cache)
                .learn(known, null)
                .findings();
    }

    private static Known edited(PathName name, List<String> more) {
        var paths = new LinkedHashMap<PathName, GoldenPath>();
        for (var few : FEW) {
            var path = Sample.KNOWN.catalogue().paths().get(few);
            var says = new ArrayList<>(path.says().stream().limit(MOST).toList());
            says.addAll(few.equals(name) ? more : List.of());
            paths.put(few, saying(path, says));
        }
        return new Known(new Catalogue(paths, Sample.KNOWN.catalogue().datasets()), Sample.KNOWN.people());
    }

    private static GoldenPath saying(GoldenPath path, List<String> says) {
        return new GoldenPath(
                path.name(),
                path.version(),
                path.title(),
                path.owner(),
                path.about(),
                says,
                path.synonyms(),
                path.howTo(),
                path.parameters(),
                path.data(),
                path.parts(),
                path.price(),
                path.links(),
                path.idle(),
                path.start());
    }
}
