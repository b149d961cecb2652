package org.probatum.policy;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.probatum.decision.Gate;
import org.probatum.gate.Gates;
import org.probatum.policy.backtest.Backtests;
import org.probatum.policy.backtest.StartBacktest;
import org.probatum.support.Cast;
import org.probatum.support.Casting;
import org.probatum.support.Database;
import org.probatum.support.Road;
import org.probatum.support.TestDatabase;

/** A backtest lists what would flip and nothing else: as reading the two tables by hand, decision by decision, does. */
@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class BacktestTest {
    private static final int COPIES = 300;
    private static final String COPY = """
            create temp table copied as select b.id as old, nextval('decision_seq') as fresh, g from generate_series(1, %1$d) g
                join lateral (select d.id from decision d join team t on t.id = d.team_id where t.slug = '%2$s' order by d.id
                    offset (g %% 2) limit 1) b on true;
            insert into decision select (jsonb_populate_record(d, jsonb_build_object('id', c.fresh, 'key', 'ZZ-' || c.fresh,
                'task_id', null, 'category', (array['MODEL','DATA','FEATURES','TRAINING','EVALUATION','SERVING'])[1 + c.g %% 6],
                'production_impact', (array['NONE','INDIRECT','DIRECT'])[1 + c.g / 6 %% 3],
                'data_sensitivity', (array['PUBLIC','INTERNAL','PERSONAL','SPECIAL'])[1 + c.g / 18 %% 4],
                'tags', case when c.g %% 7 = 0 then array['trees'] else array['nlp'] end))).*
                from copied c join decision d on d.id = c.old;
            insert into decision_event select (jsonb_populate_record(e, jsonb_build_object(
                'id', nextval('decision_event_seq'), 'decision_id', c.fresh))).*
                from copied c join decision_event e on e.decision_id = c.old;
            insert into review select (jsonb_populate_record(r, jsonb_build_object('id', nextval('review_seq'),
                'decision_id', c.fresh))).* from copied c join review r on r.decision_id = c.old;
            delete from outbox o using decision_event e, copied c where e.id = o.event_id and e.decision_id = c.fresh;
            """;

    @Inject
    Casting casting;

    @Inject
    UploadVersion uploadVersion;

    @Inject
    StartBacktest startBacktest;

    @Inject
    Backtests backtests;

    @Inject
    Gates gates;

    private Cast cast;

    @BeforeEach
    void fill() {
        cast = casting.cast();
        Road.published(cast);
        Road.inReview(cast, Gate.VERIFICATION);
        Database.change(COPY.formatted(COPIES, cast.team()) + "drop table copied");
    }

    @Test
    void lists_every_tier_that_would_flip() {
        Grid candidate = grid(Table.DECISION_TIER, "<text>\"CRITICAL\"</text>", "<text>\"LOW\"</text>");
        TreeSet<String> expected = new TreeSet<>();
        for (Map<String, Object> row :
                rows("select d.key, d.tier, d.category, d.production_impact as \"productionImpact\","
                        + " d.data_sensitivity as \"dataSensitivity\", d.reversibility from decision d")) {
            String would = answer(candidate, row).get("tier");
            if (!would.equals(row.get("tier"))) {
                expected.add(row.get("key") + " " + lower(row.get("tier")) + " " + lower(would));
            }
        }

        List<Backtests.Line> flips = flips(Table.DECISION_TIER, candidate);

        assertThat(flips.stream().map(f -> f.key() + " " + f.was() + " " + f.would()))
                .containsExactlyInAnyOrderElementsOf(expected);
        assertThat(expected).hasSizeBetween(20, COPIES);
    }

    @Test
    void lists_every_decision_that_would_be_declined() {
        Grid candidate =
                grid(Table.INTAKE_BOUNDARY, "list contains(tags, \"api-lifecycle\")", "list contains(tags, \"trees\")");

        List<Backtests.Line> flips = flips(Table.INTAKE_BOUNDARY, candidate);

        assertThat(flips)
                .hasSize(rows("select d.key from decision d where 'trees' = any(d.tags)")
                        .size())
                .isNotEmpty();
        assertThat(flips).allSatisfy(f -> {
            assertThat(f.was()).isEqualTo("accepted");
            assertThat(f.would()).isEqualTo("declined");
        });
    }

    @Test
    void lists_every_risk_whose_level_would_flip_and_whether_tolerance_is_crossed() {
        Grid before = grid(Table.RISK_RATING, "<text>1</text>", "<text>1</text>");
        Grid candidate = grid(
                Table.RISK_RATING,
                "\"UNLIKELY\"</text>\n        </inputEntry>\n        <inputEntry id=\"UnlikelyMinor_impact\">\n          <text>\"MINOR\"</text>\n        </inputEntry>\n        <outputEntry id=\"UnlikelyMinor_level\">\n          <text>\"LOW\"",
                "\"UNLIKELY\"</text>\n        </inputEntry>\n        <inputEntry id=\"UnlikelyMinor_impact\">\n          <text>\"MINOR\"</text>\n        </inputEntry>\n        <outputEntry id=\"UnlikelyMinor_level\">\n          <text>\"HIGH\"");
        int expected = 0;
        for (String which : List.of("", "residual")) {
            String likelihood = which.isEmpty() ? "likelihood" : "residualLikelihood";
            String impact = which.isEmpty() ? "impact" : "residualImpact";
            for (Map<String, Object> row : rows("select r ->> '" + likelihood + "' as likelihood, r ->> '" + impact
                    + "' as impact from decision d cross join lateral jsonb_array_elements(d.material -> 'risks') r")) {
                if (row.get("likelihood") != null
                        && row.get("impact") != null
                        && !answer(before, row).equals(answer(candidate, row))) {
                    expected++;
                }
            }
        }

        List<Backtests.Line> flips = flips(Table.RISK_RATING, candidate);

        assertThat(flips).hasSize(expected).hasSizeGreaterThan(COPIES / 2);
        assertThat(flips)
                .filteredOn(f -> f.subject().endsWith("residual"))
                .isNotEmpty()
                .allSatisfy(f -> assertThat(f.consequence()).contains("above the team's tolerance, medium"));
    }

    @Test
    void lists_every_gate_that_would_have_had_other_terms() {
        Grid candidate = grid(Table.GATE_TERMS, "<text>2</text>", "<text>4</text>");
        Grid.Rule changed = candidate.rules().get(0);

        List<Backtests.Line> flips = flips(Table.GATE_TERMS, candidate);

        String tier = OutputValue.plain(changed.inputs().get(1).text());
        assertThat(flips)
                .hasSize(rows("select d.key from decision d where exists (select from decision_event e where"
                                + " e.decision_id = d.id and e.type = 'StageSubmitted' and e.payload ->> 'gate' = 'SCOPE'"
                                + " and e.payload::text like '%\"" + tier + "\"%')")
                        .size());
        assertThat(flips).allSatisfy(f -> assertThat(f.was() + f.would()).isEqualTo("workingDays 2workingDays 4"));
    }

    private Grid grid(Table table, String was, String is) {
        String dmn = InstallTables.shipped(table);
        int at = dmn.indexOf(was, dmn.indexOf("<rule "));
        String changed = dmn.substring(0, at) + is + dmn.substring(at + was.length()) + "<!-- " + cast.team() + " -->";
        last = changed;
        return Objects.requireNonNull(GridReader.read(table, changed).grid());
    }

    private String last = "";

    private List<Backtests.Line> flips(Table table, Grid candidate) {
        assertThat(candidate.table()).isEqualTo(table);
        var kept = (UploadVersion.Outcome.Kept)
                uploadVersion.upload(cast.administrator().actor(), table, last, "A candidate");
        long id = startBacktest.start(
                cast.administrator().actor(),
                table,
                kept.version().number(),
                new StartBacktest.Wish(null, null, cast.team()));
        for (int i = 0; i < 600 && backtests.of(id).running(); i++) {
            pause();
        }
        Backtests.Backtest test = backtests.of(id);
        assertThat(test.state()).isEqualTo("DONE");
        assertThat(test.done()).isEqualTo(COPIES + 2).isEqualTo(test.total());
        List<Backtests.Line> flips = new ArrayList<>();
        backtests.each(cast.administrator().actor(), id, flips::add);
        assertThat(test.flips()).isEqualTo(flips.size());
        return flips;
    }

    /** The first rule that holds, read by hand. */
    private Map<String, String> answer(Grid grid, Map<String, Object> asked) {
        Map<String, String> said = new HashMap<>();
        GridCheck.coverage(grid, gates.questions()).each((combination, holding) -> {
            if (combination.entrySet().stream().allMatch(e -> e.getValue().equals(asked.get(e.getKey())))) {
                Grid.Rule rule = grid.rules().get(holding.get(0) - 1);
                for (int i = 0; i < grid.outputs().size(); i++) {
                    said.put(
                            grid.outputs().get(i).name(),
                            OutputValue.plain(rule.outputs().get(i).text()));
                }
            }
        });
        return said;
    }

    private List<Map<String, Object>> rows(String select) {
        String sql = select.contains(" where ")
                ? select + " and d.team_id = (select id from team where slug = '" + cast.team() + "')"
                : select + " where d.team_id = (select id from team where slug = '" + cast.team() + "')";
        List<Map<String, Object>> rows = new ArrayList<>();
        try (Connection connection = Database.as("postgres");
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            while (row.next()) {
                Map<String, Object> values = new HashMap<>();
                for (int i = 1; i <= row.getMetaData().getColumnCount(); i++) {
                    values.put(row.getMetaData().getColumnLabel(i), row.getObject(i));
                }
                rows.add(values);
            }
            return rows;
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }

    private static String lower(Object word) {
        return String.valueOf(word).toLowerCase(java.util.Locale.ROOT);
    }

    private static void pause() {
        try {
            Thread.sleep(50);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
