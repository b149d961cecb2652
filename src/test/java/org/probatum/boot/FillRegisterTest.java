package org.probatum.boot;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.runtime.StartupEvent;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import org.junit.jupiter.api.Test;
import org.probatum.decision.Gate;
import org.probatum.support.Api;
import org.probatum.support.Cast;
import org.probatum.support.Casting;
import org.probatum.support.Database;
import org.probatum.support.Drafts;
import org.probatum.support.Road;
import org.probatum.support.TestDatabase;

/** A start makes the register true where it cannot be. */
@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class FillRegisterTest {
    @Inject
    Casting casting;

    @Inject
    FillRegister fillRegister;

    @Test
    void fills_it_from_decisions_that_were_filed_before_there_was_one() {
        Cast cast = casting.cast();
        Road.published(cast);
        Road.at(cast, Gate.TRADE_OFFS);
        Api.as(cast.author()).filed(Drafts.start(cast));
        String before = register();

        Database.change("delete from risk_row");
        fillRegister.begin(new StartupEvent());

        assertThat(register()).isEqualTo(before);
    }

    @Test
    void rates_it_anew_when_the_table_of_ratings_has_changed_meanwhile() {
        Cast cast = casting.cast();
        Road.at(cast, Gate.SCOPE);
        String before = register();

        Database.change("update risk_row set points = points + 3 where residual_cell is not null");
        fillRegister.begin(new StartupEvent());

        assertThat(register()).isEqualTo(before);
    }

    private static String register() {
        return Database.value("select md5(string_agg(concat_ws('/', decision_id, risk_id, title, inherent_cell,"
                + " residual_cell, points, owner, due, digest, accepted_until, lapsed, closed), ','"
                + " order by decision_id, risk_id)) from risk_row");
    }
}
