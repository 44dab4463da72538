package dev.quartermaster.intents.reading.time;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quartermaster.intents.reading.text.Sentence;
import dev.quartermaster.intents.reading.time.TimeExpression.By;
import dev.quartermaster.intents.reading.time.TimeExpression.During;
import dev.quartermaster.intents.reading.time.TimeExpression.From;
import dev.quartermaster.intents.reading.time.TimeExpression.Lasting;
import dev.quartermaster.intents.reading.time.TimeExpression.Until;
import java.time.Instant;
import java.time.ZoneId;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Days, hours, stretches and lengths put together: what one part leaves out, the other has. */
class ComposedTimesTest {

    private static final ZoneId LONDON = ZoneId.of("Europe/London");
    private static final String WEDNESDAY = "2026-03-11T10:30:00Z";

    private static String read(String text, String now) {
        return TimeGrammar.find(Sentence.of(text), Instant.parse(now), LONDON).stream()
                .map(found -> switch (found) {
                    case Lasting lasting -> "for " + lasting.iso();
                    case Until until -> "until " + until.iso();
                    case By by -> "by " + by.asEnd().iso();
                    case From from -> "from " + from.iso();
                    case During during -> "during " + during.iso();
                })
                .collect(Collectors.joining(", "));
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            2 A100s all weekend                                                | from 2026-03-14, until 2026-03-15
            llm key until april                                                | until 2026-04-01
            until may                                                          | until 2026-05-01
            through april                                                      | until 2026-04-30
            until the end of april                                             | until 2026-04-30
            rag env, day after tomorrow, 9 till 6                              | from 2026-03-13T09:00, until 2026-03-13T18:00
            rstudio the day after tomorrow from 9 to 12                        | from 2026-03-13T09:00, until 2026-03-13T12:00
            rstudio on the 17th, whole day                                     | from 2026-03-17, until 2026-03-17
            rstudio all day on the 17th                                        | from 2026-03-17, until 2026-03-17
            the whole of Friday                                                | from 2026-03-13, until 2026-03-13
            the whole day tomorrow                                             | from 2026-03-12, until 2026-03-12
            R for about 20 first-years next Tuesday 14-16h, tiny ones          | from 2026-03-17T14:00, until 2026-03-17T16:00
            batch env 6pm today -> 6am tomorrow                                | from 2026-03-11T18:00, until 2026-03-12T06:00
            gpu box tonight 8 to 11 pm, t4 is ok                               | from 2026-03-11T20:00, until 2026-03-11T23:00
            a notebook now until 4                                             | until 2026-03-11T16:00
            and another one on friday 9-11                                     | from 2026-03-13T09:00, until 2026-03-13T11:00
            12 notebooks for the seminar on friday 10-12, small ones           | from 2026-03-13T10:00, until 2026-03-13T12:00
            a dozen jupyters, 2 cores 4 gb each, tuesday 9 till 13, intro      | from 2026-03-17T09:00, until 2026-03-17T13:00
            sql seat through the end of May                                    | until 2026-05-31
            read for 5 working days                                            | for P7D
            notebook for the afternoon                                         | until 2026-03-11T17:00
            from 9ish                                                          | from 2026-03-12T09:00
            from 9ish tomorrow until 5                                         | from 2026-03-12T09:00, until 2026-03-12T17:00
            until half past eight                                              | until 2026-03-11T20:30
            from half past eight tomorrow                                      | from 2026-03-12T08:30
            until quarter to five                                              | until 2026-03-11T16:45
            until quarter to five on friday                                    | until 2026-03-13T16:45
            until 24:00                                                        | until 2026-03-12T00:00
            until 24:00 on friday                                              | until 2026-03-14T00:00
            until EOD                                                          | until 2026-03-11
            till COB friday                                                    | until 2026-03-13
            till end of play                                                   | until 2026-03-11
            from first thing tomorrow                                          | from 2026-03-12T09:00
            a notebook first thing tomorrow for 3 hours                        | from 2026-03-12T09:00, for PT3H
            by lunch                                                           | by 2026-03-11T12:00
            a bucket for a fortnight                                           | for P14D
            for 2 and a half hours                                             | for PT2H30M
            for two and a half days                                            | for PT60H
            90 min                                                             | for PT1H30M
            4-5 hours                                                          | for PT5H
            4 to 5 hours                                                       | for PT5H
            for 4 or 5 hours                                                   | for PT5H
            till the 20th                                                      | until 2026-03-20
            until 5.12.                                                        | until 2026-12-05
            next week Mon-Wed                                                  | from 2026-03-16, until 2026-03-18
            Mon to Wed next week                                               | from 2026-03-16, until 2026-03-18
            next week from Tuesday to Thursday                                 | from 2026-03-17, until 2026-03-19
            every weekday 7am                                                  |
            from KW 12                                                         | from 2026-03-16
            in KW 12                                                           | from 2026-03-16, until 2026-03-22
            in week 12                                                         | from 2026-03-16, until 2026-03-22
            until Q2                                                           | until 2026-04-01
            until the end of Q2                                                | until 2026-06-30
            till Easter                                                        | until 2026-04-05
            until the bank holiday                                             |
            over the bank holiday weekend                                      |
            over lunch                                                         | from 2026-03-11T12:00, until 2026-03-11T14:00
            over lunch tomorrow                                                | from 2026-03-12T12:00, until 2026-03-12T14:00
            tomorrow over lunch                                                | from 2026-03-12T12:00, until 2026-03-12T14:00
            for the rest of the day                                            | until 2026-03-11
            for the rest of today                                              | until 2026-03-11
            until 2026-03-29T18:00                                             | until 2026-03-29T18:00
            until 2026-03-29T18:00Z                                            | until 2026-03-29T19:00
            until 2026-03-29T18:00:00+01:00                                    | until 2026-03-29T18:00
            until 2026-03-20 18:00                                             | until 2026-03-20T18:00
            2026-03-20T09:00/2026-03-20T18:00                                  | from 2026-03-20T09:00, until 2026-03-20T18:00
            until 1400                                                         | until 2026-03-11T14:00
            until 7:30p                                                        | until 2026-03-11T19:30
            till 7p                                                            | until 2026-03-11T19:00
            from 1400 to 1730                                                  | from 2026-03-11T14:00, until 2026-03-11T17:30
            1400-1730 tomorrow                                                 | from 2026-03-12T14:00, until 2026-03-12T17:30
            tomorrow 1400-1730                                                 | from 2026-03-12T14:00, until 2026-03-12T17:30
            until 1400 hours                                                   | until 2026-03-11T14:00
            until the weekend                                                  | until 2026-03-13
            until next week                                                    | until 2026-03-16
            until next month                                                   | until 2026-04-01
            all of next week                                                   | from 2026-03-16, until 2026-03-22
            all next week                                                      | from 2026-03-16, until 2026-03-22
            this weekend                                                       | from 2026-03-14, until 2026-03-15
            at the weekend                                                     | from 2026-03-14, until 2026-03-15
            next weekend                                                       | from 2026-03-21, until 2026-03-22
            Saturday and Sunday                                                | from 2026-03-14, until 2026-03-15
            from Friday evening to Monday morning                              | from 2026-03-13T18:00, until 2026-03-16T09:00
            tonight from 8 to 11                                               | from 2026-03-11T20:00, until 2026-03-11T23:00
            tonight 8pm till 6am                                               | from 2026-03-11T20:00, until 2026-03-12T06:00
            tomorrow 9am-12                                                    | from 2026-03-12T09:00, until 2026-03-12T12:00
            tomorrow 9:30-11:15                                                | from 2026-03-12T09:30, until 2026-03-12T11:15
            friday 9am to noon                                                 | from 2026-03-13T09:00, until 2026-03-13T12:00
            noon to 4 tomorrow                                                 | from 2026-03-12T12:00, until 2026-03-12T16:00
            from noon till four                                                | from 2026-03-11T12:00, until 2026-03-11T16:00
            from now until 6                                                   | until 2026-03-11T18:00
            from now until Friday noon                                         | until 2026-03-13T12:00
            friday morning until noon                                          | from 2026-03-13T09:00, until 2026-03-13T12:00
            Thursday 10am until Friday 4pm                                     | from 2026-03-12T10:00, until 2026-03-13T16:00
            between 2 and 4 this afternoon                                     | from 2026-03-11T14:00, until 2026-03-11T16:00
            this afternoon 2 to 4                                              | from 2026-03-11T14:00, until 2026-03-11T16:00
            this afternoon between 2 and 4                                     | from 2026-03-11T14:00, until 2026-03-11T16:00
            on the 18th from 10 till 3                                         | from 2026-03-18T10:00, until 2026-03-18T15:00
            18 March 10-15h                                                    | from 2026-03-18T10:00, until 2026-03-18T15:00
            10-15h on 18 March                                                 | from 2026-03-18T10:00, until 2026-03-18T15:00
            from tomorrow 8am through Friday                                   | from 2026-03-12T08:00, until 2026-03-13
            starting the 16th until the 27th                                   | from 2026-03-16, until 2026-03-27
            the 16th to the 27th                                               | from 2026-03-16, until 2026-03-27
            16th-27th March                                                    | from 2026-03-16, until 2026-03-27
            from Monday for three days                                         | from 2026-03-16, for PT72H
            three days from Monday                                             | for PT72H, from 2026-03-16
            two hours from 3pm                                                 | for PT2H, from 2026-03-11T15:00
            2h starting at 3                                                   | for PT2H, from 2026-03-11T15:00
            tomorrow afternoon for 3 hours                                     | from 2026-03-12T12:00, for PT3H
            from tomorrow afternoon                                            | from 2026-03-12T12:00
            until the small hours                                              |
            until lunch                                                        | until 2026-03-11T12:00
            until dinner time                                                  |
            until the end of tomorrow                                          | until 2026-03-12
            till tomorrow night                                                | until 2026-03-12T23:00
            until the start of next month                                      | until 2026-04-01
            until the beginning of May                                         | until 2026-05-01
            until mid May                                                      | until 2026-05-15
            until 2027                                                         | until 2027-01-01
            until the end of 2026                                              | until 2026-12-31
            24/7 for a week                                                    | for P7D
            for 36 h                                                           | for PT36H
            1 week and 3 days                                                  | for P10D
            for 1:30 h                                                         | for PT1H30M
            for 0.5 d                                                          | for PT12H
            for half a week                                                    | for PT84H
            for a day and a bit                                                | for PT24H
            for the duration of the sprint                                     |
            until Sunday night                                                 | until 2026-03-15T23:00
            till sunday midnight                                               | until 2026-03-16T00:00
            until 11:59pm                                                      | until 2026-03-11T23:59
            until 23:59                                                        | until 2026-03-11T23:59
            until 12am                                                         | until 2026-03-12T00:00
            until 12pm                                                         | until 2026-03-11T12:00
            until 6 in the morning                                             | until 2026-03-12T06:00
            until 6am                                                          | until 2026-03-12T06:00
            until Thu 6 pm                                                     | until 2026-03-12T18:00
            until Thursday the 19th at noon                                    | until 2026-03-19T12:00
            Thu-Fri                                                            | from 2026-03-12, until 2026-03-13
            Thursday and Friday                                                | from 2026-03-12, until 2026-03-13
            from 8 in the morning to 6 in the evening tomorrow                 | from 2026-03-12T08:00, until 2026-03-12T18:00
            8-10 am tomorrow                                                   | from 2026-03-12T08:00, until 2026-03-12T10:00
            2-4pm                                                              | from 2026-03-11T14:00, until 2026-03-11T16:00
            2-4pm Friday                                                       | from 2026-03-13T14:00, until 2026-03-13T16:00
            11-1 friday                                                        | from 2026-03-13T11:00, until 2026-03-13T13:00
            11am-1pm fri                                                       | from 2026-03-13T11:00, until 2026-03-13T13:00
            10pm to 4am                                                        | from 2026-03-11T22:00, until 2026-03-12T04:00
            tomorrow night 10pm to 4am                                         | from 2026-03-12T22:00, until 2026-03-13T04:00
            from 22:00 tonight until 04:00                                     | from 2026-03-11T22:00, until 2026-03-12T04:00
            overnight from 10pm to 6am                                         | from 2026-03-11T22:00, until 2026-03-12T06:00
            access to orders from monday noon to wednesday noon                | from 2026-03-16T12:00, until 2026-03-18T12:00
            1 H100, 64GB, until next Wednesday morning 9am 🙏                   | until 2026-03-18T09:00
            read access until tomorrow morning 7am?                            | until 2026-03-12T07:00
            prolong til tomorrow lunchtime (13:00)                             | until 2026-03-12T13:00
            notebook for 5 hours tomorrow starting at 1pm                      | for PT5H, from 2026-03-12T13:00
            tonight 10pm, 7 hours                                              | from 2026-03-11T22:00, for PT7H
            start tomorrow at quarter past seven                               | from 2026-03-12T07:15
            tomorrow from 7:30, for four hours                                 | from 2026-03-12T07:30, for PT4H
            overnight until 7                                                  | until 2026-03-12T07:00
            for tomorrow nine to five                                          | from 2026-03-12T09:00, until 2026-03-12T17:00
            for tomorrow 13:00-15:30                                           | from 2026-03-12T13:00, until 2026-03-12T15:30
            on monday morning from nine to eleven thirty                       | from 2026-03-16T09:00, until 2026-03-16T11:30
            spark 10 workers 8 cores 32 gb each 6h ndvi tiles                  | for PT6H
            until the day 20                                                   | until 2026-03-20
            until the final of april                                           | until 2026-04-30
            from the sixteenth of March up to and including the third of April | from 2026-03-16, until 2026-04-03
            for one (1) day                                                    | for PT24H
            wed-fri                                                            | from 2026-03-11, until 2026-03-13
            we had 4 to 8 workers tomorrow                                     |
            tomorrow i need 4-8 workers                                        |
            scale 4 to 8 cores on friday                                       |
            the run from 3 to 5 failed                                         |
            need 10-12 notebooks tomorrow                                      |
            what growth burned through in Feb | during 2026-02
            1 H100, 64GB, until next Wednesday morning 9am | until 2026-03-18T09:00
            kill it automatically at 7 tomorrow morning | until 2026-03-12T07:00
            for tomorrow 13:00-15:30 and one for me now, 2h | from 2026-03-12T13:00, until 2026-03-12T15:30, for PT2H
            from Monday until and with the 10th of April | from 2026-03-16, until 2026-04-10
            until 2026-03-29T18:00+01:00 | until 2026-03-29T18:00
            until 2026-03-29T18:00-05:00 | until 2026-03-30T00:00
            2026-03-20 13:00-15:30 | from 2026-03-20T13:00, until 2026-03-20T15:30
            for spark 10 workers 32 gb each 6h tiles | for PT6H
            """)
    void whatOnePartLeavesOutTheOtherHas(String text, String expected) {
        assertThat(read(text, WEDNESDAY)).isEqualTo(expected == null ? "" : expected);
    }

    @ParameterizedTest(name = "{0} said at {1}")
    @CsvSource(delimiter = '|', textBlock = """
            until Friday 5pm       | 2026-03-13T09:00:00Z | until 2026-03-13T17:00
            until Friday 5pm       | 2026-03-13T18:00:00Z | until 2026-03-20T17:00
            until next Friday 5pm  | 2026-03-13T09:00:00Z | until 2026-03-20T17:00
            until April            | 2026-05-11T10:30:00Z | until 2027-04-01
            until May              | 2026-05-11T10:30:00Z | until 2026-05-31
            in week 2              | 2026-03-11T10:30:00Z | from 2027-01-11, until 2027-01-17
            until Sunday 6pm       | 2026-03-28T10:30:00Z | until 2026-03-29T18:00
            from 11pm to 3am       | 2026-03-28T10:30:00Z | from 2026-03-28T23:00, until 2026-03-29T03:00
            till 9                 | 2026-03-11T22:00:00Z | until 2026-03-12T09:00
            """)
    void itDependsOnWhenItIsSaid(String text, String now, String expected) {
        assertThat(read(text, now)).isEqualTo(expected);
    }

    @Test
    void anHourIsLocalOnBothSidesOfTheChangeOfTheClocks() {
        var night = TimeGrammar.find(Sentence.of("from 11pm to 3am"), Instant.parse("2026-03-28T10:30:00Z"), LONDON);
        assertThat(((From) night.getFirst()).instant(LONDON)).isEqualTo("2026-03-28T23:00:00Z");
        assertThat(((Until) night.getLast()).instant(LONDON)).isEqualTo("2026-03-29T02:00:00Z");
    }
}
