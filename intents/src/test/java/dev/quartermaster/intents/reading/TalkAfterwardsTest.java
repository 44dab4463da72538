package dev.quartermaster.intents.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What people say next is read as what they mean by it, and is shown and not done again. */
class TalkAfterwardsTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            dbt env 16 days                   | ok 14 then                                | LAUNCH for=P14D path=data-engineering
            superset for 2h                   | 3 not 2                                   | LAUNCH for=PT3H path=data-viz
            spark with 4 workers for 3h       | 4 not 3                                   | LAUNCH for=PT4H path=spark-cluster workers=4
            spark with 4 workers for 3h       | 6 not 4                                   | LAUNCH for=PT3H path=spark-cluster workers=6
            rstudio for 4 hours               | till 6pm please, 4 hours won't do         | LAUNCH path=rstudio until=2026-03-11T18:00
            bucket named smartmetres, 20 days | typo: smartmeters                         | LAUNCH for=P20D name=smartmeters path=bucket
            customer.accounts for 4 days      | again, for the refund audit               | GRANT access=read dataset=customer.accounts for=PT96H purpose=refund audit
            customer.accounts for 4 days      | again with a reason: orders for a week, early arrears | GRANT access=read dataset=sales.orders for=P7D purpose=early arrears
            write on sales.orders 4 days      | and product.catalogue for 2 days          | GRANT access=read dataset=product.catalogue for=PT48H
            is there a table with refund reasons? | cool, read on that for 8 days         | GRANT access=read dataset=sales.returns for=P8D
            sales.returns for 6 days          | forget the returns, don't need them       | WITHDRAW target=returns
            """)
    void itIsReadAsWhatIsMeantByItAndShown(String before, String after, String meant) {
        Reading first = Readers.read(before, new Context.None());
        Reading next = Readers.read(after, new Context.Last(first.last().orElseThrow(), List.of(), true));

        assertThat(said(next.last().orElseThrow())).isEqualTo(meant);
        assertThat(((Reading.Understood) next).from()).allMatch(Reading.From::confirm);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            rstudio it is, 8 hours                | LAUNCH for=PT8H path=rstudio
            ok superset it is                     | LAUNCH path=data-viz
            spark small tomorrow from 14 to 16    | LAUNCH from=2026-03-12T14:00 path=spark-cluster size=small until=2026-03-12T16:00
            so a small rstudio for 3 hours please | LAUNCH for=PT3H path=rstudio size=small
            """)
    void nothingThatWasSaidIsLost(String text, String meant) {
        assertThat(said(Readers.read(text, new Context.None()).last().orElseThrow()))
                .isEqualTo(meant);
    }

    private static String said(Candidate candidate) {
        return candidate.slots().entrySet().stream()
                .map(slot -> slot.getKey().text() + "=" + slot.getValue().value())
                .sorted()
                .collect(Collectors.joining(" ", candidate.verb() + " ", ""));
    }
}
