package dev.quartermaster.intents.reading;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quartermaster.intents.reading.slash.CommandText;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Several things in one message: each with what is said of it alone, and nothing of one in another. */
class ListedRequestsTest {

    /** The clock says Wednesday 11 March 2026, 09:00. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            jupyter for 6h and write on sales.returns for 3 days | launch data-science-experimentation --duration 6h; grant sales.returns write --duration 3d
            pycharm 5h for me, superset 2 days for iris | launch pycharm --duration 5h; launch data-viz --duration 2d --to iris
            stop my notebook and my ray cluster | stop --target notebook; stop --target ray
            close down the dashboard, the bucket and the notebook | stop --target dashboard; stop --target bucket; stop --target notebook
            extend both the bucket and the notebook by 3 days | extend --target bucket --duration 3d; extend --target notebook --duration 3d
            i need vscode for a day, read on sales.orders for a week and a bucket | launch vscode --duration 1d; grant sales.orders read --duration 7d; launch bucket
            give iris read on product.catalogue for 10 days and raj the same on sales.orders | grant product.catalogue read --duration 10d --to iris; grant sales.orders read --to raj --duration 10d
            write on sales.orders for 1 day and only read on sales.returns for a week | grant sales.orders write --duration 1d; grant sales.returns read --duration 7d
            read on sales.orders, sales.returns and product.catalogue for two weeks | grant sales.orders read --duration 14d; grant sales.returns read --duration 14d; grant product.catalogue read --duration 14d
            rstudio large 2d for the audit. and a repo audit-core | launch rstudio --size large --duration 2d --purpose audit; launch repository --name audit-core
            flink 1 day, superset 3 days, dbt 1 week - all small | launch ml-stream --duration 1d --size small; launch data-viz --duration 3d --size small; launch data-engineering --size small --duration 7d
            orders for the shelf study for 10 days and returns for the refund audit for 5 | grant sales.orders read --duration 10d --purpose "shelf study"; grant sales.returns read --purpose "refund audit" --duration 5d
            read for iris on sales.orders 2w, same table for me 5d | grant sales.orders read --duration 14d --to iris; grant sales.orders read --duration 5d
            2 repos, grid-a and grid-b, 45 days both | launch repository --duration 45d --name grid-a; launch repository --duration 45d --name grid-b
            two notebooks, one with 8 gb for 3h and one with 32 gb for 6h | launch data-science-experimentation --memory 8Gi --duration 3h; launch data-science-experimentation --memory 32Gi --duration 6h
            superset till 17:00 for me and till 19:00 for mia | launch data-viz --until 2026-03-11T17:00; launch data-viz --until 2026-03-11T19:00 --to mia
            a notebook now until 4, and another one on friday 9-11 | launch data-science-experimentation --until 2026-03-11T16:00; launch data-science-experimentation --until 2026-03-13T11:00 --from 2026-03-13T09:00
            run the nightly churn and the orders refresh | run --job "nightly churn"; run --job "orders refresh"
            write on sales.returns 2d and only read on sales.orders 10d, cleansing work | grant sales.returns write --duration 2d --purpose "cleansing work"; grant sales.orders read --duration 10d --purpose "cleansing work"
            1) rstudio for 4h 2) superset for 2 days 3) stop my spark | launch rstudio --duration 4h; launch data-viz --duration 2d; stop --target spark
            firstly extend my rstudio by 3 hours, secondly stop the pycharm | extend --target rstudio --duration 3h; stop --target pycharm
            hand over my bucket to mia and give her read on sales.orders for 2 weeks | transfer --target bucket --to mia; grant sales.orders read --duration 14d --to mia
            stop the ray, the spark and the notebook, then launch a small dbt for 2h | stop --target ray; stop --target spark; stop --target notebook; launch data-engineering --size small --duration 2h
            stop pycharm extend vscode 3h | stop --target pycharm; extend --target vscode --duration 3h
            kill the superset launch a dbt environment for 2h | stop --target superset; launch data-engineering --duration 2h
            extend lease-31 by 3d and lease-32 by 6h | extend lease-31 --duration 3d; extend lease-32 --duration 6h
            repo kiln-model 20 days and a bucket with the same name | launch repository --duration 20d --name kiln-model; launch bucket --duration 20d --name kiln-model
            launch pycharm until 20.3. and grant me sales.orders until the same date | launch pycharm --until 2026-03-20; grant sales.orders read --until 2026-03-20
            vscode for me, iris and raj, 5 hours each | launch vscode --duration 5h --to iris; launch vscode --duration 5h --to raj; launch vscode --duration 5h
            grant mia and me read on sales.returns for 4 days | grant sales.returns read --duration 4d --to mia; grant sales.returns read --duration 4d
            dashboard and sales.returns both 6d for the easter review | launch data-viz --duration 6d --purpose "easter review"; grant sales.returns read --duration 6d --purpose "easter review"
            a small spark for 2h and then tomorrow 9-12 a large one | launch spark-cluster --size small --duration 2h; launch spark-cluster --size large --until 2026-03-12T12:00 --from 2026-03-12T09:00
            """)
    void eachHasItsOwn(String text, String commands) {
        assertThat(commands(text)).isEqualTo(commands);
    }

    /** What is tied to the first thing by a word is part of it. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            launch a notebook with access to a bucket for 3 hours | 1
            a ray cluster with 4 workers for the dashboard refresh please | 1
            launch rstudio for two days to compare it with our notebook | 1
            """)
    void whatIsTiedToItIsNoRequest(String text, int requests) {
        assertThat(((Reading.Understood) Readers.read(text, new Context.None())).from())
                .hasSize(requests);
    }

    /** A bare list may be something else: it is shown. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            pycharm 5h for me, superset 2 days for iris
            flink 1 day, superset 3 days, dbt 1 week
            """)
    void whatHasNoArticleIsShown(String text) {
        assertThat(((Reading.Understood) Readers.read(text, new Context.None())).from())
                .hasSizeGreaterThan(1)
                .allMatch(Reading.From::confirm);
    }

    /** Neither a remark, nor data in a purpose, nor a size of one of them is a request, or done at once. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            launch rstudio for two hours, our notebook is too slow. | launch rstudio --duration 2h
            give me read on sales.orders for a week, my notebook is waiting for it. | grant sales.orders read --duration 7d
            launch a large rstudio and a pycharm, both for two days | launch rstudio --size large --duration 2d; launch pycharm --duration 2d
            launch a gpu workstation and read on sales.orders for six weeks | launch gpu-workstation; grant sales.orders read --duration 42d
            """)
    void whatIsSaidOfOneIsNotOfAnother(String text, String commands) {
        assertThat(commands(text)).isEqualTo(commands);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            launch rstudio to join returns and customer data for two days
            launch a notebook until the end of the sprint and a bucket for 3 days
            launch rstudio for 2 hours, under 20 euros
            rstudio for 2 hours after the demo
            """)
    void whatIsNotUnderstoodOfItIsShownFirst(String text) {
        assertThat(((Reading.Understood) Readers.read(text, new Context.None())).from())
                .anyMatch(Reading.From::confirm);
    }

    /** What is for somebody else and for oneself is a request for each, and whoever is not known is no doubt of the others'. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            please grant me and raj read on product.catalogue till friday | grant product.catalogue read --until 2026-03-13 --to raj; grant product.catalogue read --until 2026-03-13
            give raj and me read on sales.orders for a week | grant sales.orders read --duration 7d --to raj; grant sales.orders read --duration 7d
            notebook for me and iris, 2h | launch data-science-experimentation --duration 2h --to iris; launch data-science-experimentation --duration 2h
            please grant sales.orders read for a week to iris and i'll tell her manager | grant sales.orders read --duration 7d --to iris
            set me up with rstudio until friday and also give raj read on sales.orders for 5 days | launch rstudio --until 2026-03-13; grant sales.orders read --duration 5d --to raj
            """)
    void oneForEachOfThem(String text, String commands) {
        assertThat(commands(text)).isEqualTo(commands);
    }

    @Test
    void whoIsNotKnownIsSaidBesideWhoIs() {
        var reading = (Reading.Understood)
                Readers.read("give Agnieszka read on sales.orders and iris read on sales.returns", new Context.None());
        assertThat(reading.from())
                .allMatch(Reading.From::confirm)
                .allMatch(from -> from.why().contains("Agnieszka"));
    }

    /** "It" is what was asked about in the same message. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            who has access to customer.accounts, and can I have read on it for 3 days? | grant customer.accounts read --duration 3d
            what columns does sales.orders have? if possible give me read on it until friday | grant sales.orders read --until 2026-03-13
            """)
    void itIsTheDatasetThatWasNamed(String text, String command) {
        assertThat(commands(text)).endsWith(command);
    }

    /** A golden path's own number, said by its name. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            llm key with 200k tokens per day for 14 days | launch shared-llm --duration 14d --tokens 200000
            api key for the llm, 1.5m tokens a day, 30d | launch shared-llm --duration 30d --tokens 1500000
            llm key, tokens 500000, 3 days | launch shared-llm --duration 3d --tokens 500000
            llm token pls, 2 weeks | launch shared-llm --duration 14d
            launch shared llm for 2 days, last month it was 2m tokens | launch shared-llm --duration 2d
            shared llm, tokens 3 days | launch shared-llm --duration 3d
            launch shared llm for 2 days with 500k tokens and another shared llm for 1 day with 10k tokens | launch shared-llm --duration 2d --tokens 500000; launch shared-llm --duration 1d --tokens 10000
            """)
    void aNumberIsOfTheParameterThatItNames(String text, String command) {
        assertThat(commands(text)).isEqualTo(command);
    }

    /** A right to data that has no name we know is a request of its own, and neither is lost. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            notebook with access to data for 2 days | Which dataset do you need?
            I need a notebook that can see the payroll | no dataset called payroll
            spark with access to our tables, 4 workers, 3h | Which dataset do you need?
            give me access to data for 3 days with 4 GPUs | Which of these do you mean
            """)
    void dataWithoutANameIsAskedFor(String text, String question) {
        assertThat(((Reading.Ask) Readers.read(text, new Context.None())).question())
                .contains(question);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            does deleting an env also delete my repo?
            does the bot also launch spark clusters?
            will ending the lease also revoke my read on sales.orders?
            does resizing it also restart it?
            """)
    void aQuestionAboutTwoThingsIsNoRequestForTheSecond(String text) {
        assertThat(Readers.read(text, new Context.None()))
                .satisfiesAnyOf(
                        answered -> assertThat(answered).isInstanceOf(Reading.Answer.class),
                        shown -> assertThat(((Reading.Understood) shown).from()).allMatch(Reading.From::confirm));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            dbt env until end of sprint pls | end of sprint
            a notebook till we go live | we go live
            """)
    void anEndThatIsNoTimeIsAskedAbout(String text, String end) {
        assertThat(((Reading.Ask) Readers.read(text, new Context.None())).question())
                .contains("“" + end + "”");
    }

    @Test
    void ofVeryManyOnlyTheWholeIsRead() {
        var many = "launch a notebook 2h" + ", another one 2h".repeat(120);
        assertThat(((Reading.Understood) Readers.read(many, new Context.None())).from())
                .hasSize(1)
                .allMatch(Reading.From::confirm);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            rstudio until friday 5pm | launch rstudio --until 2026-03-13T17:00
            notebook 45 minutes | launch data-science-experimentation --duration 45m
            gpu box tonight 8 to 11 pm | launch gpu-workstation --until 2026-03-11T23:00 --from 2026-03-11T20:00
            dbt env, 8 cores, billing mart | launch data-engineering --cpu 8 --purpose "billing mart"
            new repo: grid-balancing, 45d | launch repository --duration 45d --name grid-balancing
            """)
    void whatIsNamedAtOnceIsToBeMade(String text, String command) {
        assertThat(commands(text)).isEqualTo(command);
    }

    private static String commands(String text) {
        return ((Reading.Understood) Readers.read(text, new Context.None()))
                .from().stream().map(from -> CommandText.of(from.candidate())).collect(Collectors.joining("; "));
    }
}
