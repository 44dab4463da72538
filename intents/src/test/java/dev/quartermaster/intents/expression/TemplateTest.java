package dev.quartermaster.intents.expression;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TemplateTest {
    private static final Expressions EXPRESSIONS = Expressions.of(Map.of(
            "p.gpus",
            ExpressionType.WHOLE,
            "p.memory",
            ExpressionType.WORDS,
            "p.share",
            ExpressionType.NUMBER,
            "lease.id",
            ExpressionType.WORDS));
    private static final Map<String, Object> VALUES =
            Map.of("p.gpus", 2L, "p.memory", "2Gi", "p.share", 0.5, "lease.id", "lease-aaaaaaaaaa");

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "${p.memory} | 2Gi",
                "a-${lease.id}-b | a-lease-aaaaaaaaaa-b",
                "${p.gpus}/${p.share} | 2/0.5",
                "$${HOME}/x | ${HOME}/x",
                "${p.memory == '}' ? 'a' : 'b'} | b",
                "${p.gpus > 1 ? \"{\" : \"}\"} | {",
                "price: $5 | price: $5",
            })
    void textIsFilledInAndNothingElseIsTouched(String text, String filled) throws Exception {
        assertThat(fill(text)).isEqualTo(filled);
    }

    @Test
    void anExpressionAloneKeepsItsType() throws Exception {
        assertThat(fill("${p.gpus}")).isEqualTo(2L);
        assertThat(fill("${p.gpus > 1}")).isEqualTo(true);
        assertThat(fill("${p.share * 3.0}")).isEqualTo(1.5);
    }

    @Test
    void aConditionLeavesItsMapOutOrItselfOut() throws Exception {
        Map<String, Object> tree = Map.of(
                "limits", Map.of("gpu", Map.of("when", "${p.gpus > 0}", "then", "${string(p.gpus)}")),
                "list",
                        List.of(
                                Map.of("when", "${p.gpus > 5}", "key", "x"),
                                Map.of("when", "${p.gpus < 5}", "key", "y")),
                "foreign", Map.of("when", "{{always}}"));
        assertThat(fill(tree))
                .isEqualTo(Map.of(
                        "limits", Map.of("gpu", "2"),
                        "list", List.of(Map.of("key", "y")),
                        "foreign", Map.of("when", "{{always}}")));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "${p.gpu} | In \"p.gpu\": there is no p.gpu. | Did you mean p.gpus?",
                "${p.gpus | \"${p.gpus\" opens ${ and does not close it. | Close it with }, or write $${ for the two characters.",
                "x-${['a']} | \"['a']\" gives list, not text, a number, or true or false. | Compare it with something, or convert it with string(…), int(…) or double(…).",
                "${[1, 2]} | \"[1, 2]\" gives list, not text, a number, true or false, or a list of texts. | Compare it with something, or convert it with string(…), int(…) or double(…).",
            })
    void aFaultSaysWhatIsWrongAndWhatToDo(String text, String what, String todo) {
        assertThat(Template.fault(text, EXPRESSIONS, ExpressionType.LEAF))
                .hasValue(new Expressions.Compiled.Faulty(what, todo));
    }

    @Test
    void anExpressionReachesNothingButItsNames() {
        assertThat(Template.fault("${java.lang.System.exit(1)}", EXPRESSIONS, ExpressionType.LEAF))
                .isPresent();
        assertThat(Template.fault(
                        "${" + "(".repeat(5_000) + "1" + ")".repeat(5_000) + "}", EXPRESSIONS, ExpressionType.LEAF))
                .isPresent();
    }

    private static Object fill(Object tree) throws Expression.Unworkable {
        return Template.of(tree, EXPRESSIONS).fill(VALUES).orElseThrow();
    }
}
