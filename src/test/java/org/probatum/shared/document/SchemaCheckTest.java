package org.probatum.shared.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.probatum.shared.document.Documents.json;
import static org.probatum.shared.document.Documents.yaml;

import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.probatum.shared.Violation;

class SchemaCheckTest {
    private static final SchemaCheck DECISION = SchemaCheck.ofResource("schemas/decision-1.json");

    @Test
    void accepts_the_whole_example() {
        assertThat(DECISION.check(yaml(Documents.resource("decision.yaml")))).isEmpty();
    }

    @Test
    void accepts_a_file_that_stops_after_its_title() {
        String file = "{apiVersion: probatum/v1, kind: Decision, team: t, category: DATA, title: A new source}";

        assertThat(DECISION.check(yaml(file))).isEmpty();
    }

    @Test
    void names_the_nearest_key_and_those_known_there() {
        Document scope = yaml("constraints: []\notcomes: []\n");

        assertThat(DECISION.check(scope, "scope"))
                .containsExactly(new Violation(
                        "/otcomes",
                        "unknown key \"otcomes\"",
                        "did you mean \"outcomes\"? Known here: assumptions, constraints, criteria, noConstraintsReason, outcomes",
                        2,
                        1));
    }

    @ParameterizedTest
    @CsvSource({"ID, id", "statusquo, statusQuo", "status-quo, statusQuo", "titel, title", "run, runs"})
    void recognises_keys_misspelt(String written, String meant) {
        assertThat(only("{id: a, " + written + ": x}", "option").right()).startsWith("did you mean \"" + meant + "\"?");
    }

    @Test
    void lists_the_known_keys_when_none_is_near() {
        assertThat(only("{zzz: 1}", "summary").right())
                .isEqualTo("one of the keys known here: consequences, context, decision, supersedes");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "tradeOff | {option: a, dimension: SECURITY, rating: 7} | /rating | 7 is too large | a whole number from 1 to 4 (how the option fares, from 1 (poor) to 4 (good))",
                "tradeOff | {option: a, dimension: SECURITY, rating: 2.5} | /rating | 2.5 is not a whole number | a whole number from 1 to 4 (how the option fares, from 1 (poor) to 4 (good))",
                "tradeOff | {option: a, dimension: SECURTY} | /dimension | \"SECURTY\" is not among the values allowed here | did you mean SECURITY? Allowed: one of SECURITY, PERFORMANCE, OPERABILITY, MAINTAINABILITY (the dimension it is weighed on)",
                "tradeOff | {dimension: SECURITY} | /option | \"option\" is missing | text (the id of the option)",
                "criterion | {id: a, margin: -0.1} | /margin | -0.1 is too small | a number, 0 or more (by how much an option must be better, in the metric's own unit, 0 or more)",
                "criterion | {id: a, margin: '0,1'} | /margin | \"0,1\" is not a number | a number, 0 or more (by how much an option must be better, in the metric's own unit, 0 or more)",
                "criterion | {id: AUC test} | /id | \"AUC test\" does not have the form expected here | lower-case letters, digits and hyphens, beginning with a letter or a digit, at most 64 characters: auc-test",
                "criterion | {id: a, metric: 5} | /metric | 5 stands where text is expected | the same in quotes, or text (the metric compared: auc)",
                "criterion | {id: a, metric: } | /metric | there is no value | leave the key out, or give text (the metric compared: auc)",
                "criterion | {id: a, tolerance: [1]} | /tolerance | a list stands where a group of keys is expected | a group of keys: absolute, relative (how far a rerun may lie from the recorded value)",
                "constraint | {hard: maybe} | /hard | \"maybe\" stands where true or false is expected | true or false (whether it may not be traded away)",
                "profile | {category: DATA, title: ab} | /title | \"ab\" is 2 characters long | 3 to 200 characters: the decision in one line, 3 to 200 characters, no blanks at either end",
                "profile | {category: DATA, title: A new source, tags: [a, a]} | /tags | the list has an entry twice | each entry once",
                "risk | {due: soon} | /due | \"soon\" does not have the form expected here | a day that exists, as year-month-day: 2026-12-15",
                "risk | {due: 2026-02-30} | /due | \"2026-02-30\" does not have the form expected here | a day that exists, as year-month-day: 2026-12-15",
                "risk | {title: \" \"} | /title | this is blank | a name that is not blank, at most 200 characters",
                "metricTest | {operator: =<} | /operator | \"=<\" is not among the values allowed here | did you mean <? Allowed: one of <=, <, >=, >, == (how it is compared with the value)",
            })
    void says_what_is_wrong_and_what_would_be_right(
            String part, String text, String pointer, String wrong, String right) {
        Violation violation = only(text, part);

        assertThat(violation.pointer()).isEqualTo(pointer);
        assertThat(violation.wrong()).isEqualTo(wrong);
        assertThat(violation.right()).isEqualTo(right);
        assertThat(violation.line()).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource({
        "P7D, true",
        "PT12H, true",
        "P1DT30M, true",
        "PT0.5S, false",
        "P, false",
        "PT, false",
        "P1DT, false",
        "P1W, false"
    })
    void takes_windows_that_are_durations(String window, boolean right) {
        assertThat(DECISION.check(yaml("window: " + window), "metricTest").isEmpty())
                .isEqualTo(right);
    }

    @Test
    void does_not_take_an_id_that_ends_in_a_line_feed() {
        assertThat(DECISION.check(json("{\"id\": \"auc-test\\n\"}"), "option")).hasSize(1);
        assertThat(DECISION.check(json("{\"category\": \"DATA\", \"title\": \"auc-test\\n\"}"), "profile"))
                .hasSize(1);
        assertThat(DECISION.check(json("{\"due\": \"2026-12-15\\n\"}"), "risk")).hasSize(1);
    }

    @Test
    void says_of_text_that_is_far_too_long_that_it_is_too_long() {
        Violation violation = only("{context: " + "~0".repeat(500_000) + "}", "summary");

        assertThat(violation.wrong()).endsWith("is 1000000 characters long");
        assertThat(violation.right()).startsWith("at most 4000 characters");
    }

    @Test
    void shortens_what_it_quotes() {
        assertThat(only("{id: " + "x y".repeat(500) + "}", "option").wrong())
                .hasSizeLessThan(110)
                .contains("…\"");
    }

    @Test
    void tells_everything_at_once_in_the_order_of_the_document() {
        String file = """
                apiVersion: probatum/v2
                kind: 3
                category: MODELS
                scope:
                  criteria:
                  - {seeds: 0, margin: x}
                  otcomes: []
                tradeOffs:
                - {option: A, dimension: SPEED, rating: 9}
                colour: red
                """;

        List<Violation> violations = DECISION.check(yaml(file));

        assertThat(violations)
                .extracting(Violation::pointer)
                .containsExactly(
                        "/team",
                        "/title",
                        "/apiVersion",
                        "/kind",
                        "/category",
                        "/scope/criteria/0/id",
                        "/scope/criteria/0/seeds",
                        "/scope/criteria/0/margin",
                        "/scope/otcomes",
                        "/tradeOffs/0/option",
                        "/tradeOffs/0/dimension",
                        "/tradeOffs/0/rating",
                        "/colour");
        assertThat(violations).extracting(Violation::line).isSortedAccordingTo(Comparator.naturalOrder());
        assertThat(violations)
                .allSatisfy(violation -> assertThat(violation.right()).isNotBlank());
        assertThat(DECISION.check(yaml(file))).isEqualTo(violations);
    }

    @Test
    void keeps_the_order_of_a_tree_that_has_no_positions() {
        Document document = Document.of(yaml("{z: 1, id: A, a: 2}").tree());

        assertThat(DECISION.check(document, "option"))
                .extracting(Violation::pointer)
                .containsExactly("/z", "/id", "/a");
        assertThat(DECISION.check(document, "option"))
                .extracting(Violation::line)
                .containsOnlyNulls();
    }

    @Test
    void stops_telling_after_a_hundred_things() {
        StringBuilder many = new StringBuilder();
        for (int i = 0; i < 500; i++) {
            many.append("- {id: ").append(i).append(" x}\n");
        }

        List<Violation> violations =
                DECISION.check(yaml("options:\n" + many.toString().indent(2)), "optionSet");

        assertThat(violations).hasSize(100);
        assertThat(violations.get(0).wrong()).isEqualTo("the list has 500 entries");
        assertThat(violations.get(0).right()).isEqualTo("at most 100");
        assertThat(violations.get(99).pointer()).isEqualTo("/options/98/id");
    }

    @Test
    void points_at_the_whole_when_the_whole_is_wrong() {
        assertThat(DECISION.check(json(" [1]"))).singleElement().satisfies(violation -> {
            assertThat(violation.pointer()).isEmpty();
            assertThat(violation.column()).isEqualTo(2);
        });
    }

    @Test
    void knows_only_the_parts_of_its_schema() {
        assertThatIllegalArgumentException().isThrownBy(() -> DECISION.check(json("{}"), "nothing"));
    }

    private static Violation only(String text, String part) {
        List<Violation> violations = DECISION.check(yaml(text), part);
        assertThat(violations).hasSize(1);
        return violations.get(0);
    }
}
