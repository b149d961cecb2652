package org.probatum.gate;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.probatum.decision.Gate;
import org.probatum.support.Api;
import org.probatum.support.Away;
import org.probatum.support.Cast;
import org.probatum.support.Casting;
import org.probatum.support.Database;
import org.probatum.support.Drafts;
import org.probatum.support.Player;
import org.probatum.support.Road;
import org.probatum.support.TestDatabase;

/** Separation of duties as the database holds it, against the service's own role writing what it likes. */
@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class DutiesInDatabaseTest {
    private static final String NOT_ALLOWED = "42501";

    @Inject
    Casting casting;

    private Cast cast;
    private String key;

    @BeforeEach
    void fileWithARunOfTheReviewers() {
        cast = casting.cast();
        key = Road.at(cast, Gate.SCOPE);
        ObjectNode run = Drafts.run("by-the-reviewer", 0.81);
        ((ObjectNode) run.get("invocation")).put("who", cast.reviewer().username());
        Api.as(cast.author()).post(key, "/runs", run).then().statusCode(201);
    }

    @ParameterizedTest
    @ValueSource(strings = {"review", "acceptance"})
    void refuses_the_word_of_whoever_had_a_hand_in_it(String table) {
        assertThat(said(table, cast.author(), null)).isEqualTo(NOT_ALLOWED);
        assertThat(said(table, cast.reviewer(), null)).isEqualTo(NOT_ALLOWED);
        assertThat(said(table, cast.second(), null)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"review", "acceptance"})
    void refuses_the_word_of_whoever_stands_in_for_one_of_them_and_for_as_long(String table) {
        long delegation = Away.delegated(cast.reviewer(), cast.second());
        assertThat(said(table, cast.second(), null)).isEqualTo(NOT_ALLOWED);
        assertThat(said(table, cast.second(), cast.reviewer())).isEqualTo(NOT_ALLOWED);
        assertThat(said(table, cast.owner(), cast.second())).isEqualTo(NOT_ALLOWED);

        Away.ended(cast.reviewer(), delegation);

        assertThat(said(table, cast.second(), null)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"review", "acceptance"})
    void refuses_a_word_for_somebody_who_never_asked_for_it(String table) {
        assertThat(said(table, cast.colleague(), cast.second())).isEqualTo(NOT_ALLOWED);

        Away.delegated(cast.second(), cast.colleague());

        assertThat(said(table, cast.colleague(), cast.second())).isEmpty();
        assertThat(said(table, cast.second(), cast.second())).isNotEmpty();
    }

    @Test
    void counts_one_human_once_among_the_approvals_of_the_same_material() {
        Away.delegated(cast.second(), cast.colleague());
        String own = row("review", cast.second(), null);
        String lent = row("review", cast.colleague(), cast.second());

        assertThat(inserted(own, lent)).isEqualTo("23505");
        assertThat(inserted(lent, own)).isEqualTo("23505");
        assertThat(inserted(lent, row("review", cast.owner(), null))).isEmpty();
        assertThat(inserted(own, lent.replace("'sha256:seen'", "'sha256:other'")))
                .isEmpty();
    }

    private String said(String table, Player player, Player absent) {
        return inserted(row(table, player, absent));
    }

    private String row(String table, Player player, Player absent) {
        String decision = "(select id from decision where key = '" + key + "')";
        String forWhom = absent == null ? "null" : String.valueOf(absent.id());
        return table.equals("review")
                ? "insert into review (id, decision_id, gate, round, reviewer_id, for_id, slot, vote, comment,"
                        + " material_digest, report, at) values (nextval('review_seq') + 1000000, " + decision
                        + ", 'SCOPE', 1, " + player.id() + ", " + forWhom
                        + ", 'REVIEWER', 'APPROVE', 'Raw', 'sha256:seen', '[]', now())"
                : "insert into acceptance (id, team_id, decision_id, risk_id, risk_digest, level, points, accepted_by, for_id,"
                        + " accepted_at, expires_on, reason) values (nextval('acceptance_seq') + 1000000, (select team_id from decision where key = '"
                        + key + "'), " + decision
                        + ", 'drift', 'sha256:seen', 'HIGH', 12, " + player.id() + ", " + forWhom
                        + ", now(), current_date + 9, 'Raw')";
    }

    /** The state the database refuses with; empty when it takes the rows, which are then undone. */
    private static String inserted(String... rows) {
        try (Connection connection = Database.as("probatum")) {
            connection.setAutoCommit(false);
            try (Statement statement = connection.createStatement()) {
                for (String row : rows) {
                    statement.execute(row);
                }
                return "";
            } finally {
                connection.rollback();
            }
        } catch (SQLException refused) {
            return refused.getSQLState();
        }
    }
}
