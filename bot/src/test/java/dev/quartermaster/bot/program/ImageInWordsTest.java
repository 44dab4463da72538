package dev.quartermaster.bot.program;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** An image by a word, and a tool that may not be used, by command and in a sentence. */
@Sharing("asking")
@Order(6)
class ImageInWordsTest {
    private static final String BOTH = "quay.io/jupyter/all-spark-notebook";

    private static RunningProgram program;

    @BeforeAll
    static void start(RunningProgram started) {
        program = started;
    }

    @Test
    void oneImageHasRAndPythonAndScala() {
        program.types("raj", "launch data-science-experimentation --image \"R and Scala\" --for 1h");
        String typed = program.request("raj");
        program.eventually(() -> program.state(typed).equals("live"));
        assertThat(plan(typed)).contains(BOTH);
        program.types("raj", "stop " + typed.replace("req-", "lease-"));
        program.eventually(() -> program.state(typed).equals("ended"));
    }

    @Test
    void whatMayNotBeUsedNamesWhatMay() {
        program.types("raj", "launch data-science-experimentation --image sas");
        String typed = program.request("raj");
        assertThat(program.state(typed)).isEqualTo("refused");
        program.eventually(
                () -> program.card("raj", "status:" + typed).contains("sas is not offered here. Instead: Python or R"));

        program.tells("raj", "launch a data science notebook with the SAS image for two hours");
        program.eventually(() -> has("SAS is not offered here. Instead: Python or R"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"I need SAS for my analysis", "SAS please", "a notebook with SAS"})
    void aToolThatMayNotBeUsedIsNotDroppedFromASentence(String said) {
        WorkspaceUser lee = new WorkspaceUser(program, "lee");
        double moment = System.currentTimeMillis() / 1000.0;
        lee.says(said);
        JsonNode told = lee.patiently(() -> lee.since(moment).stream()
                .filter(message -> message.toString().contains("SAS is not offered here. Instead: Python or R"))
                .findFirst());
        assertThat(told.toString()).contains("launch data-science-experimentation");
    }

    private static String plan(String request) {
        return program.jdbc()
                .sql("select plan from lease where request = ?")
                .param(request)
                .query(String.class)
                .single();
    }

    private static boolean has(String words) {
        return program.told("raj").stream().anyMatch(message -> message.contains(words));
    }
}
