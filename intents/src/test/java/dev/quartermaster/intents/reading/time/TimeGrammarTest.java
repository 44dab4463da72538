package dev.quartermaster.intents.reading.time;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quartermaster.intents.reading.text.Sentence;
import dev.quartermaster.intents.reading.time.TimeExpression.By;
import dev.quartermaster.intents.reading.time.TimeExpression.During;
import dev.quartermaster.intents.reading.time.TimeExpression.From;
import dev.quartermaster.intents.reading.time.TimeExpression.Lasting;
import dev.quartermaster.intents.reading.time.TimeExpression.Until;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TimeGrammarTest {

    private static final ZoneId LONDON = ZoneId.of("Europe/London");
    /** A Wednesday. */
    private static final Instant NOW = Instant.parse("2026-03-11T10:30:00Z");

    private static List<TimeExpression> find(String text) {
        return TimeGrammar.find(Sentence.of(text), NOW, LONDON);
    }

    private static String described(TimeExpression expression) {
        return switch (expression) {
            case Lasting lasting -> "for " + lasting.iso();
            case Until until -> "until " + until.iso();
            case By by -> "by " + by.asEnd().iso();
            case From from -> "from " + from.iso();
            case During during -> "during " + during.iso();
        };
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
        3d                                          | for PT72H
        8h                                          | for PT8H
        spin up 4 A100s for three days              | for PT72H
        for two weeks                               | for P14D
        a day and a half                            | for PT36H
        two and a half hours                        | for PT2H30M
        half a day                                  | for PT12H
        1h30                                        | for PT1H30M
        2 weeks and 3 days                          | for P17D
        5 working days                              | for P7D
        a fortnight                                 | for P14D
        roughly six weeks                           | for P42D
        three months                                | for P90D
        a couple of hours                           | for PT2H
        two more days                               | for PT48H
        plus 30m                                    | for PT30M
        +3d on my notebook                          | for PT72H
        a 3-day cluster                             | for PT72H
        until Friday 5pm                            | until 2026-03-13T17:00
        until Thursday lunchtime                    | until 2026-03-12T12:00
        till 2026-04-15                             | until 2026-04-15
        to the end of the month                     | until 2026-03-31
        until the end of this week                  | until 2026-03-15
        until end of next month                     | until 2026-04-30
        end of day                                  | until 2026-03-11
        until eom                                   | until 2026-03-31
        thru april                                  | until 2026-04-30
        till 9pm                                    | until 2026-03-11T21:00
        until 9am                                   | until 2026-03-12T09:00
        until five                                  | until 2026-03-11T17:00
        until next Tuesday                          | until 2026-03-17
        until next Friday                           | until 2026-03-20
        until Wednesday                             | until 2026-03-18
        until the 20th                              | until 2026-03-20
        until 14 April at 17:30                     | until 2026-04-14T17:30
        until March 31st                            | until 2026-03-31
        until Monday morning                        | until 2026-03-16T09:00
        until tomorrow evening                      | until 2026-03-12T20:00
        for the rest of the week                    | until 2026-03-15
        by close of business tomorrow               | by 2026-03-12
        by Friday                                   | by 2026-03-13
        this month                                  | during 2026-03
        last week                                   | during 2026-03-02/2026-03-08
        last month                                  | during 2026-02
        last quarter                                | during 2025-10-01/2025-12-31
        Q3                                          | during 2025-07-01/2025-09-30
        Q1 2026                                     | during 2026-01-01/2026-03-31
        Feb 2026                                    | during 2026-02
        for December                                | during 2025-12
        in 2026                                     | during 2026
        month to date                               | during 2026-03-01/2026-03-11
        ytd                                         | during 2026-01-01/2026-03-11
        since 1 March                               | during 2026-03-01/2026-03-11
        the last 30 days                            | during 2026-02-09/2026-03-11
        January to February                         | during 2026-01-01/2026-02-28
        """)
    void oneTimeIsFound(String text, String expected) {
        assertThat(find(text)).extracting(TimeGrammarTest::described).containsExactly(expected);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
        from 3 to 14 March                     | from 2026-03-03       | until 2026-03-14
        between 3 and 14 March                 | from 2026-03-03       | until 2026-03-14
        3-14 March                             | from 2026-03-03       | until 2026-03-14
        from 8am tomorrow to 8pm               | from 2026-03-12T08:00 | until 2026-03-12T20:00
        tomorrow 9 till 5                      | from 2026-03-12T09:00 | until 2026-03-12T17:00
        on Tuesday, small ones, 9 to 5         | from 2026-03-17T09:00 | until 2026-03-17T17:00
        from Monday to Friday                  | from 2026-03-16       | until 2026-03-20
        compare jan and feb                    | during 2026-01        | during 2026-02
        from Monday for 3 days                 | from 2026-03-16       | for PT72H
        over the weekend                       | from 2026-03-14       | until 2026-03-15
        """)
    void twoTimesAreFound(String text, String first, String second) {
        // The range "tomorrow 9 till 5" also leaves its day behind, which the words of the range cover for a reader.
        assertThat(find(text)).extracting(TimeGrammarTest::described).contains(first, second);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "4 cores",
                "env-4821",
                "v2",
                "16GB",
                "it failed at 06:00",
                "the run took 3 hours",
                "idle timeout 30 min",
                "every 2 hours",
                "lease-4f2a",
                "claims 2019–2024 ref 22/117",
                "4xA100",
                "8c/32g",
                "scale to 8 workers",
                "sales.orders",
                "R 4.4",
                "3 days ago",
                "a notebook",
                "budget code RX-4471"
            })
    void whatIsNoTimeIsNotFound(String text) {
        assertThat(find(text)).isEmpty();
    }

    @Test
    void wordsAreThoseThatWereWritten() {
        var text = "Spin up 4 A100s for Three Days please";
        var words = find(text).getFirst().words();
        assertThat(words.text()).isEqualTo("Three Days");
        assertThat(text.substring(words.start(), words.end())).isEqualTo("Three Days");
    }

    @Test
    void threeDaysFromFridayEndOnMondayAtTheSameHourThoughTheClocksChange() {
        var friday = ZonedDateTime.of(2026, 3, 27, 17, 0, 0, 0, LONDON);
        var lasting = (Lasting) find("three days").getFirst();
        assertThat(lasting.length()).isEqualTo(Duration.ofDays(3));
        assertThat(lasting.endFrom(friday.toInstant(), LONDON))
                .isEqualTo(ZonedDateTime.of(2026, 3, 30, 17, 0, 0, 0, LONDON).toInstant());
    }

    @Test
    void aDayWithoutATimeEndsWithTheDay() {
        var until = (Until) find("until Friday").getFirst();
        assertThat(until.instant(LONDON)).isEqualTo(Instant.parse("2026-03-14T00:00:00Z"));
    }
}
