package org.probatum.policy;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.probatum.decision.Binding;
import org.probatum.decision.Gate;
import org.probatum.decision.Policy;
import org.probatum.decision.Profile;
import org.probatum.decision.Tier;
import org.probatum.decision.material.Category;
import org.probatum.decision.material.Impact;
import org.probatum.decision.material.Likelihood;

/**
 * The tables in force. What another node put in force is seen within a second: whoever asks first after that looks whether
 * anything changed, everybody else asks what is kept.
 */
@Singleton
public class LivePolicy implements Policy {
    private static final long LOOK_EVERY = TimeUnit.SECONDS.toNanos(1);
    private static final String NEWEST = "select max(id) from policy_in_force";
    private static final String IN_FORCE =
            "select distinct on (f.table_name) v.id, v.table_name, v.number, v.digest, v.dmn"
                    + " from policy_in_force f join policy_version v on v.id = f.version_id order by f.table_name, f.id desc";

    private final AgroalDataSource database;
    private final TableEngine engine;
    private final Map<Long, PolicySet.Edition> editions = new ConcurrentHashMap<>();
    private final ReentrantLock looking = new ReentrantLock();
    private volatile @Nullable Seen seen;

    /** The tables as they were when last looked. */
    private record Seen(long newest, PolicySet tables, long at) {}

    LivePolicy(AgroalDataSource database, TableEngine engine) {
        this.database = database;
        this.engine = engine;
    }

    @Override
    public PolicySet inForce() {
        Seen last = seen;
        if (last != null && System.nanoTime() - last.at() < LOOK_EVERY) {
            return last.tables();
        }
        if (last != null && !looking.tryLock()) {
            return last.tables();
        }
        if (last == null) {
            looking.lock();
        }
        try {
            return look();
        } finally {
            looking.unlock();
        }
    }

    /** A version ready to be asked, whether it is in force or not. */
    PolicySet.Edition edition(PolicyVersion version) {
        return editions.computeIfAbsent(
                version.id(), id -> edition(version.table(), version.number(), version.digest(), version.dmn()));
    }

    void changed(@Observes(during = TransactionPhase.AFTER_SUCCESS) PolicyActivated activated) {
        seen = null;
    }

    private PolicySet look() {
        try (Connection connection = database.getConnection()) {
            long newest = newest(connection);
            Seen last = seen;
            PolicySet tables = last != null && last.newest() == newest ? last.tables() : read(connection);
            seen = new Seen(newest, tables, System.nanoTime());
            return tables;
        } catch (SQLException e) {
            throw new IllegalStateException("which policy is in force cannot be read", e);
        }
    }

    private static long newest(Connection connection) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(NEWEST);
                ResultSet row = statement.executeQuery()) {
            row.next();
            return row.getLong(1);
        }
    }

    private PolicySet read(Connection connection) throws SQLException {
        Map<Table, PolicySet.Edition> tables = new EnumMap<>(Table.class);
        try (PreparedStatement statement = connection.prepareStatement(IN_FORCE);
                ResultSet row = statement.executeQuery()) {
            while (row.next()) {
                Table table = Table.byId(row.getString(2));
                int number = row.getInt(3);
                String digest = row.getString(4);
                String dmn = row.getString(5);
                tables.put(table, editions.computeIfAbsent(row.getLong(1), id -> edition(table, number, digest, dmn)));
            }
        }
        return new PolicySet(tables);
    }

    private PolicySet.Edition edition(Table table, int number, String digest, String dmn) {
        return new PolicySet.Edition(table, number, digest, new Deferred(engine, table.id(), dmn));
    }

    @Override
    public String version() {
        return inForce().version();
    }

    @Override
    public Judged<Ruling> judgeIntake(Profile profile) {
        return inForce().judgeIntake(profile);
    }

    @Override
    public Judged<Tier> judgeTier(Profile profile) {
        return inForce().judgeTier(profile);
    }

    @Override
    public Judged<Terms> judgeTerms(Gate gate, Tier tier) {
        return inForce().judgeTerms(gate, tier);
    }

    @Override
    public Judged<Grade> judgeRisk(Likelihood likelihood, Impact impact) {
        return inForce().judgeRisk(likelihood, impact);
    }

    @Override
    public Judged<Binding> judgeRequirement(String requirement, Tier tier, Category category) {
        return inForce().judgeRequirement(requirement, tier, category);
    }
}
