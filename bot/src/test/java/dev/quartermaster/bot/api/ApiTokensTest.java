package dev.quartermaster.bot.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.quartermaster.actions.CannotStart;
import java.util.List;
import org.junit.jupiter.api.Test;

class ApiTokensTest {
    @Test
    void twoPeopleWithOneTokenAreRefusedByNameAndTheTokenIsNotShown() {
        assertThatThrownBy(
                        () -> ApiTokens.parse("ana@example.com=canary, mia@example.com=other, kim@example.com=canary"))
                .isInstanceOf(CannotStart.class)
                .hasMessageContaining("ana@example.com and kim@example.com")
                .hasMessageNotContaining("canary");
    }

    @Test
    void onesWhoLookAlikeAreTwo() {
        assertThatThrownBy(() -> ApiTokens.parse("kim@example.com=canary,\u212aim@example.com=canary"))
                .isInstanceOf(CannotStart.class);
    }

    @Test
    void onePersonMayHaveTwoTokensAndOneTwice() {
        ApiTokens tokens = ApiTokens.parse("ana@example.com=one,Ana@example.com=two,ANA@example.com=one,");
        assertThat(tokens.emailOf("one")).isPresent();
        assertThat(tokens.emailOf("two")).contains("Ana@example.com");
        assertThat(tokens.emailOf("")).isEmpty();
        assertThat(tokens.toString()).doesNotContain("one").doesNotContain("two");
    }

    @Test
    void entryWithoutAddressOrTokenIsNamedByItsNumber() {
        for (String list :
                List.of("a@b.c=1,mia@example.com=", "a@b.c=1, =canary", "a@b.c=1,canary", "a@b.c=1,x@y.z= ")) {
            assertThatThrownBy(() -> ApiTokens.parse(list))
                    .as(list)
                    .isInstanceOf(CannotStart.class)
                    .hasMessageContaining("entry 2")
                    .hasMessageNotContaining("canary");
        }
    }
}
