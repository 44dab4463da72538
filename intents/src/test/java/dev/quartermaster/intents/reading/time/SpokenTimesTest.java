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
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Ways people really say for how long, until when and over which days; and what only sounds like one. */
class SpokenTimesTest {

    /** A Wednesday, half past ten in London. */
    private static final Instant NOW = Instant.parse("2026-03-11T10:30:00Z");

    private static List<TimeExpression> find(String text) {
        return TimeGrammar.find(Sentence.of(text), NOW, ZoneId.of("Europe/London"));
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

    private static String all(String text) {
        return find(text).stream().map(SpokenTimesTest::described).collect(Collectors.joining(", "));
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            from 5 april to 3 april        | from 2026-04-05, until 2026-04-03
            from 2026-03-20 to 2026-03-17  | from 2026-03-20, until 2026-03-17
            from march 20 to 17            | from 2026-03-20, until 2026-03-17
            from friday to wednesday       | from 2026-03-13, until 2026-03-18
            """)
    void onlyAWeekdayComesAgain(String text, String meant) {
        assertThat(all(text)).isEqualTo(meant);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            3d                                                       | for PT72H
            3 d                                                      |
            3days                                                    | for PT72H
            48hrs                                                    | for PT48H
            48 hrs please                                            | for PT48H
            90 minutes                                               | for PT1H30M
            90mins                                                   | for PT1H30M
            an hour                                                  | for PT1H
            half an hour                                             | for PT30M
            half-hour                                                | for PT30M
            a half hour                                              | for PT30M
            half a day                                               | for PT12H
            quarter of an hour                                       | for PT15M
            three quarters of an hour                                | for PT45M
            an hour and a half                                       | for PT1H30M
            another hour and a half                                  | for PT1H30M
            one and a half days                                      | for PT36H
            1.5 hours                                                | for PT1H30M
            1½ hours                                                 | for PT1H30M
            2h30m                                                    | for PT2H30M
            1h30                                                     | for PT1H30M
            1 hour 30 minutes                                        | for PT1H30M
            1 day, 6 hours                                           | for PT30H
            a single day                                             | for PT24H
            an entire week                                           | for P7D
            a day or two                                             | for PT48H
            a couple days                                            | for PT48H
            a couple of weeks                                        | for P14D
            a few hours                                              | for PT3H
            another 2 hours                                          | for PT2H
            another couple of hours                                  | for PT2H
            two or three days                                        | for PT72H
            2-3 weeks                                                | for P21D
            two to three weeks                                       | for P21D
            a week or so                                             | for P7D
            about ten days                                           | for P10D
            ten days should do                                       | for P10D
            twenty-four hours                                        | for PT24H
            thirty six hours                                         | for PT36H
            a hundred hours                                          | for PT100H
            72 hours                                                 | for PT72H
            5 working days                                           | for P7D
            five business days                                       | for P7D
            a full week                                              | for P7D
            a whole week                                             | for P7D
            two solid days                                           | for PT48H
            a fortnight                                              | for P14D
            for fortnight                                            | for P14D
            2 fortnights                                             | for P28D
            half a dozen days                                        | for PT144H
            a dozen hours                                            | for PT12H
            6wks                                                     | for P42D
            a month and a half                                       | for P45D
            three months                                             | for P90D
            3mo                                                      | for P90D
            for a quarter                                            | for P90D
            six mths                                                 | for P180D
            1 yr                                                     | for P365D
            TTL 6h                                                   | for PT6H
            ttl=6h                                                   | for PT6H
            duration: 3d                                             | for PT72H
            +30m                                                     | for PT30M
            plus 2h                                                  | for PT2H
            +1 week on the bucket                                    | for P7D
            2 more hours                                             | for PT2H
            two extra days                                           | for PT48H
            one additional week                                      | for P7D
            a 3-day cluster                                          | for PT72H
            a two-week grant                                         | for P14D
            3 nights                                                 | for PT72H
            3 weeks of access                                        | for P21D
            4 hours of gpu time                                      | for PT4H
            a week and two days                                      | for P9D
            2 hrs will do me                                         | for PT2H
            2 dyas                                                   | for PT48H
            until tomorrow                                           | until 2026-03-12
            until tmrw                                               | until 2026-03-12
            til tomoz                                                | until 2026-03-12
            untill tommorow                                          | until 2026-03-12
            until the day after tomorrow                             | until 2026-03-13
            until Friday                                             | until 2026-03-13
            till fri                                                 | until 2026-03-13
            until this Friday                                        | until 2026-03-13
            until next Friday                                        | until 2026-03-20
            until next Tue                                           | until 2026-03-17
            until Tuesday next week                                  | until 2026-03-17
            until Friday of next week                                | until 2026-03-20
            until next week Thursday                                 | until 2026-03-19
            until Monday week                                        | until 2026-03-23
            until a week on Friday                                   | until 2026-03-20
            until two weeks from now                                 | until 2026-03-25
            until a week tomorrow                                    | until 2026-03-19
            until this time tomorrow                                 | until 2026-03-12T10:30
            until thrusday                                           | until 2026-03-12
            until wendesday                                          | until 2026-03-18
            until Friday 5pm                                         | until 2026-03-13T17:00
            until 5pm Friday                                         | until 2026-03-13T17:00
            until 5pm on Friday                                      | until 2026-03-13T17:00
            until Friday at 5                                        | until 2026-03-13T17:00
            until Friday at 17:30                                    | until 2026-03-13T17:30
            until Friday 17.30                                       | until 2026-03-13
            until 17.30                                              | until 2026-03-11T17:30
            until 1730                                               | until 2026-03-11T17:30
            until 5 p.m.                                             | until 2026-03-11T17:00
            until 5:30pm                                             | until 2026-03-11T17:30
            until 5:30 pm                                            | until 2026-03-11T17:30
            until 5:30                                               | until 2026-03-11T17:30
            until 5.30pm tomorrow                                    | until 2026-03-12T17:30
            until 5ish                                               | until 2026-03-11T17:00
            until around 4pm                                         | until 2026-03-11T16:00
            until 17h30                                              | until 2026-03-11T17:30
            till 9                                                   | until 2026-03-11T21:00
            till 11                                                  | until 2026-03-11T11:00
            till 5 please                                            | until 2026-03-11T17:00
            till 9 tomorrow                                          | until 2026-03-12T09:00
            till 6 tomorrow evening                                  | until 2026-03-12T18:00
            till 8 tonight                                           | until 2026-03-11T20:00
            until 8 in the evening                                   | until 2026-03-11T20:00
            until 10 in the morning                                  | until 2026-03-12T10:00
            until 9am                                                | until 2026-03-12T09:00
            until noon                                               | until 2026-03-11T12:00
            till noon friday                                         | until 2026-03-13T12:00
            until midday tomorrow                                    | until 2026-03-12T12:00
            until midnight                                           | until 2026-03-12T00:00
            until midnight on Friday                                 | until 2026-03-14T00:00
            until Thursday lunchtime                                 | until 2026-03-12T12:00
            until half past four                                     | until 2026-03-11T16:30
            until half four                                          | until 2026-03-11T16:30
            until quarter past three                                 | until 2026-03-11T15:15
            until a quarter to six                                   | until 2026-03-11T17:45
            until ten to five                                        | until 2026-03-11T16:50
            until five o'clock                                       | until 2026-03-11T17:00
            until tomorrow morning                                   | until 2026-03-12T09:00
            until tomorrow evening                                   | until 2026-03-12T20:00
            until tomorrow evening at 7                              | until 2026-03-12T19:00
            until Friday afternoon                                   | until 2026-03-13T17:00
            until this evening                                       | until 2026-03-11T20:00
            until first thing Monday                                 | until 2026-03-16T09:00
            until Monday first thing                                 | until 2026-03-16T09:00
            until tonight                                            | until 2026-03-11
            until the 20th                                           | until 2026-03-20
            till the 3rd                                             | until 2026-04-03
            until the 3rd of next month                              | until 2026-04-03
            until the 20th of March                                  | until 2026-03-20
            until 20 March                                           | until 2026-03-20
            until March 20                                           | until 2026-03-20
            until March the 20th                                     | until 2026-03-20
            until 20th Mar 2026                                      | until 2026-03-20
            until Friday 20 March                                    | until 2026-03-20
            until Fri 13th                                           | until 2026-03-13
            until Friday the 20th                                    | until 2026-03-20
            until Friday, 20 March 2026, 6pm                         | until 2026-03-20T18:00
            until 31/3                                               | until 2026-03-31
            until 31/03/2026                                         | until 2026-03-31
            until 31/03/26                                           | until 2026-03-31
            thru 4/30                                                | until 2026-04-30
            until 31.03.2026                                         | until 2026-03-31
            until 2026-04-15                                         | until 2026-04-15
            until 2026/04/15                                         | until 2026-04-15
            until 2026-04-15T18:00                                   | until 2026-04-15T18:00
            until 2026-04-15 18:00                                   | until 2026-04-15T18:00
            until 30-Apr                                             | until 2026-04-30
            until 30apr                                              | until 2026-04-30
            until 3 January                                          | until 2027-01-03
            thru april                                               | until 2026-04-30
            through the 20th                                         | until 2026-03-20
            up to and including Friday                               | until 2026-03-13
            up until Friday                                          | until 2026-03-13
            through to Friday                                        | until 2026-03-13
            ending Friday                                            | until 2026-03-13
            expiring on 20 March                                     | until 2026-03-20
            it can come down again on the 18th                       | until 2026-03-18
            tomorrow 11am is ok                                      | by 2026-03-12T11:00
            from 16.03. to 27.03.                                    | from 2026-03-16, until 2026-03-27
            push the end from 6 to 8 this evening                    | from 2026-03-11T18:00, until 2026-03-11T20:00
            extend it to Friday                                      | until 2026-03-13
            push it to 17:30 pls                                     | until 2026-03-11T17:30
            to the end of the month                                  | until 2026-03-31
            until end of march                                       | until 2026-03-31
            until the end of April                                   | until 2026-04-30
            until end of next month                                  | until 2026-04-30
            until month end                                          | until 2026-03-31
            until eom                                                | until 2026-03-31
            until the end of the quarter                             | until 2026-03-31
            until end of Q2                                          | until 2026-06-30
            until the end of the year                                | until 2026-12-31
            eoy                                                      | until 2026-12-31
            until eod                                                | until 2026-03-11
            end of day                                               | until 2026-03-11
            until end of day tomorrow                                | until 2026-03-12
            until eod Friday                                         | until 2026-03-13
            until Friday eod                                         | until 2026-03-13
            until cob                                                | until 2026-03-11
            until COB Friday                                         | until 2026-03-13
            until Friday COB                                         | until 2026-03-13
            until close of play                                      | until 2026-03-11
            until close of business on Thursday                      | until 2026-03-12
            until end of play Friday                                 | until 2026-03-13
            until end of play                                        | until 2026-03-11
            until the last day of March                              | until 2026-03-31
            until mid-April                                          | until 2026-04-15
            until the middle of next week                            | until 2026-03-18
            until the start of April                                 | until 2026-04-01
            until Easter                                             | until 2026-04-05
            until Good Friday                                        | until 2026-04-03
            until Easter Monday                                      | until 2026-04-06
            until Christmas                                          | until 2026-12-25
            until new year's eve                                     | until 2026-12-31
            for the rest of the week                                 | until 2026-03-15
            for the rest of the month                                | until 2026-03-31
            rest of the day                                          | until 2026-03-11
            for the remainder of March                               | until 2026-03-31
            over the weekend                                         | from 2026-03-14, until 2026-03-15
            for the weekend                                          | from 2026-03-14, until 2026-03-15
            through the weekend                                      | until 2026-03-15
            for the arvo                                             | until 2026-03-11T17:00
            for this afternoon                                       | until 2026-03-11T17:00
            for the day                                              | until 2026-03-11
            for today                                                | until 2026-03-11
            all day tomorrow                                         | from 2026-03-12, until 2026-03-12
            just for tonight                                         | until 2026-03-11
            keep it up overnight                                     | until 2026-03-12T09:00
            by Friday                                                | by 2026-03-13
            by close of business tomorrow                            | by 2026-03-12
            by this afternoon                                        | by 2026-03-11T17:00
            by 5                                                     | by 2026-03-11T17:00
            by the end of the month                                  | by 2026-03-31
            in two hours                                             | by 2026-03-11T12:30
            starting Monday                                          | from 2026-03-16
            from tomorrow                                            | from 2026-03-12
            from 16 March                                            | from 2026-03-16
            from 9am tomorrow                                        | from 2026-03-12T09:00
            from Monday morning                                      | from 2026-03-16T09:00
            """)
    void endsAndLengthsAreRead(String text, String expected) {
        assertThat(all(text)).isEqualTo(expected == null ? "" : expected);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            today                                   | during 2026-03-11
            yesterday                               | during 2026-03-10
            spend the day before yesterday          | during 2026-03-09
            this week                               | during 2026-03-09/2026-03-15
            last week                               | during 2026-03-02/2026-03-08
            the week before last                    | during 2026-02-23/2026-03-01
            this month                              | during 2026-03
            so far this month                       | during 2026-03
            last month                              | during 2026-02
            prior month                             | during 2026-02
            the month before last                   | during 2026-01
            this quarter                            | during 2026-01-01/2026-03-31
            last quarter                            | during 2025-10-01/2025-12-31
            this year                               | during 2026
            last year                               | during 2025
            this FY                                 | during 2026
            last financial year                     | during 2025
            Q3                                      | during 2025-07-01/2025-09-30
            Q1                                      | during 2026-01-01/2026-03-31
            Q4 2025                                 | during 2025-10-01/2025-12-31
            2025 Q4                                 | during 2025-10-01/2025-12-31
            2025Q4                                  | during 2025-10-01/2025-12-31
            Q4'25                                   | during 2025-10-01/2025-12-31
            Q2 last year                            | during 2025-04-01/2025-06-30
            H1                                      | during 2026-01-01/2026-06-30
            H2 2025                                 | during 2025-07-01/2025-12-31
            the first half of 2025                  | during 2025-01-01/2025-06-30
            Feb 2026                                | during 2026-02
            february                                | during 2026-02
            for feb                                 | during 2026-02
            Feb-26                                  | during 2026-02
            Feb '26                                 | during 2026-02
            2026-02                                 | during 2026-02
            for December                            | during 2025-12
            in December 2024                        | during 2024-12
            January to February                     | during 2026-01-01/2026-02-28
            jan-feb 2026                            | during 2026-01-01/2026-02-28
            Oct to Dec 2025                         | during 2025-10-01/2025-12-31
            in 2025                                 | during 2025
            month to date                           | during 2026-03-01/2026-03-11
            month-to-date                           | during 2026-03-01/2026-03-11
            mtd                                     | during 2026-03-01/2026-03-11
            year to date                            | during 2026-01-01/2026-03-11
            YTD                                     | during 2026-01-01/2026-03-11
            qtd                                     | during 2026-01-01/2026-03-11
            past 30 days                            | during 2026-02-09/2026-03-11
            over the last 30 days                   | during 2026-02-09/2026-03-11
            last 7 days                             | during 2026-03-04/2026-03-11
            in the last 24 hours                    | during 2026-03-10/2026-03-11
            the past fortnight                      | during 2026-02-25/2026-03-11
            last two weeks                          | during 2026-02-25/2026-03-11
            the last 3 months                       | during 2025-12-11/2026-03-11
            the past couple of months               | during 2026-01-11/2026-03-11
            since Christmas                         | during 2025-12-25/2026-03-11
            since 1 March                           | during 2026-03-01/2026-03-11
            since January                           | during 2026-01-01/2026-03-11
            since Monday                            | during 2026-03-09/2026-03-11
            since yesterday                         | during 2026-03-10/2026-03-11
            since last Tuesday                      | during 2026-03-10/2026-03-11
            since the start of the year             | during 2026-01-01/2026-03-11
            since the 1st                           | during 2026-03-01/2026-03-11
            since 2025                              | during 2025-01-01/2026-03-11
            since Q4                                | during 2025-10-01/2026-03-11
            last Friday                             | during 2026-03-06
            last weekend                            | during 2026-03-07/2026-03-08
            the week of 2 March                     | during 2026-03-02/2026-03-08
            week commencing 23 Feb                  | during 2026-02-23/2026-03-01
            for the month                           | during 2026-03
            jan and feb                             | during 2026-01, during 2026-02
            compare last month with this month      | during 2026-02, during 2026-03
            march so far                            | during 2026-03
            """)
    void periodsAreRead(String text, String expected) {
        assertThat(all(text)).isEqualTo(expected);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            from 3 to 14 March                           | from 2026-03-03, until 2026-03-14
            from 3rd to 14th March                       | from 2026-03-03, until 2026-03-14
            between the 3rd and the 14th                 | from 2026-03-03, until 2026-03-14
            from 16 March until Good Friday              | from 2026-03-16, until 2026-04-03
            from 16 March to 3 April                     | from 2026-03-16, until 2026-04-03
            16 March - 3 April                           | from 2026-03-16, until 2026-04-03
            16/3 - 3/4                                   | from 2026-03-16, until 2026-04-03
            2026-03-16 to 2026-04-03                     | from 2026-03-16, until 2026-04-03
            from Monday until Wednesday                  | from 2026-03-16, until 2026-03-18
            Mon-Wed                                      | from 2026-03-16, until 2026-03-18
            from Thursday to Tuesday                     | from 2026-03-12, until 2026-03-17
            from tomorrow until Monday                   | from 2026-03-12, until 2026-03-16
            from 8am tomorrow to 8pm                     | from 2026-03-12T08:00, until 2026-03-12T20:00
            from 6pm tonight thru 6am tomorrow           | from 2026-03-11T18:00, until 2026-03-12T06:00
            6pm tonight to 6am tomorrow                  | from 2026-03-11T18:00, until 2026-03-12T06:00
            4pm to 8pm today                             | from 2026-03-11T16:00, until 2026-03-11T20:00
            9am-5pm Friday                               | from 2026-03-13T09:00, until 2026-03-13T17:00
            between 9 and 5 tomorrow                     | from 2026-03-12T09:00, until 2026-03-12T17:00
            9 to 5 tomorrow                              | from 2026-03-12T09:00, until 2026-03-12T17:00
            9-5 on Tuesday                               | from 2026-03-17T09:00, until 2026-03-17T17:00
            23:00 to 5:00                                | from 2026-03-11T23:00, until 2026-03-12T05:00
            from 9 to 5                                  | from 2026-03-11T09:00, until 2026-03-11T17:00
            tomorrow from 10 to 4                        | from 2026-03-12T10:00, until 2026-03-12T16:00
            for next week                                | from 2026-03-16, until 2026-03-22
            for two weeks starting Monday                | for P14D, from 2026-03-16
            from tomorrow for 3 days                     | from 2026-03-12, for PT72H
            on Thursday 19 March, 9am to 6pm             | from 2026-03-19T09:00, until 2026-03-19T18:00
            """)
    void startsAndEndsAreRead(String text, String expected) {
        assertThat(all(text)).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "8 cores",
                "env-5120",
                "v2.3.1",
                "python 3.11",
                "cuda 12.1",
                "port 8888",
                "localhost:8080",
                "budget code RX-4471",
                "ticket INC0048213",
                "ethics ref 22/117",
                "ref 0093/B",
                "claims 2019-2024",
                "RISKMOD-882",
                "it fell over at 06:00",
                "the run crashed at 3am",
                "it has been running for 3 days",
                "its been 40 mins",
                "it's been sat idle since",
                "idle timeout 30 min",
                "idle for 2h",
                "paused (idle 2h)",
                "30 days of transactions",
                "12 months of history",
                "two years of sales data",
                "a 90-day forecast",
                "7-day rolling average",
                "28-day retention model",
                "trained for 3 hours takes 2 hours",
                "every 15 minutes",
                "every weekday at 7",
                "each Monday 06:30",
                "hourly",
                "nightly",
                "twenty minutes ago",
                "an hour ago",
                "a week early",
                "2 days late",
                "a 3 year old model",
                "8x32",
                "4xA100",
                "2x h100 80GB",
                "8c/32g",
                "16 vCPU / 64 GiB",
                "12 executors 4c/16g",
                "scale from 4 to 8 workers",
                "from 12 executors to 5",
                "R 4.4",
                "llama 3.1 8B",
                "top 5 spenders",
                "customer_360_build",
                "backfill_fx_rates_2025",
                "sales.orders_2025",
                "s3://bucket/2026-03",
                "#1207",
                "approve 1207",
                "request 2026",
                "by team",
                "by month",
                "per day",
                "a couple of H100s",
                "two of them",
                "a notebook",
                "half the memory",
                "I may need it",
                "march them over",
                "image registry.example.com/de/dbt:1.9",
                "IP 10.0.3.4",
                "the last one",
                "last job",
                "a second one",
                "8B model",
                "3 notebooks for 12 people",
                "in one cluster",
                "within budget",
                "£212.40",
                "200k tokens a day",
                "runs twice a week",
                "I'm away until Monday",
                "my env expires tonight",
                "50 quid",
                "ten years of ledger lines",
                "it takes abt 20 mins",
                "it takes all night",
                "40M rows",
                "seed 42"
            })
    void whatIsNoTimeAskedForIsLeftAlone(String text) {
        assertThat(all(text)).isEmpty();
    }
}
