package org.probatum.shared.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.probatum.shared.document.Documents.json;
import static org.probatum.shared.document.Documents.yaml;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SpecVersion;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.probatum.decision.material.FollowUp;
import org.probatum.decision.material.Option;
import org.probatum.decision.material.OptionSet;
import org.probatum.decision.material.Rollback;
import org.probatum.decision.material.RolloutStep;
import org.probatum.decision.material.Scope;
import org.probatum.decision.material.TradeOff;

class SchemasTest {
    private final ObjectMapper mapper = new ObjectMapper().registerModule(new JavaTimeModule());

    @ParameterizedTest
    @ValueSource(strings = {"decision-1.json", "run-1.json"})
    void is_a_json_schema_of_2020_12(String name) throws Exception {
        var metaSchema = JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
                .getSchema(SchemaLocation.of("https://json-schema.org/draft/2020-12/schema"));

        assertThat(metaSchema.validate(schema(name))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"decision-1.json", "run-1.json"})
    void closes_every_object_and_describes_every_property(String name) throws Exception {
        List<JsonNode> objects = new ArrayList<>();
        collect(schema(name), objects);

        assertThat(objects).hasSizeGreaterThan(10);
        for (JsonNode object : objects) {
            assertThat(object.has("additionalProperties")).as(object.toString()).isTrue();
            object.path("properties")
                    .forEach(property -> assertThat(property.path("description").asText())
                            .as(property.toString())
                            .isNotBlank()
                            .hasSizeLessThan(160));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "scope",
                "optionSet",
                "option",
                "claim",
                "tradeOff",
                "risk",
                "rollout",
                "rollback",
                "followUp",
                "summary",
                "outcome",
                "constraint",
                "assumption",
                "criterion",
                "metricTest",
                "metricTolerance",
                "profile",
                "rolloutStep"
            })
    void has_every_part_of_a_decision_for_itself(String part) throws Exception {
        assertThat(schema("decision-1.json").at("/$defs/" + part).isObject()).isTrue();
    }

    @Test
    void binds_the_parts_of_a_decision_to_its_material() throws Exception {
        JsonNode tree = yaml(Documents.resource("decision.yaml")).tree();

        Scope scope = mapper.treeToValue(tree.at("/scope"), Scope.class);
        Option option = mapper.treeToValue(tree.at("/options/0"), Option.class);
        TradeOff tradeOff = mapper.treeToValue(tree.at("/tradeOffs/0"), TradeOff.class);
        RolloutStep step = mapper.treeToValue(tree.at("/rollout/0"), RolloutStep.class);
        Rollback rollback = mapper.treeToValue(tree.at("/rollback"), Rollback.class);
        FollowUp followUp = mapper.treeToValue(tree.at("/followUps/0"), FollowUp.class);
        OptionSet nothing = mapper.treeToValue(json("{}").tree(), OptionSet.class);

        assertThat(scope.criteria().get(0).margin()).isEqualTo(new BigDecimal("0.01"));
        assertThat(option.statusQuo()).isTrue();
        assertThat(tradeOff.rating()).isEqualTo(2);
        assertThat(step.go().window()).isEqualTo("P7D");
        assertThat(rollback.trigger().operator()).isEqualTo(">");
        assertThat(followUp.due()).isEqualTo(LocalDate.of(2027, 1, 31));
        assertThat(nothing.options()).isEmpty();
    }

    private JsonNode schema(String name) throws Exception {
        return mapper.readTree(SchemasTest.class.getResourceAsStream("/schemas/" + name));
    }

    private static void collect(JsonNode schema, List<JsonNode> objects) {
        if (schema.path("type").asText().equals("object")) {
            objects.add(schema);
        }
        schema.forEach(child -> collect(child, objects));
    }
}
