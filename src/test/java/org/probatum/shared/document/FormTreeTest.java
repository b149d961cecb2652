package org.probatum.shared.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.probatum.shared.document.Documents.json;
import static org.probatum.shared.document.Documents.yaml;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.probatum.shared.Problem;
import org.probatum.shared.Violation;

class FormTreeTest {
    private static final SchemaCheck DECISION = SchemaCheck.ofResource("schemas/decision-1.json");

    @Test
    void types_values_by_the_schema() {
        FormTree form = form(
                "scope",
                "/outcomes/0/metric",
                "auc",
                "/outcomes/0/target",
                " 0.790 ",
                "/constraints/0/hard",
                "on",
                "/constraints/1/hard",
                "false",
                "/criteria/0/seeds",
                "5",
                "/criteria/0/tolerance/absolute",
                ".002",
                "/noConstraintsReason",
                "7\r\nreasons");

        assertThat(form.document().tree())
                .isEqualTo(json("{\"outcomes\": [{\"metric\": \"auc\", \"target\": 0.790}],"
                                + "\"constraints\": [{\"hard\": true}, {\"hard\": false}],"
                                + "\"criteria\": [{\"seeds\": 5, \"tolerance\": {\"absolute\": 0.002}}],"
                                + "\"noConstraintsReason\": \"7\\nreasons\"}")
                        .tree());
    }

    @Test
    void takes_the_lines_of_one_field_as_a_list() {
        FormTree form = form("rollback", "/steps", "stop\r\n\r\n  switch back \n", "/owner", "dana");

        assertThat(form.document().tree())
                .isEqualTo(json("{\"steps\": [\"stop\", \"switch back\"], \"owner\": \"dana\"}")
                        .tree());
        assertThat(form.fieldFor("/steps/1")).isEqualTo("/steps");
    }

    @Test
    void takes_several_values_of_one_name_as_a_list_and_else_the_last() {
        FormTree form = FormTree.of(
                Map.of("/runs", List.of("a", "b"), "/statusQuo", List.of("false", "on")), DECISION, "option");

        assertThat(form.document().tree().at("/runs")).hasSize(2);
        assertThat(form.document().tree().at("/statusQuo").booleanValue()).isTrue();
    }

    @Test
    void drops_blank_rows_and_remembers_where_the_others_stood() {
        FormTree form = form(
                "scope",
                "/outcomes/0/metric",
                "",
                "/outcomes/0/target",
                "  ",
                "/outcomes/7/target",
                "high",
                "/outcomes/3/metric",
                "auc",
                "/criteria/0/id",
                "",
                "/noConstraintsReason",
                "\r\n");

        List<Violation> violations = DECISION.check(form.document(), "scope");

        assertThat(form.document().tree())
                .isEqualTo(json("{\"outcomes\": [{\"metric\": \"auc\"}, {\"target\": \"high\"}]}")
                        .tree());
        assertThat(violations).singleElement().satisfies(violation -> {
            assertThat(violation.wrong()).isEqualTo("\"high\" is not a number");
            assertThat(form.fieldFor(violation.pointer())).isEqualTo("/outcomes/7/target");
        });
    }

    @Test
    void names_the_field_that_would_fill_in_what_is_missing() {
        FormTree form = form("optionSet", "/options/4/title", "Boosting");

        Violation violation = DECISION.check(form.document(), "optionSet").get(0);

        assertThat(violation.pointer()).isEqualTo("/options/0/id");
        assertThat(form.fieldFor(violation.pointer())).isEqualTo("/options/4/id");
        assertThat(form.fieldFor("")).isEmpty();
        assertThat(form.fieldFor("/options/9/id")).isEqualTo("/options/9/id");
    }

    @Test
    void keeps_unknown_names_for_the_schema_to_refuse_and_ignores_other_fields() {
        FormTree form = form("summary", "csrf-token", "x", "/contxt", "y", "/a~1b/0", "z");

        assertThat(DECISION.check(form.document(), "summary"))
                .extracting(Violation::pointer)
                .containsExactlyInAnyOrder("/contxt", "/a~1b");
        assertThat(form.document().tree().has("csrf-token")).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/outcomes/201/metric",
                "/outcomes/99999999999/metric",
                "/outcomes/-1/metric",
                "/outcomes/x/metric",
                "/outcomes/01/metric",
                "/outcomes//metric"
            })
    void refuses_rows_that_cannot_be(String name) {
        Problem problem = refused("scope", name, "auc");

        assertThat(problem.status()).isEqualTo(422);
        assertThat(problem.violations()).singleElement().satisfies(violation -> {
            assertThat(violation.pointer()).isEqualTo(name);
            assertThat(violation.right()).contains("from 0 to 200");
        });
    }

    @Test
    void refuses_a_field_given_whole_and_in_parts() {
        assertThat(refused("scope", "/outcomes", "x", "/outcomes/0/metric", "y").violations())
                .hasSize(1);
        assertThat(refused("scope", "/outcomes/0/metric", "y", "/outcomes", "x").violations())
                .hasSize(1);
    }

    @Test
    void refuses_characters_that_a_document_may_not_hold() {
        assertThat(refused("summary", "/context", "a\u0007b", "/decision", "\ud800")
                        .violations())
                .extracting(Violation::pointer)
                .containsExactly("/context", "/decision");
    }

    @Test
    void leaves_numbers_out_of_bounds_to_the_schema_check() {
        FormTree form = form("metricTest", "/value", "1e999999999");

        assertThat(DECISION.check(form.document(), "metricTest").get(0).wrong()).contains("is not a number");
    }

    @Test
    void reads_a_part_that_is_a_list() {
        FormTree form = form("rollout", "/2/step", "all", "/0/step", "half", "/0/go/value", "1");

        assertThat(form.document().tree())
                .isEqualTo(json("[{\"step\": \"half\", \"go\": {\"value\": 1}}, {\"step\": \"all\"}]")
                        .tree());
    }

    @Test
    void gives_back_the_document_whose_values_fill_the_form() {
        JsonNode tree = yaml(Documents.resource("decision.yaml").replace(", evidence: []", ""))
                .tree();
        Map<String, List<String>> fields = new LinkedHashMap<>();
        fill("", tree, fields);

        FormTree form = FormTree.of(fields, DECISION, "");

        assertThat(form.document().tree()).isEqualTo(tree);
        assertThat(fields.keySet())
                .allSatisfy(name -> assertThat(form.fieldFor(name)).isEqualTo(name));
    }

    private static void fill(String pointer, JsonNode value, Map<String, List<String>> fields) {
        if (value.isValueNode()) {
            fields.put(pointer, List.of(value.asText()));
        }
        value.properties().forEach(member -> fill(pointer + "/" + member.getKey(), member.getValue(), fields));
        for (int i = 0; value.isArray() && i < value.size(); i++) {
            fill(pointer + "/" + i, value.get(i), fields);
        }
    }

    private static FormTree form(String part, String... namesAndValues) {
        Map<String, List<String>> fields = new LinkedHashMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            fields.put(namesAndValues[i], List.of(namesAndValues[i + 1]));
        }
        return FormTree.of(fields, DECISION, part);
    }

    private static Problem refused(String part, String... namesAndValues) {
        return catchThrowableOfType(Problem.class, () -> form(part, namesAndValues));
    }
}
