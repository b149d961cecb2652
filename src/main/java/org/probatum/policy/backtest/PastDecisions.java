package org.probatum.policy.backtest;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import java.io.UncheckedIOException;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.probatum.decision.Profile;
import org.probatum.decision.Tier;
import org.probatum.decision.material.Category;
import org.probatum.decision.material.DataSensitivity;
import org.probatum.decision.material.ProductionImpact;
import org.probatum.decision.material.Reversibility;
import org.probatum.decision.material.Subject;
import org.probatum.policy.Table;
import org.probatum.risk.Level;
import org.probatum.shared.Json;

/** Reads past decisions in the order of their ids, so many at a time, and of each only what the table judges. */
final class PastDecisions {
    private static final String NOTHING = "null";
    private static final String COLUMNS = "select d.id, d.stage = 'DECLINED', d.title, d.category, d.subject, d.tags,"
            + " d.production_impact, d.data_sensitivity, d.reversibility, d.tier, t.tolerance, ";
    private static final String FROM = " from decision d join team t on t.id = d.team_id where d.id > ?"
            + " and (cast(? as bigint) is null or d.team_id = ?) and (cast(? as timestamptz) is null or d.filed_at >= ?)"
            + " order by d.id limit ?";
    private static final String RISKS = "d.material -> 'risks'";
    private static final String GATES = """
            (select jsonb_agg(jsonb_build_object('gate', e.payload ->> 'gate', 'inputs', j -> 'inputs', 'outputs', j -> 'outputs')
                order by e.seq)
             from decision_event e left join lateral jsonb_path_query_first(
                e.payload, '$.judgements[*] ? (@.table == "GateTerms")') j on true
             where e.decision_id = d.id and e.type = 'StageSubmitted')""";
    private static final String REVIEWS = """
            (select jsonb_agg(jsonb_build_object('gate', r.gate, 'approved', r.vote = 'APPROVE', 'lines',
                (select jsonb_agg(l - 'because' - 'title' - 'wouldSatisfy') from jsonb_array_elements(r.report) l))
                order by r.id)
             from review r where r.decision_id = d.id)""";

    private final Connection connection;
    private final String sql;

    PastDecisions(Connection connection, Table table) {
        this.connection = connection;
        this.sql = COLUMNS
                + (table == Table.RISK_RATING ? RISKS : NOTHING) + ", "
                + (table == Table.GATE_TERMS ? GATES : NOTHING) + ", "
                + (table == Table.REQUIREMENT_POLICY ? REVIEWS : NOTHING) + FROM;
    }

    /** The next of them, after an id. */
    List<Past> after(long id, Scope scope, int limit) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setLong(1, id);
            scope.bind(statement, 2);
            statement.setInt(6, limit);
            List<Past> read = new ArrayList<>();
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    read.add(past(row));
                }
            }
            return read;
        }
    }

    private static Past past(ResultSet row) throws SQLException {
        Array tags = row.getArray(6);
        Profile profile = new Profile(
                row.getString(3),
                Category.valueOf(row.getString(4)),
                Subject.valueOf(row.getString(5)),
                List.of((String[]) tags.getArray()),
                word(ProductionImpact.class, row.getString(7)),
                word(DataSensitivity.class, row.getString(8)),
                word(Reversibility.class, row.getString(9)));
        return new Past(
                row.getLong(1),
                row.getBoolean(2),
                profile,
                word(Tier.class, row.getString(10)),
                Level.valueOf(row.getString(11)),
                list(row.getString(12), new TypeReference<>() {}),
                list(row.getString(13), new TypeReference<>() {}),
                list(row.getString(14), new TypeReference<>() {}));
    }

    private static <E extends Enum<E>> @Nullable E word(Class<E> type, @Nullable String word) {
        return word == null ? null : Enum.valueOf(type, word);
    }

    private static <T> List<T> list(@Nullable String json, TypeReference<List<T>> type) {
        if (json == null) {
            return List.of();
        }
        try {
            return Json.MAPPER.readValue(json, type);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }
}
