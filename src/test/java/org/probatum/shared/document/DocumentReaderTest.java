package org.probatum.shared.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.probatum.shared.document.Documents.json;
import static org.probatum.shared.document.Documents.refused;
import static org.probatum.shared.document.Documents.refusedJson;
import static org.probatum.shared.document.Documents.refusedYaml;
import static org.probatum.shared.document.Documents.yaml;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.probatum.shared.Problem;
import org.probatum.shared.Violation;

class DocumentReaderTest {
    @ParameterizedTest
    @EnumSource(Format.class)
    void refuses_bytes_that_are_not_utf_8_and_says_which(Format format) {
        Problem problem = refused(new byte[] {'"', 'a', (byte) 0xC3, '"'}, format);

        assertThat(problem.status()).isEqualTo(400);
        assertThat(problem.type()).isEqualTo("malformed-document");
        assertThat(problem.detail()).isEqualTo("it is not UTF-8 at byte 3");
    }

    @ParameterizedTest
    @EnumSource(Format.class)
    void refuses_text_cut_off_within_a_character(Format format) {
        assertThat(refused(new byte[] {'a', (byte) 0xE2, (byte) 0x82}, format).detail())
                .contains("not UTF-8 at byte 2");
    }

    @ParameterizedTest
    @EnumSource(Format.class)
    void refuses_an_empty_body(Format format) {
        assertThat(refused(new byte[0], format).detail()).contains("empty");
        assertThat(refused(" \n\t ".getBytes(StandardCharsets.UTF_8), format).detail())
                .contains("empty");
        assertThat(refused("null".getBytes(StandardCharsets.UTF_8), format).detail())
                .contains("nothing in it");
    }

    @Test
    void refuses_yaml_that_is_only_comments() {
        assertThat(refusedYaml("# nothing yet\n").detail()).contains("nothing in it");
        assertThat(refusedYaml("---\n...\n").detail()).contains("nothing in it");
    }

    @ParameterizedTest
    @EnumSource(Format.class)
    void refuses_a_body_that_is_too_large(Format format) {
        assertThat(refused(new byte[DocumentReader.MAX_BYTES + 1], format).status())
                .isEqualTo(413);
    }

    @Test
    void refuses_more_values_than_anybody_would_write() {
        String many = "[" + "0,".repeat(60_000) + "0]";

        assertThat(refusedJson(many).status()).isEqualTo(413);
        assertThat(refusedYaml(many).status()).isEqualTo(413);
    }

    @Test
    void refuses_a_key_given_twice_and_points_at_the_second() {
        assertThat(only(refusedJson("{\"scope\": {\"a\": 1,\n  \"a\": 2}}")))
                .isEqualTo(new Violation("/scope/a", "the key \"a\" is given twice", "each key once", 2, 3));
        assertThat(only(refusedYaml("scope:\n  a: 1\n  a: 2\n")))
                .isEqualTo(new Violation("/scope/a", "the key \"a\" is given twice", "each key once", 3, 3));
    }

    @Test
    void refuses_keys_that_differ_only_in_how_they_are_escaped() {
        assertThat(only(refusedJson("{\"a\": 1, \"\\u0061\": 2}")).wrong()).contains("twice");
        assertThat(only(refusedYaml("a: 1\n\"\\x61\": 2\n")).wrong()).contains("twice");
    }

    @Test
    void refuses_nesting_beyond_fifty_levels() {
        assertThat(json("[".repeat(50) + "]".repeat(50)).tree().isArray()).isTrue();
        assertThat(refusedJson("[".repeat(51) + "]".repeat(51)).detail()).contains("nested too deeply");
        assertThat(yaml("[".repeat(50) + "]".repeat(50)).tree().isArray()).isTrue();
        assertThat(refusedYaml("[".repeat(51) + "]".repeat(51)).detail()).contains("nested too deeply");
        assertThat(refusedYaml("- ".repeat(51) + "a").detail()).contains("nested too deeply");
        assertThat(refusedJson("{\"a\":".repeat(100_000)).detail()).contains("nested too deeply");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{} {}", "{} x", "[1] 2", "1 2", "{}}"})
    void refuses_json_that_goes_on_after_its_end(String text) {
        assertThat(refusedJson(text).status()).isEqualTo(400);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{",
                "{\"a\"}",
                "[1,]",
                "{'a': 1}",
                "{a: 1}",
                "// c\n{}",
                "01",
                "+1",
                ".5",
                "1.",
                "\"a\nb\"",
                "tru"
            })
    void refuses_what_is_almost_json(String text) {
        Problem problem = refusedJson(text);

        assertThat(problem.status()).isEqualTo(400);
        assertThat(problem.violations()).hasSize(1);
        assertThat(only(problem).line()).isPositive();
        assertThat(problem.detail()).doesNotContain("Source", "enable");
    }

    @ParameterizedTest
    @ValueSource(strings = {"NaN", "Infinity", "-Infinity"})
    void refuses_numbers_that_are_not_finite_in_json(String number) {
        assertThat(refusedJson("{\"a\": " + number + "}").status()).isEqualTo(400);
    }

    @ParameterizedTest
    @ValueSource(strings = {".nan", ".NaN", ".inf", "-.inf", "+.INF"})
    void refuses_numbers_that_are_not_finite_in_yaml(String number) {
        assertThat(only(refusedYaml("a: " + number)).wrong()).isEqualTo(number + " is not a finite number");
    }

    @ParameterizedTest
    @ValueSource(strings = {"1e999999999", "-1e-999999999", "1E99999999999999999999", "1e400", "1e309", "1e-390"})
    void refuses_numbers_out_of_bounds(String number) {
        Violation json = only(refusedJson("{\"a\": [0, " + number + "]}"));
        Violation yaml = only(refusedYaml("a: [0, " + number + "]"));

        assertThat(json.pointer()).isEqualTo("/a/1");
        assertThat(json.wrong()).isEqualTo(number + " is out of bounds");
        assertThat(yaml.wrong()).isEqualTo(json.wrong());
        assertThat(yaml.pointer()).isEqualTo("/a/1");
    }

    @Test
    void refuses_numbers_of_too_many_digits() {
        assertThat(only(refusedJson("1".repeat(401))).wrong()).contains("out of bounds");
        assertThat(only(refusedJson("1".repeat(351))).wrong()).contains("out of bounds");
        assertThat(only(refusedJson("1".repeat(100_000))).wrong()).hasSizeLessThan(100);
        assertThat(only(refusedYaml("0." + "1".repeat(400))).wrong()).contains("out of bounds");
    }

    @Test
    void keeps_numbers_exactly() {
        assertThat(json("0.010").tree().decimalValue()).isEqualTo("0.010");
        assertThat(yaml("0.010").tree().decimalValue()).isEqualTo("0.010");
        assertThat(json("9007199254740993").tree().longValue()).isEqualTo(9007199254740993L);
        assertThat(json("0e00000000000000000001").tree().decimalValue()).isZero();
    }

    @Test
    void refuses_control_characters_with_their_place_and_name() {
        assertThat(only(refusedJson("{\"options\": [{\"title\": \"a\\u0007\"}]}")))
                .satisfies(violation -> {
                    assertThat(violation.pointer()).isEqualTo("/options/0/title");
                    assertThat(violation.wrong()).startsWith("U+0007");
                    assertThat(violation.column()).isEqualTo(24);
                });
        assertThat(only(refusedYaml("options:\n- title: \"a\\x07\"\n"))).satisfies(violation -> {
            assertThat(violation.pointer()).isEqualTo("/options/0/title");
            assertThat(violation.wrong()).startsWith("U+0007");
            assertThat(violation.line()).isEqualTo(2);
        });
        assertThat(only(refusedYaml("title: a\nsummary: b\u0007")))
                .isEqualTo(new Violation("", "U+0007 is not allowed in YAML", "text without it", 2, 11));
        assertThat(only(refusedJson("\"\\r\"")).wrong()).startsWith("U+000D");
        assertThat(only(refusedJson("\"\\u0085\"")).wrong()).startsWith("U+0085");
        assertThat(only(refusedJson("\"\\u0000\"")).wrong()).startsWith("U+0000");
    }

    @Test
    void refuses_control_characters_in_keys() {
        assertThat(only(refusedJson("{\"scope\": {\"a\\u001b\": 1}}"))).satisfies(violation -> {
            assertThat(violation.pointer()).isEqualTo("/scope");
            assertThat(violation.wrong()).startsWith("U+001B").contains("key");
        });
        assertThat(only(refusedYaml("\"a\\e\": 1")).wrong())
                .startsWith("U+001B")
                .contains("key");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\\ud800", "\\udc00", "\\ud800x", "\\udc00\\ud800"})
    void refuses_half_a_surrogate_pair(String escape) {
        assertThat(only(refusedJson("\"" + escape + "\"")).wrong()).startsWith("U+D");
        assertThat(only(refusedJson("{\"" + escape + "\": 1}")).wrong()).startsWith("U+D");
        assertThat(refusedYaml("\"" + escape + "\"").status()).isEqualTo(400);
    }

    @Test
    void keeps_line_feeds_tabs_and_characters_beyond_the_first_plane() {
        assertThat(json("\"a\\r\\nb\\tc\\ud83d\\ude00\"").tree().textValue()).isEqualTo("a\nb\tc😀");
        assertThat(yaml("\"a\\r\\nb\\tc😀\"").tree().textValue()).isEqualTo("a\nb\tc😀");
    }

    @Test
    void reads_past_a_byte_order_mark() {
        assertThat(json("\uFEFF{}").tree().isObject()).isTrue();
        assertThat(yaml("\uFEFFa: 1").keyAt("/a")).contains(new Position(1, 1));
    }

    private static Violation only(Problem problem) {
        assertThat(problem.status()).isEqualTo(400);
        assertThat(problem.violations()).hasSize(1);
        return problem.violations().get(0);
    }
}
