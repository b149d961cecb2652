package org.probatum.risk;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import org.junit.jupiter.api.Test;
import org.probatum.decision.Gate;
import org.probatum.support.Cast;
import org.probatum.support.Casting;
import org.probatum.support.Database;
import org.probatum.support.Road;
import org.probatum.support.TestDatabase;

/** The process rates the risk by the table itself: what turns out to be within tolerance waits for nobody. */
@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class WithinToleranceTest {
    @Inject
    Casting casting;

    @Inject
    Escalations escalations;

    @Inject
    EscalationFlow flow;

    @Test
    void an_escalation_whose_risk_is_rated_within_tolerance_asks_nobody() {
        Cast cast = casting.cast();
        String key = Road.at(cast, Gate.TRADE_OFFS);
        long id =
                Long.parseLong(Database.value("insert into escalation (id, decision_id, team_id, kind, subject, title,"
                        + " threshold, measured, excess, unit, raised_at, first_level, level, due_at, state, version)"
                        + " select nextval('escalation_seq'), id, team_id, 'RISK_ABOVE_TOLERANCE', 'drift', 'Drift', 'medium', 'low',"
                        + " 0, 'points', now(), 'RISK_OWNER', 'RISK_OWNER', now() + interval '3 days', 'OPEN', 0"
                        + " from decision where key = '" + key + "' returning id"));

        QuarkusTransaction.requiringNew().run(() -> flow.raised(escalations.findById(id)));

        assertThat(Database.value(
                        "select count(*) from act_ru_execution where business_key_ = 'escalation-" + id + "'"))
                .isEqualTo("0");
        assertThat(Database.value("select task_id from escalation where id = " + id))
                .isEqualTo("null");
        Database.change(
                "update escalation set state = 'CLOSED', ended_at = now(), outcome = 'within tolerance' where id = "
                        + id);
    }
}
