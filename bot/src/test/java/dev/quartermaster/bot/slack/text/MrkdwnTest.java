package dev.quartermaster.bot.slack.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class MrkdwnTest {
    /** What Slack turns into a mention, a link, an emoji or a new line that could pass for ours. */
    private static final Pattern ALIVE =
            Pattern.compile("[<>\\n\\r\\u2028\\u2029\\u202a-\\u202e]|https?://|:[\\w+'-]+:");

    private static final List<String> PIECES = List.of(
            "<!channel>",
            "<!here|here>",
            "<@U0OMAR>",
            "<https://evil.example|Approve>",
            "https://evil.example",
            ":white_check_mark:",
            "*approved*",
            "_by omar_",
            "```",
            "\n",
            "\r\n",
            "\u2028",
            "\u202e",
            "&lt;!channel&gt;",
            "&amp;",
            "<",
            ">",
            "&",
            "|",
            ":",
            "churn",
            " ",
            "é",
            "😀",
            "\u0000");

    @Test
    void nothingOfTenThousandTextsStaysAlive() {
        Random random = new Random(11);
        for (int i = 0; i < 10_000; i++) {
            StringBuilder text = new StringBuilder();
            for (int n = random.nextInt(1, 12); n > 0; n--) text.append(PIECES.get(random.nextInt(PIECES.size())));
            String theirs = Mrkdwn.theirs(text.toString()).value();
            assertThat(ALIVE.matcher(theirs).find()).as(theirs).isFalse();
            // Undone once, as Slack does for display, it is again only text.
            assertThat(theirs).doesNotContainPattern("&(?!amp;|lt;|gt;)");
        }
    }

    @Test
    void wordsAreStillReadable() {
        assertThat(Mrkdwn.theirs("churn study, 17:00 & more").value()).isEqualTo("churn study, 17:00 &amp; more");
        assertThat(Mrkdwn.bold("sales.orders")
                        .and(" for ")
                        .and(Mrkdwn.theirs("a < b"))
                        .value())
                .isEqualTo("*sales.orders* for a &lt; b");
    }

    @Test
    void whatIsCopiedHasNothingInvisibleInIt() {
        assertThat(Mrkdwn.theirs("--gpu_kind RAY_AUTH_TOKEN").value()).isEqualTo("--gpu_kind RAY_AUTH_TOKEN");
        assertThat(Mrkdwn.theirs("_by omar_").value()).doesNotContain("_by").doesNotContain("omar_");
        assertThat(Mrkdwn.said("Type `/qm launch <path>` or *ask*").value())
                .isEqualTo("Type `/qm launch &lt;path&gt;` or \u200b*\u200bask\u200b*\u200b");
        assertThat(Mrkdwn.said("one ` alone").value())
                .isEqualTo(Mrkdwn.theirs("one ` alone").value());
        assertThat(MarkupText.plain("launch ray-cluster --gpu\u200b_\u200bkind a100", user -> Optional.empty()))
                .isEqualTo("launch ray-cluster --gpu_kind a100");
    }

    @Test
    void linksComeFromOurListOnly() {
        assertThat(Mrkdwn.link("https://lab.example.com/a?b=1&c=2", "Jupyter|Lab>")
                        .value())
                .isEqualTo("<https://lab.example.com/a?b=1&amp;c=2|Jupyter¦Lab&gt;>");
        for (String url : List.of("javascript:alert(1)", "https://a b", "https://a|b", "https://a>b", "ftp://a")) {
            assertThatThrownBy(() -> Mrkdwn.link(url, "x")).isInstanceOf(IllegalArgumentException.class);
        }
    }

    @Test
    void whatSlackMadeOfWordsIsUndone() {
        assertThat(MarkupText.plain(
                        "<@U1> give <@U2|dan> <#C1|sales> <!subteam^S1|@leads> <!here> 1 &lt; 2 &amp;amp; <http://x.io|x>",
                        user -> user.equals("U1") ? Optional.of("") : Optional.empty()))
                .isEqualTo("give @U2 #sales @leads @here 1 < 2 &amp; http://x.io");
    }
}
