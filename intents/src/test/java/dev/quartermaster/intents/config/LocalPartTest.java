package dev.quartermaster.intents.config;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quartermaster.intents.catalogue.GoldenPath;
import dev.quartermaster.intents.catalogue.PathName;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What is made on the machine in place of a part takes its name and its turn; all else of the path stays as it is. */
class LocalPartTest {
    @Test
    void onlyWhereItsKindIsMadeItStandsInForThePart() {
        assertThat(kinds(Set.of())).containsExactly("kubernetes", "repository", "bucket", "grant");
        assertThat(kinds(Set.of("notebook"))).containsExactly("notebook", "repository", "bucket", "grant");

        GoldenPath.PartTemplate local = path(Set.of("notebook")).parts().getFirst();
        assertThat(local.name()).isEqualTo("home");
        assertThat(local.spec()).isEqualTo(Map.of("memory", "${p.memory}"));
        assertThat(local.ready()).isNull();
    }

    private static List<String> kinds(Set<String> madeHere) {
        return path(madeHere).parts().stream().map(each -> each.type().kind()).toList();
    }

    private static GoldenPath path(Set<String> madeHere) {
        return DefaultOrganisation.load(madeHere)
                .catalogue()
                .path(new PathName("data-science-experimentation"))
                .orElseThrow();
    }
}
