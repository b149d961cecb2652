package org.probatum.evidence.tracking;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.PathType;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaValidatorsConfig;
import com.networknt.schema.SpecVersion;
import com.networknt.schema.ValidationMessage;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.probatum.decision.material.Category;
import org.probatum.evidence.Completeness;
import org.probatum.evidence.TrackingPlan;
import org.probatum.evidence.manifest.Manifest;
import org.probatum.shared.Json;

/** Schema, plan and completeness report say the same, field by field: each is taken out of a complete manifest in turn. */
class TrackingSchemaTest {
    @ParameterizedTest
    @EnumSource(Category.class)
    void a_complete_manifest_satisfies_schema_and_report(Category category) {
        assertThat(refused(category, complete())).isEmpty();
        assertThat(report(category, complete()).meetsPlan()).isTrue();
    }

    @ParameterizedTest
    @EnumSource(Category.class)
    void each_required_field_taken_out_is_refused_by_the_schema_and_named_by_the_report(Category category) {
        int taken = 0;
        for (RunField field : RunFields.requiredOf(category)) {
            for (String pointer : field.present(complete())) {
                ObjectNode lacking = complete();
                remove(lacking, pointer);
                if (field.instead() != null) {
                    RunFields.named(field.instead())
                            .orElseThrow()
                            .present(lacking)
                            .forEach(at -> remove(lacking, at));
                }

                assertThat(refused(category, lacking))
                        .as(category + " without " + pointer)
                        .contains(pointer);
                assertThat(named(report(category, lacking)))
                        .as(category + " without " + pointer)
                        .contains(pointer);
                taken++;
            }
        }
        assertThat(taken).isGreaterThan(10);
    }

    @ParameterizedTest
    @EnumSource(Category.class)
    void a_field_that_is_not_required_may_be_left_out(Category category) {
        Set<String> required = new java.util.HashSet<>();
        RunFields.requiredOf(category).forEach(field -> required.add(field.name()));
        for (RunField field : RunFields.all()) {
            boolean needed = required.contains(field.name())
                    || RunFields.requiredOf(category).stream().anyMatch(other -> within(other, field));
            if (needed) {
                continue;
            }
            ObjectNode lacking = complete();
            field.present(lacking).forEach(pointer -> remove(lacking, pointer));

            assertThat(refused(category, lacking))
                    .as(category + " without " + field.name())
                    .isEmpty();
            assertThat(report(category, lacking).meetsPlan())
                    .as(category + " without " + field.name())
                    .isTrue();
        }
    }

    @ParameterizedTest
    @EnumSource(Category.class)
    void the_plan_of_a_category_requires_what_its_schema_does(Category category) {
        List<String> ofSchema = new ArrayList<>();
        TrackingSchema.of(category).path("allOf").forEach(part -> {
            if (part.has("title")) {
                ofSchema.add(part.get("title").asText());
            }
        });

        assertThat(TrackingPlan.of(category).required().stream().map(TrackingPlan.Entry::field))
                .containsExactlyElementsOf(ofSchema);
    }

    @ParameterizedTest
    @EnumSource(Category.class)
    void is_a_json_schema_of_2020_12(Category category) {
        JsonSchema meta = JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
                .getSchema(SchemaLocation.of("https://json-schema.org/draft/2020-12/schema"));

        assertThat(meta.validate(TrackingSchema.of(category))).isEmpty();
    }

    @Test
    void every_field_says_how_it_is_captured() {
        for (RunField field : RunFields.all()) {
            assertThat(Stream.of(
                            field.record(),
                            field.by(),
                            field.when(),
                            field.why(),
                            field.python(),
                            field.shell(),
                            field.mlflow()))
                    .as(field.name())
                    .noneMatch(String::isBlank);
            assertThat(RunFields.weaker(field.name())).isNotBlank();
        }
    }

    @Test
    void what_blocks_a_rerun_is_required_of_every_category() {
        assertThat(RunFields.blocking()).hasSize(10).allMatch(field -> Stream.of(Category.values())
                .allMatch(field::isRequiredOf));
    }

    @Test
    void changes_that_were_not_committed_are_asked_for_only_where_there_were_some() {
        ObjectNode clean = complete();
        ((ObjectNode) clean.get("code")).put("dirty", false).remove("diffDigest");

        assertThat(refused(Category.MODEL, clean)).isEmpty();
        assertThat(report(Category.MODEL, clean).isComplete()).isTrue();
    }

    /** Taking the one out takes the other out too, or it stands in for it. */
    private static boolean within(RunField inner, RunField outer) {
        return inner.path().startsWith(outer.path() + "/");
    }

    private static Completeness report(Category category, JsonNode manifest) {
        return Completeness.of(Json.bind(manifest, Manifest.class), TrackingPlan.of(category));
    }

    private static List<String> named(Completeness report) {
        return Stream.concat(report.gaps().stream(), report.missing().stream())
                .map(Completeness.Gap::pointer)
                .toList();
    }

    private static List<String> refused(Category category, JsonNode manifest) {
        return schema(category).validate(manifest).stream()
                .map(TrackingSchemaTest::pointer)
                .toList();
    }

    private static String pointer(ValidationMessage message) {
        String at = message.getInstanceLocation().toString();
        return message.getProperty() == null ? at : at + "/" + message.getProperty();
    }

    private static JsonSchema schema(Category category) {
        return JsonSchemaFactory.getInstance(
                        SpecVersion.VersionFlag.V202012,
                        builder -> builder.schemaMappers(
                                mappers -> mappers.mapPrefix("https://probatum.org/schemas/", "classpath:schemas/")))
                .getSchema(
                        SchemaLocation.of("https://probatum.org/schemas/" + TrackingSchema.name(category)),
                        TrackingSchema.of(category),
                        SchemaValidatorsConfig.builder()
                                .pathType(PathType.JSON_POINTER)
                                .build());
    }

    private static void remove(ObjectNode manifest, String pointer) {
        int cut = pointer.lastIndexOf('/');
        JsonNode parent = manifest.at(pointer.substring(0, cut));
        String last = pointer.substring(cut + 1);
        if (parent instanceof ArrayNode list) {
            list.remove(Integer.parseInt(last));
        } else {
            ((ObjectNode) parent).remove(last);
        }
    }

    /** A manifest that records everything there is to record. */
    private static ObjectNode complete() {
        try (InputStream in = TrackingSchemaTest.class.getResourceAsStream("/documents/run.json")) {
            return (ObjectNode) Json.MAPPER.readTree(Objects.requireNonNull(in));
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
