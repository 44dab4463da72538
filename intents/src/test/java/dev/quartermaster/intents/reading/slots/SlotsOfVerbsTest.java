package dev.quartermaster.intents.reading.slots;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quartermaster.intents.reading.Sample;
import dev.quartermaster.intents.reading.Slot;
import dev.quartermaster.intents.reading.Verb;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** What each verb takes from a sentence; {@code access=read} is left out where it was not said. */
class SlotsOfVerbsTest {

    private static final Names NAMES = new Names(Sample.KNOWN);
    private static final Set<String> NUMBERS =
            Set.of("cpu", "memory_gb", "gpus", "gpu_kind", "workers", "size", "count");

    private static Map<String, Slot> slots(String verb, String text) {
        return Filling.of(Verb.valueOf(verb.toUpperCase(Locale.ROOT)), Found.in(text, Sample.NOW, Sample.ZONE, NAMES))
                .entrySet()
                .stream()
                .collect(Collectors.toMap(entry -> entry.getKey().text(), Map.Entry::getValue));
    }

    private static String shown(Map<String, Slot> slots, Set<String> names) {
        return new TreeMap<>(slots)
                .entrySet().stream()
                        .filter(entry -> names.isEmpty() || names.contains(entry.getKey()))
                        .map(entry -> entry.getKey() + "=" + entry.getValue().value())
                        .collect(Collectors.joining(" "));
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', emptyValue = "", nullValues = "-", textBlock = """
            8 core 32 gig                                                    | cpu=8 memory_gb=32
            8c/32g                                                           | cpu=8 memory_gb=32
            16 vCPU / 64 GiB                                                 | cpu=16 memory_gb=64
            8 cores/32GB please                                              | cpu=8 memory_gb=32
            sixteen cores and sixty-four gigs of ram                         | cpu=16 memory_gb=64
            a machine with 256 gig?                                          | memory_gb=256
            cpu 8 mem 32                                                     | cpu=8 memory_gb=32
            cores: 4, memory: 16                                             | cpu=4 memory_gb=16
            half a terabyte of memory                                        | memory_gb=512
            1 TB of RAM                                                      | memory_gb=1024
            32-core env                                                      | cpu=32
            dual core box                                                    | cpu=2
            4 CPUs are plenty                                                | cpu=4
            ray, 6 workers @ 8 cpu / 32 gig each                             | cpu=8 memory_gb=32 workers=6
            driver 8c/32g, 12 executors 4c/16g                               | cpu=4 memory_gb=16 workers=12
            a 3-node spark cluster                                           | workers=3
            workers=5                                                        | workers=5
            ray cluster, 1 worker per region (we have 5 regions)             | workers=5
            two workers per shard, 4 shards                                  | workers=8
            8 cores, sorry, 16                                               | cpu=16
            8 cores, no wait, 16 cores                                       | cpu=16
            two h100s no wait, one's plenty                                  | gpu_kind=h100 gpus=1
            16 cores instead of 8                                            | cpu=16
            from 12 executors to 5                                           | workers=5
            a small one, actually make it large                              | size=large
            can it be a large instead of a medium?                           | size=large
            4xA100                                                           | gpu_kind=a100 gpus=4
            4 x A100                                                         | gpu_kind=a100 gpus=4
            A100 x 2                                                         | gpu_kind=a100 gpus=2
            A100 (x2)                                                        | gpu_kind=a100 gpus=2
            a couple of H100s                                                | gpu_kind=h100 gpus=2
            couple H100s                                                     | gpu_kind=h100 gpus=2
            half a dozen T4s                                                 | gpu_kind=t4 gpus=6
            a pair of V100s                                                  | gpu_kind=v100 gpus=2
            an H100                                                          | gpu_kind=h100 gpus=1
            env with A100                                                    | gpu_kind=a100 gpus=1
            some A100s                                                       | gpu_kind=a100
            eight nvidia a100 gpus                                           | gpu_kind=a100 gpus=8
            2x A100 80GB                                                     | gpu_kind=a100 gpus=2
            one of those H100s                                               | gpu_kind=h100 gpus=1
            4 GPUs                                                           | gpus=4
            gpus=2                                                           | gpus=2
            no GPU                                                           | gpus=0
            I don't need a gpu                                               | gpus=0
            cpu only please                                                  | gpus=0
            a 2 gpu box                                                      | gpus=2
            no H100s, two T4s will do                                        | gpu_kind=t4 gpus=2
            can env-145 get a second T4?                                     | gpu_kind=t4 gpus=2
            small one pls                                                    | size=small
            need spark. big one.                                             | size=large
            Medium is fine                                                   | size=medium
            a wee notebook                                                   | size=small
            the smallest env you have                                        | size=small
            not the big one                                                  | -
            a machine for a big pandas join                                  | -
            train a large language model                                     | -
            this is too small for me                                         | -
            twelve environments, small ones                                  | count=12 size=small
            three notebooks                                                  | count=3
            six VS Codes                                                     | count=6
            environments for 12 students                                     | count=12
            a notebook                                                       | -
            load a 50GB csv                                                  | -
            2 TB of data                                                     | -
            the file is 40 GB                                                | -
            R 4.4 and python 3.11                                            | -
            port 8888                                                        | -
            budget code RX-4471                                              | -
            the last one (env-4821) fell over                                | -
            LoRA finetune of the 8B model                                    | -
            200k tokens a day                                                | -
            step 2 of 5                                                      | -
            train the model a little on our data                             | -
            copy parquet between two environments                            | -
            stuck with 8 GB of memory here                                   | -
            ray on 6 machines                                                | workers=6
            £500                                                             | -
            16 cores is overkill, put it on small please                     | size=small
            """)
    void sizesAreRead(String text, String expected) {
        assertThat(shown(slots("launch", text), NUMBERS)).isEqualTo(expected == null ? "" : expected);
    }

    @ParameterizedTest(name = "{1}")
    @CsvSource(delimiter = '|', quoteCharacter = '~', nullValues = "-", textBlock = """
            launch | spin up 4 A100s for three days for the churn model         | churn model
            launch | a notebook, purpose = reconciliation                       | reconciliation
            launch | Spark for 6h. Purpose: sessionisation backfill.            | sessionisation backfill
            launch | two H100s to train a ranking model                         | train a ranking model
            grant  | read on sales.orders for two weeks, churn study            | churn study
            grant  | read on sales.orders, need it for audit                    | audit
            launch | a cluster so we can backfill the claims table              | backfill the claims table
            launch | I'm working on the lapse model and need 16 cores           | lapse model
            launch | ray, 6 workers. hyperparameter sweep                       | hyperparameter sweep
            launch | a box for checking the February invoices                   | checking the February invoices
            launch | an environment for the Q2 reserving exercise until Friday  | Q2 reserving exercise
            grant  | permission for sales.orders                                | -
            launch | a notebook for me                                          | -
            launch | a notebook for raj                                         | -
            launch | a notebook for the growth team                             | -
            launch | a notebook for two weeks                                   | -
            launch | a cluster for the weekend                                  | -
            launch | a notebook for free                                        | -
            launch | we have been waiting for ages, a notebook please           | -
            launch | need to crunch 40M rows                                    | crunch 40M rows
            grant  | iris needs to read hr.leavers for her placement project    | placement project
            """)
    void purposesAreRead(String verb, String text, String expected) {
        var purpose = slots(verb, text).get("purpose");
        assertThat(purpose == null ? null : purpose.value()).isEqualTo(expected);
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            stop     | tear down the GPU cluster, the training finished        | target=gpu
            stop     | nuke the hackathon envs                                 | target=hackathon envs
            stop     | I'm done with the notebook                              | target=notebook
            stop     | kill env-4821 and env-4822, not 4823                    | target=[env-4821, env-4822]
            stop     | revoke my access to customer.accounts                   | target=customer.accounts
            stop     | shut down everything I have                             | target=everything
            stop     | stop it                                                 | target=last
            stop     | tear down ray-9                                         | target=ray-9
            status   | how's 1233 getting on? put it in at 9:15                | target=1233
            status   | ETA on the GPUs??                                       | target=gpu
            status   | is my spark up??                                        | target=spark
            status   | link to the rstudio pls                                 | target=rstudio
            why      | why was my request refused                              | target=last
            why      | how did you get to 212 euros for that                   | target=last
            resume   | wake the R environment                                  | target=R environment
            withdraw | cancel my request                                       | target=last
            withdraw | scrap my gpu request                                    | target=gpu
            withdraw | take back my request for the A100s                      | target=A100s
            extend   | plus 30m                                                | for=PT30M target=last
            extend   | same env same spec, just two more days                  | for=PT48H target=last
            extend   | don't kill my cluster yet, need it till 9pm             | target=cluster until=2026-03-11T21:00
            extend   | keep the notebook up by Friday                          | target=notebook until=2026-03-13
            resize   | scale my ray cluster down to 2                          | target=ray workers=2
            resize   | bump env-5120 up to 64 gigs                             | memory_gb=64 target=env-5120
            resize   | my session is out of memory, give it 32G                | memory_gb=32 target=session
            transfer | make <@U09KIM> the owner of env-5033                    | grantee=U09KIM target=env-5033
            transfer | hand my notebook over to ana                            | grantee=ana target=notebook
            transfer | all my buckets should belong to Beatriz                 | grantee=Beatriz target=buckets
            list     | list every dag risk owns                                | team=risk what=dags
            list     | list my clusters                                        | what=clusters
            spend    | top 3 spenders in commerce, january                     | by=person period=2026-01 team=commerce top=3
            spend    | how many gpu hours has the vision group used in 2026    | period=2026 resource=gpu team=vision
            spend    | compare jan and feb for pricing team                    | period=[2026-01, 2026-02] team=pricing
            spend    | itemised bill 1 to 10 march                             | period=2026-03-01/2026-03-10 team=mine
            spend    | how much did I spend yesterday                          | period=2026-03-10 person=me
            spend    | costs from 1 Feb to 15 Feb                              | period=2026-02-01/2026-02-15 team=mine
            approve  | approve 1207                                            | target=1207
            approve  | yep fine by me, two weeks max though                    | target=last
            deny     | decline <@U07OMAR>'s ask for hr.leavers - no DPIA       | dataset=hr.leavers reason=no DPIA target=U07OMAR
            deny     | hold off on 1190 until I've spoken to legal             | reason=until I've spoken to legal target=1190
            deny     | not this time, use the sandbox                          | reason=use the sandbox target=last
            run      | trigger customer_360_build with full_refresh=true       | job=customer_360_build
            run      | please trigger the month-end reconciliation pipeline    | job=month-end reconciliation
            run      | rerun claims_v3 for 2026-03-09, it failed at 06:00      | job=claims_v3
            find     | is there a table with customer lifetime value?          | query=customer lifetime value
            find     | where would I find motor claims by postcode?            | query=motor claims by postcode
            help     | is the RStudio image on R 4.4 yet?                      | query=RStudio image R 4.4
            help     | are interns permitted to use customer data at all?      | query=interns customer data
            """)
    void whatIsHadOrToldIsRead(String verb, String text, String expected) {
        assertThat(shown(slots(verb, text), Set.of())).isEqualTo(expected);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            hook up <@U03LEO> w/ the nps survey responses thru april         | nps survey responses, read, U03LEO
            everything under schema ledger                                   | ledger.*, read
            the whole ledger schema, read only                               | ledger.*, read
            not the whole hr schema, only hr.absence_daily. read             | hr.absence_daily, read
            write on sales.orders on behalf of the commerce team             | sales.orders, write, commerce
            give svc-nightly-scoring read on customer.accounts               | customer.accounts, read, svc-nightly-scoring
            add kim to product.catalogue                                     | product.catalogue, read, kim
            I am working with <@U08PAT> and need competitor_prices           | competitor_prices, read
            Raj told me you have the sales returns data, can I read it       | sales.returns, read
            lee needs everything under schema telemetry. No writing!         | telemetry.*, read, lee
            synthetic.transactions and synthetic.customers please            | [synthetic.transactions, synthetic.customers], read
            access to the custmer accounts                                   | customer.accounts, read
            sales.ordrs for a week                                           | sales.ordrs, read
            I am writing to ask for supplier.contracts                       | supplier.contracts, read
            grant my team access to sales.orders                             | sales.orders, read, mine
            #growth needs sales.orders                                       | sales.orders, read, growth
            """)
    void dataAccessAndGranteeAreRead(String text, String expected) {
        var slots = slots("grant", text);
        var grantee = slots.containsKey("grantee") ? ", " + slots.get("grantee").value() : "";
        assertThat(slots.get("dataset").value() + ", " + slots.get("access").value() + grantee)
                .isEqualTo(expected);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            create a git repo called churn-features for team growth          | name=churn-features path=repository team=growth
            bucket fraud-poc-tmp                                             | name=fraud-poc-tmp path=bucket
            a vector store. Call it wordings-chat, project atlas             | name=wordings-chat path=genai-rag project=atlas
            rstudio, image registry.example.com/de/dbt:1.9                   | image=registry.example.com/de/dbt:1.9 path=rstudio
            rstudio with the R 4.4 image                                     | image=R 4.4 path=rstudio
            no wait, spark not ray                                           | path=spark-cluster
            jupytr notebook                                                  | path=data-science-experimentation
            a notebook on the customer accounts                              | path=data-science-customer-data
            encrypted bucket, access for <@U01ZED> and me only               | grantee=[U01ZED] path=bucket
            run my script on a schedule every weekday at 9                   | schedule=0 9 * * 1-5
            run my script each Monday 06:30                                  | schedule=30 6 * * 1
            schedule it hourly                                               | schedule=0 * * * *
            run it nightly at 2am                                            | schedule=0 2 * * *
            every 15 minutes                                                 | schedule=*/15 * * * *
            cron for report.py, 6am daily                                    | schedule=0 6 * * *
            a weekly report, Fridays 16:00                                   | schedule=0 16 * * 5
            on the first working day of each month                           | schedule=0 9 1 * *
            new schedule: 0 4 * * 1-5, image registry.internal/jobs/etl:2    | schedule=0 4 * * 1-5
            """)
    void namesImagesAndSchedulesAreRead(String text, String expected) {
        var names = Set.of("name", "path", "team", "project", "image", "grantee", "schedule");
        assertThat(shown(slots("launch", text), names)).contains(expected);
    }

    @Test
    void slackMarkUpNamesPeopleAndChannels() {
        assertThat(slots("transfer", "give env-5033 to <@U09KIM|kim>")
                        .get("grantee")
                        .value())
                .isEqualTo("U09KIM");
        assertThat(slots("grant", "<#C123ABC|growth> needs sales.orders")
                        .get("grantee")
                        .value())
                .isEqualTo("growth");
    }

    @Test
    void anEndIsNoSchedule() {
        assertThat(slots("launch", "a gpu box til thurs 2pm")).doesNotContainKey("schedule");
        assertThat(slots("launch", "a gpu box for 2 weeks from Monday 9am")).doesNotContainKey("schedule");
    }

    @Test
    void aCorrectionKeepsAllTheWordsItCameFrom() {
        assertThat(slots("launch", "I need 8 cores, sorry, 16 please").get("cpu"))
                .isEqualTo(new Slot(16L, "8 cores, sorry, 16", true));
    }

    @ParameterizedTest
    @EnumSource(Verb.class)
    @Timeout(60)
    void hostileMessagesAreReadInBoundedTime(Verb verb) {
        var random = new Random(verb.ordinal());
        var pieces =
                "for |to |until |a |8 |of |the |, |. |- |/|x|no |sorry |not |from |access to |request for |my |working on |in |gb |a100 |cores |every |monday |_|é|<@|>|\\n|purpose |purpose: |instead of |per |week |train |(|)|'s |1|2026"
                        .split("\\|");
        for (var round = 0; round < 40; round++) {
            var text = new StringBuilder();
            var alphabet = 1 + random.nextInt(round % 4 == 0 ? 3 : pieces.length - 1);
            var first = random.nextInt(pieces.length);
            while (text.length() < 2_000) {
                text.append(pieces[(first + random.nextInt(alphabet)) % pieces.length]);
            }
            var found = Found.in(text.substring(0, 2_000), Sample.NOW, Sample.ZONE, NAMES);
            assertThat(Filling.of(verb, found)).isNotNull();
        }
    }
}
