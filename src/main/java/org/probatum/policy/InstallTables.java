package org.probatum.policy;

import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.interceptor.Interceptor;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.probatum.people.Governance;
import org.probatum.shared.Digest;

/**
 * Brings the tables in {@code processes/}: version 1 at the first start. A later release's tables become versions too; they
 * are put in force by themselves only where nobody has chosen one.
 */
@ApplicationScoped
public class InstallTables {
    private static final String NAMED = "It came with the service.";

    private final PolicyVersions versions;
    private final Governance governance;
    private final EntityManager database;
    private final Clock clock;

    InstallTables(PolicyVersions versions, Governance governance, EntityManager database, Clock clock) {
        this.versions = versions;
        this.governance = governance;
        this.database = database;
        this.clock = clock;
    }

    @Transactional
    public void install(@Observes @Priority(Interceptor.Priority.LIBRARY_BEFORE) StartupEvent started) {
        List<?> known =
                database.createNativeQuery("select digest from policy_version").getResultList();
        for (Table table : Table.values()) {
            String dmn = shipped(table);
            if (!known.contains(Digest.of(dmn))) {
                install(table, dmn);
            }
        }
    }

    private void install(Table table, String dmn) {
        versions.lock(table);
        if (versions.withDigest(table, Digest.of(dmn)).isPresent()) {
            return;
        }
        boolean chosen = !database.createNativeQuery("select id from (select id, confirmed_by from policy_in_force"
                        + " where table_name = ?1 order by id desc limit 1) newest where confirmed_by is not null")
                .setParameter(1, table.id())
                .getResultList()
                .isEmpty();
        PolicyVersion version = new PolicyVersion(table, versions.nextNumber(table), dmn, null, clock.instant(), NAMED);
        versions.persist(version);
        if (!chosen) {
            database.persist(new PolicyInForce(version, clock.instant(), null, null, NAMED));
        }
        governance.changed(
                null,
                "PolicyInstalled",
                null,
                Map.of("table", table, "version", version.number(), "digest", version.digest(), "inForce", !chosen));
    }

    /** A table as it comes with the service. */
    static String shipped(Table table) {
        String path = "processes/" + table.id() + ".dmn";
        try (InputStream in = Thread.currentThread().getContextClassLoader().getResourceAsStream(path)) {
            if (in == null) {
                throw new IllegalStateException(path + " is not on the class path");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new IllegalStateException(path + " cannot be read", e);
        }
    }
}
