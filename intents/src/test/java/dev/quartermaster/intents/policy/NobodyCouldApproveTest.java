package dev.quartermaster.intents.policy;

import static dev.quartermaster.intents.policy.Asking.read;
import static org.assertj.core.api.Assertions.assertThat;

import dev.quartermaster.intents.config.BundleFiles;
import dev.quartermaster.intents.policy.Verdict.Reason;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** A request that could only wait is refused at once, naming whom to ask. */
class NobodyCouldApproveTest {
    private final Map<String, String> files = new TreeMap<>(BundleFiles.ofJar());

    NobodyCouldApproveTest() throws IOException {}

    @Test
    void ownerWithoutADeputyCannotBeAnsweredByAnybody() {
        replace("data.yaml", "owner: dan\n    deputy: omar", "owner: dan");
        replace(
                "policies/data.yaml",
                "- ask: {by: dan, grant: sales.orders, for: 1d}",
                "- ask: {by: ana, grant: sales.orders, for: 1d}");
        Reason reason = reason(Asking.ofFiles(files).judge("dan", read("sales.orders", 14)));
        assertThat(reason.rule()).isEqualTo("nobody-could-approve");
        assertThat(reason.words()).contains("sales.orders", "nobody but you", "Omar");
    }

    @Test
    void twoSeatsWantTwoPersonsBesidesTheAsker() {
        replace("people.yaml", "platform-leads: [omar, pat, kim]", "platform-leads: [omar, pat]");
        Asking asking = Asking.ofFiles(files);
        var wish = asking.launch("data-science-experimentation", Duration.ofMinutes(60), "gpus=5");
        assertThat(asking.deciders(asking.judge("ana", wish), "ana")).containsExactly("omar|pat needed 2");
        Reason reason = reason(asking.judge("omar", wish));
        assertThat(reason.rule()).isEqualTo("nobody-could-approve");
        assertThat(reason.words()).contains("2 persons", "Pat");
    }

    @Test
    void somebodyInNoTeamHasNoBudgetToCharge() {
        replace("people.yaml", "members: [raj, lee]", "members: [lee]");
        Reason reason = reason(Asking.ofFiles(files).judge("raj", read("product.catalogue", 1)));
        assertThat(reason.rule()).isEqualTo("no-team");
    }

    private void replace(String file, String from, String to) {
        assertThat(files.get(file)).contains(from);
        files.put(file, files.get(file).replace(from, to));
    }

    private static Reason reason(Judgement judgement) {
        return ((Verdict.Refused) judgement.verdict()).reasons().getFirst();
    }
}
