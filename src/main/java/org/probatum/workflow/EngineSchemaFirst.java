package org.probatum.workflow;

import io.quarkus.flyway.FlywayConfigurationCustomizer;
import jakarta.inject.Singleton;
import org.flywaydb.core.api.configuration.FluentConfiguration;

/** Lets the engine's tables be made with all the others. */
@Singleton
class EngineSchemaFirst implements FlywayConfigurationCustomizer {
    @Override
    public void customize(FluentConfiguration configuration) {
        configuration.javaMigrations(new EngineSchema());
    }
}
