package org.probatum.support;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaValidatorsConfig;
import com.networknt.schema.SpecVersion;

/** The schema of records as it is served, and the one that it refers to. */
public final class RecordSchema {
    private static final String SERVED = "https://probatum.org/schemas";
    private static final JsonSchema SCHEMA = JsonSchemaFactory.getInstance(
                    SpecVersion.VersionFlag.V202012,
                    builder -> builder.schemaMappers(mappers -> mappers.mapPrefix(SERVED, "classpath:schemas")))
            .getSchema(
                    SchemaLocation.of(SERVED + "/record-1.json"),
                    SchemaValidatorsConfig.builder()
                            .formatAssertionsEnabled(true)
                            .build());

    private RecordSchema() {}

    /** A record is as its schema says. */
    public static void holds(JsonNode record) {
        assertThat(SCHEMA.validate(record)).as(record.toString()).isEmpty();
    }

    /** A record is not as its schema says. */
    public static void fails(JsonNode record) {
        assertThat(SCHEMA.validate(record)).isNotEmpty();
    }
}
