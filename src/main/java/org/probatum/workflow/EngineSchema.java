package org.probatum.workflow;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Statement;
import org.camunda.bpm.engine.ProcessEngine;
import org.flywaydb.core.api.MigrationVersion;
import org.flywaydb.core.api.migration.Context;
import org.flywaydb.core.api.migration.JavaMigration;
import org.jspecify.annotations.Nullable;

/** Creates the engine's tables from the engine's own script, once, under the same lock as every other migration. */
public class EngineSchema implements JavaMigration {
    private static final String SCRIPT = "org/camunda/bpm/engine/db/create/activiti.postgres.create.engine.sql";

    @Override
    public MigrationVersion getVersion() {
        return MigrationVersion.fromVersion("20261124025900");
    }

    @Override
    public String getDescription() {
        return "workflow engine create 7.24.0";
    }

    @Override
    public @Nullable Integer getChecksum() {
        return null;
    }

    @Override
    public boolean canExecuteInTransaction() {
        return true;
    }

    @Override
    public void migrate(Context context) throws Exception {
        try (Statement statement = context.getConnection().createStatement()) {
            statement.execute(script());
        }
    }

    private static String script() throws IOException {
        try (InputStream in = ProcessEngine.class.getClassLoader().getResourceAsStream(SCRIPT)) {
            if (in == null) {
                throw new IllegalStateException("the engine's library lacks " + SCRIPT);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
