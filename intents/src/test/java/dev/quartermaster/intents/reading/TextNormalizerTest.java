package dev.quartermaster.intents.reading;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TextNormalizerTest {
    @Test
    void lettersStayTheLettersTheyAre() {
        var twins = "\u212Aim \uFF4Bim \u017Fam \u0131ris \u0130ris \u2126 \u212B";
        assertThat(TextNormalizer.normalized(twins)).isEqualTo(twins);
    }

    @Test
    void composedAndDecomposedAreOne() {
        assertThat(TextNormalizer.normalized("Jose\u0301 für")).isEqualTo("José für");
    }

    @Test
    void twoMarksStayOnALetterAndNoMore() {
        assertThat(TextNormalizer.normalized("x" + "\u0316".repeat(2_000) + "y\u0316"))
                .isEqualTo("x\u0316\u0316y\u0316");
        assertThat(TextNormalizer.normalized("x" + "\u200D\u0316".repeat(5))
                        .chars()
                        .filter(each -> each == 0x316))
                .hasSize(2);
    }

    @Test
    void spacesAreOneKindAndHalvesAndControlsAreOut() {
        assertThat(TextNormalizer.normalized("a\u00A0b\u3000c\u2028d\u0000e\uD83D"))
                .isEqualTo("a b c\nd e\uFFFD");
    }

    @Test
    void nothingIsLongerThanWhatSlackSends() {
        assertThat(TextNormalizer.normalized("a ".repeat(100_000))).hasSizeLessThanOrEqualTo(TextNormalizer.LONGEST);
    }

    @Test
    void blanksInARowAreFew() {
        assertThat(TextNormalizer.normalized("a" + " ".repeat(30_000) + "b\n\nc"))
                .isEqualTo("a   b\n\nc");
    }
}
