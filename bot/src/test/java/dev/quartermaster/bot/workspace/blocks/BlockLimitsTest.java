package dev.quartermaster.bot.workspace.blocks;

import static org.assertj.core.api.Assertions.assertThat;

import com.slack.api.model.block.Blocks;
import com.slack.api.model.block.LayoutBlock;
import com.slack.api.model.block.composition.BlockCompositions;
import com.slack.api.model.block.element.BlockElements;
import com.slack.api.util.json.GsonFactory;
import dev.quartermaster.bot.workspace.EchoBot;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

class BlockLimitsTest {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    @Test
    void whatTheTrialBotSendsIsTaken() {
        for (String name : List.of("card.json", "approval.json"))
            assertThat(BlockLimits.problems(JSON.readTree(EchoBot.text(name))))
                    .as(name)
                    .isEmpty();
        for (String name : List.of("form.json", "home.json"))
            assertThat(BlockLimits.viewProblems(JSON.readTree(EchoBot.text(name))))
                    .as(name)
                    .isEmpty();
    }

    /** {@code #n} in the JSON becomes n letters. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "section text       | {'type':'section','text':{'type':'mrkdwn','text':'#N'}} | 3000",
                "header             | {'type':'header','text':{'type':'plain_text','text':'#N'}} | 150",
                "field              | {'type':'section','fields':[{'type':'mrkdwn','text':'#N'}]} | 2000",
                "button text        | {'type':'actions','elements':[{'type':'button','text':{'type':'plain_text','text':'#N'}}]} | 75",
                "button value       | {'type':'actions','elements':[{'type':'button','value':'#N','text':{'type':'plain_text','text':'a'}}]} | 2000",
                "action id          | {'type':'actions','elements':[{'type':'button','action_id':'#N','text':{'type':'plain_text','text':'a'}}]} | 255",
                "block id           | {'type':'divider','block_id':'#N'} | 255",
                "markdown           | {'type':'markdown','text':'#N'} | 12000",
                "alternative text   | {'type':'image','image_url':'https://example.com/a.png','alt_text':'#N'} | 2000",
                "context            | {'type':'context','elements':[{'type':'mrkdwn','text':'#N'}]} | 3000",
                "option text        | {'type':'actions','elements':[{'type':'static_select','options':[{'value':'a','text':{'type':'plain_text','text':'#N'}}]}]} | 75",
                "option value       | {'type':'actions','elements':[{'type':'static_select','options':[{'value':'#N','text':{'type':'plain_text','text':'a'}}]}]} | 75",
                "confirmation title | {'type':'actions','elements':[{'type':'button','text':{'type':'plain_text','text':'a'},'confirm':{'title':{'type':'plain_text','text':'#N'},'text':{'type':'mrkdwn','text':'a'},'confirm':{'type':'plain_text','text':'a'},'deny':{'type':'plain_text','text':'a'}}}]} | 100",
                "input label        | {'type':'input','label':{'type':'plain_text','text':'#N'},'element':{'type':'plain_text_input'}} | 2000",
            })
    void oneCharacterMoreThanSlackTakesIsRefused(String what, String block, int most) {
        assertThat(problems(block, most)).as("%s of %d", what, most).isEmpty();
        assertThat(problems(block, most + 1))
                .as("%s of %d", what, most + 1)
                .hasSize(1)
                .first()
                .asString()
                .contains("must be less than " + (most + 1) + " characters");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "no text              | {'type':'section'} | missing required field: text",
                "empty text           | {'type':'section','text':{'type':'mrkdwn','text':''}} | must be more than 0 characters",
                "mrkdwn in a header   | {'type':'header','text':{'type':'mrkdwn','text':'a'}} | must be plain_text",
                "an unknown block     | {'type':'fancy'} | unsupported type: fancy",
                "an unknown element   | {'type':'actions','elements':[{'type':'slider'}]} | unsupported type: slider",
                "an input in a row    | {'type':'actions','elements':[{'type':'plain_text_input'}]} | unsupported type: plain_text_input",
                "an unknown field     | {'type':'divider','colour':'red'} | invalid additional property: colour",
                "a made-up style      | {'type':'actions','elements':[{'type':'button','style':'green','text':{'type':'plain_text','text':'a'}}]} | must be a valid enum value",
                "the same action id   | {'type':'actions','elements':[{'type':'button','action_id':'x','text':{'type':'plain_text','text':'a'}},{'type':'button','action_id':'x','text':{'type':'plain_text','text':'b'}}]} | action_id already exists: x",
                "a picture of nothing | {'type':'image','alt_text':'a'} | must provide exactly one of image_url and slack_file",
                "no such date         | {'type':'actions','elements':[{'type':'datepicker','initial_date':'2026-02-30'}]} | must be a date of the form YYYY-MM-DD",
                "a foreign choice     | {'type':'actions','elements':[{'type':'static_select','initial_option':{'value':'b','text':{'type':'plain_text','text':'b'}},'options':[{'value':'a','text':{'type':'plain_text','text':'a'}}]}]} | initial option is not one of the options",
            })
    void whatSlackDoesNotKnowIsRefused(String what, String block, String expected) {
        assertThat(problems(block, 1)).as(what).anyMatch(problem -> problem.contains(expected));
    }

    @Test
    void fiftyBlocksAreTakenAndNoneMore() {
        assertThat(BlockLimits.problems(many(50))).isEmpty();
        assertThat(BlockLimits.problems(many(51)))
                .containsExactly("[ERROR] no more than 50 items allowed [json-pointer:/blocks]");
        assertThat(BlockLimits.problems(many(0))).isNotEmpty();
        assertThat(BlockLimits.viewProblems(home(many(100)))).isEmpty();
        assertThat(BlockLimits.viewProblems(home(many(101)))).hasSize(1);
    }

    @Test
    void rowsFieldsAndMenusHaveTheirNumbers() {
        String button = "{'type':'button','text':{'type':'plain_text','text':'a'}}";
        assertThat(problems("{'type':'actions','elements':[" + repeated(button, 25) + "]}", 1))
                .isEmpty();
        assertThat(problems("{'type':'actions','elements':[" + repeated(button, 26) + "]}", 1))
                .hasSize(1);
        String field = "{'type':'mrkdwn','text':'a'}";
        assertThat(problems("{'type':'section','fields':[" + repeated(field, 10) + "]}", 1))
                .isEmpty();
        assertThat(problems("{'type':'section','fields':[" + repeated(field, 11) + "]}", 1))
                .hasSize(1);
        assertThat(problems("{'type':'context','elements':[" + repeated(field, 11) + "]}", 1))
                .hasSize(1);
        assertThat(problems("{'type':'actions','elements':[{'type':'overflow','options':[" + options(6) + "]}]}", 1))
                .hasSize(1);
        assertThat(problems(
                        "{'type':'actions','elements':[{'type':'static_select','options':[" + options(101) + "]}]}", 1))
                .hasSize(1);
        assertThat(problems("{'type':'actions','elements':[{'type':'checkboxes','options':[" + options(11) + "]}]}", 1))
                .hasSize(1);
    }

    @Test
    void twoBlocksMayNotShareAnId() {
        JsonNode blocks = read("[{'type':'divider','block_id':'a'},{'type':'divider','block_id':'a'}]");
        assertThat(BlockLimits.problems(blocks))
                .containsExactly("[ERROR] block_id already exists: a [json-pointer:/blocks/1/block_id]");
    }

    @Test
    void allTextTogetherHasALimit() {
        ArrayNode blocks = JSON.createArrayNode();
        for (int i = 0; i < 5; i++)
            blocks.add(read("{'type':'section','text':{'type':'mrkdwn','text':'" + "a".repeat(2_700) + "'}}"));
        assertThat(BlockLimits.problems(blocks)).hasSize(1);
    }

    @Test
    void aModalHasATitleOfTwentyFourCharactersAndASubmitWhenItAsks() {
        ObjectNode form = (ObjectNode) JSON.readTree(EchoBot.text("form.json"));
        ((ObjectNode) form.path("title")).put("text", "a".repeat(25));
        assertThat(BlockLimits.viewProblems(form))
                .containsExactly("[ERROR] must be less than 25 characters [json-pointer:/view/title/text]");
        ((ObjectNode) form.path("title")).put("text", "a".repeat(24));
        form.put("private_metadata", "a".repeat(3_001));
        assertThat(BlockLimits.viewProblems(form)).hasSize(1);
        form.remove(List.of("private_metadata", "submit"));
        assertThat(BlockLimits.viewProblems(form))
                .containsExactly("[ERROR] missing required field: submit [json-pointer:/view]");
    }

    @Test
    void whatSlacksOwnLibraryBuildsIsTaken() {
        List<LayoutBlock> built = Blocks.asBlocks(
                Blocks.header(h -> h.text(BlockCompositions.plainText("Price", true))),
                Blocks.section(s -> s.text(BlockCompositions.markdownText("*0.88 EUR*"))
                        .accessory(BlockElements.button(b -> b.text(BlockCompositions.plainText("Stop"))
                                .actionId("stop")
                                .value("l1")))),
                Blocks.context(c ->
                        c.elements(BlockElements.asContextElements(BlockCompositions.markdownText("ends _today_")))),
                Blocks.divider());
        String written = GsonFactory.createSnakeCase().toJson(built);
        assertThat(BlockLimits.problems(JSON.readTree(written))).isEmpty();
    }

    private static List<String> problems(String block, int length) {
        return BlockLimits.problems(read("[" + block.replace("#N", "a".repeat(length)) + "]"));
    }

    private static JsonNode read(String json) {
        return JSON.readTree(json.replace('\'', '"'));
    }

    private static ArrayNode many(int count) {
        ArrayNode blocks = JSON.createArrayNode();
        IntStream.range(0, count).forEach(i -> blocks.addObject().put("type", "divider"));
        return blocks;
    }

    private static JsonNode home(ArrayNode blocks) {
        return JSON.createObjectNode().put("type", "home").set("blocks", blocks);
    }

    private static String repeated(String element, int times) {
        return String.join(",", java.util.Collections.nCopies(times, element));
    }

    @Test
    void aTableIsTakenUpToSlacksLimitsAndOnlyOne() {
        assertThat(problems("[" + table(100, 20, "'type':'raw_text','text':'a'") + "]"))
                .isEmpty();
        assertThat(problems("[" + table(101, 1, "'type':'raw_text','text':'a'") + "]"))
                .hasSize(1);
        assertThat(problems("[" + table(1, 21, "'type':'raw_text','text':'a'") + "]"))
                .hasSize(1);
        assertThat(problems("[" + table(1, 1, "'type':'raw_text','text':''") + "]"))
                .hasSize(1);
        assertThat(problems("[" + table(1, 1, "'type':'button','text':'a'") + "]"))
                .hasSize(1);
        assertThat(problems(
                        "[" + table(1, 1, "'type':'rich_text','elements':[{'type':'rich_text_section','elements':[]}]")
                                + "]"))
                .hasSize(1);
        assertThat(problems("[" + table(10, 10, "'type':'raw_text','text':'" + "a".repeat(101) + "'") + "]"))
                .singleElement(InstanceOfAssertFactories.STRING)
                .contains("10001 characters");
        String small = table(1, 1, "'type':'raw_text','text':'a'");
        assertThat(problems("[" + small + "," + small + "]"))
                .singleElement(InstanceOfAssertFactories.STRING)
                .contains("only_one_table_allowed");
        assertThat(
                        problems(
                                "[{'type':'table','rows':[[{'type':'raw_text','text':'a'}]],'column_settings':[{'align':'up'}]}]"))
                .hasSize(1);
    }

    private static String table(int rows, int columns, String cell) {
        String row = "[" + String.join(",", Collections.nCopies(columns, "{" + cell + "}")) + "]";
        return "{'type':'table','rows':[" + String.join(",", Collections.nCopies(rows, row)) + "]}";
    }

    private static List<String> problems(String blocks) {
        return BlockLimits.problems(JSON.readTree(blocks.replace('\'', '"')));
    }

    private static String options(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> "{'value':'v" + i + "','text':{'type':'plain_text','text':'a'}}")
                .reduce((a, b) -> a + "," + b)
                .orElse("");
    }
}
