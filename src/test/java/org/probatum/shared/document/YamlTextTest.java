package org.probatum.shared.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.probatum.shared.document.Documents.refusedYaml;
import static org.probatum.shared.document.Documents.yaml;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.probatum.shared.Problem;

class YamlTextTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "a: &x 1             | is an anchor",
                "a: &x {b: 1}        | is an anchor",
                "a: *x               | is an alias",
                "a: {<<: {b: 1}}     | is a merge key",
                "a: !!str 1          | has a tag",
                "a: !!python/x {}    | has a tag",
                "a: !mine [1]        | has a tag",
                "{a: 1}: 2           | a key is a list or a group",
                "[a]: 2              | a key is a list or a group",
            })
    void refuses_what_json_cannot_say(String text, String wrong) {
        Problem problem = refusedYaml(text);

        assertThat(problem.status()).isEqualTo(400);
        assertThat(problem.detail()).contains(wrong);
        assertThat(problem.violations().get(0).line()).isEqualTo(1);
    }

    @Test
    void refuses_an_anchor_and_its_alias_before_anything_is_expanded() {
        String laughs = "a: &a [x,x]\nb: &b [*a,*a]\nc: [*b,*b]\n";

        assertThat(refusedYaml(laughs).violations().get(0).pointer()).isEqualTo("/a");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a: 1\n---\nb: 2\n", "---\na: 1\n---\n", "a: 1\n...\n---\nb: 1"})
    void refuses_a_second_document(String text) {
        assertThat(refusedYaml(text).detail()).contains("second document");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a: b: c",
                "a: [1",
                "a: \"b",
                "\ta: 1",
                "a: 1\n b: 2",
                "a: @b",
                "}",
                "%TAG ! x:\n---\na: 1",
                "%YAML 9.0\n---\na"
            })
    void refuses_broken_yaml_with_a_line(String text) {
        Problem problem = refusedYaml(text);

        assertThat(problem.status()).isEqualTo(400);
        assertThat(problem.violations().get(0).line()).isPositive();
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"\\U00110000\"", "\"\\Uffffffff\"", "\"\\xg\"", "\"\\ud\"", "\"\\q\""})
    void refuses_escapes_of_no_character(String text) {
        assertThat(refusedYaml(text).status()).isEqualTo(400);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2026-12-15",
                "yes",
                "no",
                "on",
                "Off",
                "12:30:45",
                "0x1F",
                "0o17",
                "007",
                "1_000",
                "NaN",
                "1.2.3",
                "=",
                "-",
                "e5"
            })
    void leaves_as_text_what_json_would_not_type(String scalar) {
        JsonNode value = yaml("a: {b: \"\", c: " + scalar + "}").tree().at("/a/c");

        assertThat(value.isTextual()).isTrue();
        assertThat(value.textValue()).isEqualTo(scalar);
    }

    @ParameterizedTest
    @CsvSource({"5, 5", "-5, -5", "+5, 5", "0.79, 0.79", ".5, 0.5", "1e3, 1E+3", "12345678901, 12345678901"})
    void types_numbers(String scalar, String number) {
        JsonNode value = yaml("a: " + scalar).tree().at("/a");

        assertThat(value.isNumber()).isTrue();
        assertThat(value.decimalValue()).isEqualTo(number);
    }

    @Test
    void types_true_false_and_nothing() {
        JsonNode tree = yaml("{a: true, b: False, c: null, d: ~, e: , f: \"true\", g: 'null', h: \"5\"}")
                .tree();

        assertThat(tree.at("/a").isBoolean()).isTrue();
        assertThat(tree.at("/b").isBoolean()).isTrue();
        assertThat(tree.at("/c").isNull()).isTrue();
        assertThat(tree.at("/d").isNull()).isTrue();
        assertThat(tree.at("/e").isNull()).isTrue();
        assertThat(tree.at("/f").isTextual()).isTrue();
        assertThat(tree.at("/g").isTextual()).isTrue();
        assertThat(tree.at("/h").isTextual()).isTrue();
    }

    @Test
    void keeps_block_text_as_text() {
        assertThat(yaml("a: |\n  12\n").tree().at("/a").textValue()).isEqualTo("12\n");
    }
}
