package dev.quartermaster.bot.slack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.quartermaster.actions.CannotStart;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SlackSettingsTest {
    private static final List<String> NAMES = List.of(
            SlackSettings.SIGNING_SECRET, SlackSettings.BOT_TOKEN, SlackSettings.APP_TOKEN, SlackSettings.API_URL);

    @Test
    void everyCombinationEitherIsWholeOrSaysWhatIsMissing() {
        for (int bits = 0; bits < 16; bits++) {
            Map<String, String> set = new HashMap<>();
            for (int i = 0; i < 4; i++) {
                if ((bits >> i & 1) != 0) {
                    set.put(NAMES.get(i), i == 3 ? "http://127.0.0.1:1/api" : "value" + i);
                }
            }
            boolean signing = (bits & 1) != 0;
            boolean bot = (bits & 2) != 0;
            if (bits == 0) {
                assertThat(SlackSettings.read(set::get)).isEmpty();
            } else if (signing && bot) {
                Optional<SlackSettings> read = SlackSettings.read(set::get);
                assertThat(read).isPresent();
                assertThat(read.get().app() != null).isEqualTo((bits & 4) != 0);
                assertThat(read.get().api().toString()).endsWith("/api/");
            } else {
                assertThatThrownBy(() -> SlackSettings.read(set::get))
                        .isInstanceOf(CannotStart.class)
                        .satisfies(e -> assertThat(e.getMessage().contains(NAMES.get(0)))
                                .isEqualTo(!signing))
                        .satisfies(e -> assertThat(e.getMessage().contains(NAMES.get(1)))
                                .isEqualTo(!bot));
            }
        }
    }

    @Test
    void whateverElseIsSetASettingThatIsBlankIsNamedAndDoesNotStart() {
        int refused = 0;
        for (int number = 0; number < 81; number++) {
            Map<String, String> set = new HashMap<>();
            List<String> blank = new ArrayList<>();
            for (int i = 0, rest = number; i < 4; i++, rest /= 3) {
                if (rest % 3 == 1) {
                    set.put(NAMES.get(i), List.of("", " ", "\t\n").get(number % 3));
                    blank.add(NAMES.get(i));
                } else if (rest % 3 == 2) {
                    set.put(NAMES.get(i), i == 3 ? "http://127.0.0.1:1/api" : "value" + i);
                }
            }
            if (!blank.isEmpty()) {
                refused++;
                assertThatThrownBy(() -> SlackSettings.read(set::get))
                        .isInstanceOf(CannotStart.class)
                        .satisfies(e -> assertThat(NAMES)
                                .allMatch(name -> e.getMessage().contains(name) == blank.contains(name)));
            }
        }
        assertThat(refused).isEqualTo(65);
    }

    @Test
    void secretsAreNotPrinted() {
        Map<String, String> set = Map.of(SlackSettings.SIGNING_SECRET, "canary1", SlackSettings.BOT_TOKEN, "canary2");
        assertThat(SlackSettings.read(set::get).toString()).doesNotContain("canary");
    }

    @Test
    void addressThatIsNoneIsRefused() {
        for (String address : List.of("slack", "ftp://x/", "http://", "http://a b/")) {
            Map<String, String> set = Map.of(NAMES.get(0), "s", NAMES.get(1), "t", NAMES.get(3), address);
            assertThatThrownBy(() -> SlackSettings.read(set::get)).isInstanceOf(CannotStart.class);
        }
    }
}
