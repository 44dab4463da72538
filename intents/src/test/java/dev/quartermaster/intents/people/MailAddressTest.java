package dev.quartermaster.intents.people;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class MailAddressTest {
    @Test
    void asciiLettersMatchWhateverTheirCase() {
        assertThat(MailAddress.of("Kim@Example.com").matches("kIM@eXample.COM")).isTrue();
    }

    @Test
    void noOtherCharacterOfUnicodeMatchesALetterOfAscii() {
        int tried = 0;
        for (int each = 0x80; each <= Character.MAX_CODE_POINT; each++) {
            String letter = Character.toString(each);
            for (String mail : List.of("k@example.com", "iris@example.com", "ana@example.com")) {
                assertThat(MailAddress.of(mail).matches(letter + mail.substring(1)))
                        .as("U+%X", each)
                        .isFalse();
                assertThat(MailAddress.of(mail).matches(mail.replaceFirst("m$", letter)))
                        .as("U+%X", each)
                        .isFalse();
                tried++;
            }
        }
        assertThat(tried).isGreaterThan(3_000_000);
    }

    @Test
    void localPartThatIsNotAsciiMatchesAsWrittenOnly() {
        MailAddress renee = MailAddress.of("Ren\u00e9e@Example.com");
        assertThat(renee.matches("Ren\u00e9e@example.COM")).isTrue();
        assertThat(List.of(
                        "ren\u00e9e@example.com",
                        "Rene\u0301e@example.com",
                        "REN\u00c9E@example.com",
                        "Renee@example.com"))
                .noneMatch(renee::matches);
    }

    @Test
    void namesInLowerCaseStayAsLongAndNothingForeignBecomesAscii() {
        for (int each = 0; each <= Character.MAX_CODE_POINT; each++) {
            String lower = CaseFolding.lower(Character.toString(each));
            assertThat(lower.length()).as("U+%X", each).isEqualTo(Character.charCount(each));
            assertThat(each >= 0x80 && lower.codePointAt(0) < 0x80)
                    .as("U+%X", each)
                    .isFalse();
        }
        assertThat(CaseFolding.lower("\u00c9mile SINGH")).isEqualTo("\u00e9mile singh");
    }
}
