package org.probatum.risk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.probatum.decision.Gate;
import org.probatum.support.Api;
import org.probatum.support.Cast;
import org.probatum.support.Casting;
import org.probatum.support.Database;
import org.probatum.support.Drafts;
import org.probatum.support.Line;
import org.probatum.support.Player;
import org.probatum.support.Road;
import org.probatum.support.TestClock;
import org.probatum.support.TestDatabase;

/** Roads around owned risk, each closed: by splitting, rewriting, reusing, waiting, another role, another limit. */
@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class PromiseSevenTest {
    @Inject
    Casting casting;

    @Inject
    TestClock clock;

    private Cast cast;
    private String key;

    @BeforeEach
    void fileWithGraveRisk() {
        cast = casting.cast();
        key = Road.at(cast, Gate.TRADE_OFFS, Drafts.withGraveRisk(cast));
    }

    @AfterEach
    void now() {
        clock.reset();
    }

    @Test
    void one_big_risk_is_not_split_into_many_small_ones() {
        ArrayNode small = (ArrayNode) Drafts.withGraveRisk(cast).get("risks").deepCopy();
        ObjectNode one = (ObjectNode) small.get(0);
        small.removeAll();
        for (int i = 0; i < 16; i++) {
            small.add(one.deepCopy()
                    .put("id", "part-" + i)
                    .put("residualLikelihood", "UNLIKELY")
                    .put("residualImpact", "MINOR"));
        }
        put("/risks", Map.of("risks", small)).then().statusCode(200);

        line(key, "risk.within-tolerance").isMet();
        line(key, "risk.within-appetite").isUnmetBecause("leave 64 points, each small or not");
        Api.as(cast.author()).submit(key).then().statusCode(409);
    }

    @Test
    void an_acceptance_is_not_kept_by_rewriting_the_risk_and_writing_it_back() {
        accept(cast.owner(), key, 30).then().statusCode(201);
        ObjectNode risk = Drafts.first(Drafts.withGraveRisk(cast), "risks");

        put("/risks/cold-items", risk.deepCopy().put("title", "Something far graver"))
                .then()
                .statusCode(200);
        tolerance().isUnmetBecause("cold-items");
        put("/risks/cold-items", risk).then().statusCode(200);

        tolerance().isUnmetBecause("cold-items");
        assertThat(causes(key)).isEqualTo("REWRITTEN");
    }

    @Test
    void an_acceptance_does_not_pass_to_another_risk_under_its_id() {
        accept(cast.owner(), key, 30).then().statusCode(201);
        ArrayNode none = ((ArrayNode) Drafts.withGraveRisk(cast).get("risks").deepCopy());
        none.remove(0);
        put("/risks", Map.of("risks", none)).then().statusCode(200);
        ObjectNode other = Drafts.first(Drafts.withGraveRisk(cast), "risks").put("title", "Another risk");
        Api.as(cast.author()).post(key, "/risks", other).then().statusCode(201);

        tolerance().isUnmetBecause("cold-items");
        assertThat(causes(key)).isEqualTo("REWRITTEN");
        bears(0);
    }

    @Test
    void whoever_accepted_and_then_works_on_it_bears_it_no_more_elsewhere_either() {
        rolesOf(cast.owner(), "MEMBER,RISK_OWNER");
        appetite(20);
        accept(cast.owner(), key, 30).then().statusCode(201);
        bears(12);
        Api.as(cast.owner())
                .post(key, "/runs", Drafts.run("of-the-owner", 0.8))
                .then()
                .statusCode(201);
        bears(0);
        assertThat(causes(key)).isEqualTo("WORKED_ON");

        String other = Road.at(cast, Gate.TRADE_OFFS, Drafts.withGraveRisk(cast));
        accept(cast.owner(), other, 30).then().statusCode(201);

        line(other, "risk.within-appetite").isMet();
    }

    @Test
    void no_token_or_second_role_reaches_further_than_its_person() {
        Player reader = casting.reaching(cast.owner(), "read");
        Player filer = casting.reaching(cast.owner(), "read", "file");
        for (Player weak : List.of(reader, filer)) {
            accept(weak, key, 30).then().statusCode(403);
        }
        rolesOf(cast.author(), "MEMBER,RISK_OWNER,LEAD");
        ObjectNode mine = Drafts.first(Drafts.withGraveRisk(cast), "risks")
                .put("owner", cast.author().username());
        put("/risks/cold-items", mine).then().statusCode(200);

        accept(cast.author(), key, 30).then().statusCode(403).body("type", equalTo("/problems/separation-of-duties"));
        tolerance().isUnmetBecause("cold-items");
    }

    @Test
    void only_its_giver_takes_an_acceptance_back_and_the_gate_is_blocked_at_once() {
        accept(cast.owner(), key, 30).then().statusCode(201);
        Api.as(cast.author()).submit(key).then().statusCode(201);
        for (Player other : List.of(cast.author(), cast.reviewer(), cast.administrator(), cast.auditor())) {
            revoke(other).then().statusCode(403).body("type", equalTo("/problems/giver-revokes"));
        }
        revoke(cast.stranger()).then().statusCode(404);
        rolesOf(cast.owner(), "REVIEWER");

        revoke(cast.owner()).then().statusCode(201);

        tolerance().isUnmetBecause("cold-items");
        Api.as(cast.reviewer()).vote(key, Gate.TRADE_OFFS, "APPROVE").then().statusCode(409);
        bears(0);
        revoke(cast.owner()).then().statusCode(409).body("type", equalTo("/problems/nothing-accepted"));
    }

    @Test
    void holds_to_the_end_of_the_last_day_where_the_team_works() {
        ZoneId samoa = ZoneId.of("Pacific/Pago_Pago");
        Database.change("update team set zone = '" + samoa + "' where slug = '" + cast.team() + "'");
        LocalDate lastDay = LocalDate.ofInstant(clock.instant(), samoa).plusDays(3);
        acceptUntil(cast.owner(), key, lastDay).then().statusCode(201);
        Instant end = lastDay.plusDays(1).atStartOfDay(samoa).toInstant();
        assertThat(LocalDate.ofInstant(end.minusSeconds(60), ZoneOffset.UTC)).isAfter(lastDay);

        clock.pass(Duration.between(clock.instant(), end.minusSeconds(60)));
        tolerance().isMet();
        bears(12);

        clock.pass(Duration.ofSeconds(61));
        tolerance().isUnmetBecause("cold-items");
        bears(0);
        Api.as(cast.author())
                .get("/api/v1/risks?team=" + cast.team() + "&state=ACCEPTANCE_EXPIRED")
                .then()
                .body("items[0].risk", equalTo("cold-items"));
    }

    @Test
    void expiry_is_not_stretched_by_accepting_again_and_again_without_its_owner() {
        accept(cast.owner(), key, 365).then().statusCode(201);
        accept(cast.owner(), key, 10).then().statusCode(201);

        clock.pass(Duration.ofDays(11));

        tolerance().isUnmetBecause("cold-items");
        bears(0);
        assertThat(causes(key)).isEqualTo("REPLACED");
    }

    @Test
    void nobody_in_the_team_raises_what_it_may_bear() {
        rolesOf(cast.author(), "MEMBER,LEAD");
        for (Player within : List.of(cast.author(), cast.owner())) {
            bounds(within, "0", "HIGH", 60)
                    .then()
                    .statusCode(403)
                    .body("type", equalTo("/problems/nobody-loosens-their-own"));
            bounds(within, "0", "MEDIUM", 61).then().statusCode(403);
            bounds(within, "0", "LOW", 61).then().statusCode(403);
        }
        bounds(cast.colleague(), "0", "LOW", 1)
                .then()
                .statusCode(403)
                .body("type", equalTo("/problems/owners-set-appetite"));
        bounds(cast.auditor(), "0", "LOW", 1).then().statusCode(403);
        bounds(cast.stranger(), "0", "LOW", 1).then().statusCode(404);
        Database.change("insert into membership (person_id, team_id, roles) select "
                + cast.administrator().id() + ", id, '{MEMBER}' from team where slug = '" + cast.team() + "'");
        bounds(cast.administrator(), "0", "HIGH", 60).then().statusCode(403);
        tolerance().isUnmetBecause("cold-items");

        Database.change("delete from membership where person_id = "
                + cast.administrator().id());
        bounds(cast.administrator(), "0", "HIGH", 60).then().statusCode(200);

        tolerance().isMet();
    }

    @Test
    void bounds_bind_open_gates_at_once_and_every_change_stays_on_record() {
        accept(cast.owner(), key, 30).then().statusCode(201);
        Api.as(cast.author()).submit(key).then().statusCode(201);

        bounds(cast.owner(), "0", "LOW", 5).then().statusCode(200);
        bounds(cast.owner(), "0", "LOW", 4).then().statusCode(412);

        line(key, "risk.within-appetite").isUnmetBecause("12 points of accepted risk; its appetite is 5");
        Api.as(cast.reviewer()).vote(key, Gate.TRADE_OFFS, "APPROVE").then().statusCode(409);
        Response view = Api.as(cast.author()).get("/api/v1/teams/" + cast.team() + "/appetite");
        view.then()
                .statusCode(200)
                .header("ETag", "\"1\"")
                .body("excess.points", equalTo(7))
                .body("changes[0].appetiteBefore", equalTo(60))
                .body("changes[0].reason", containsString("quiet"));
        assertThat(view.<Object>path("excess.crossing")).isNull();
    }

    private void bears(int points) {
        Api.as(cast.author())
                .get("/api/v1/teams/" + cast.team() + "/appetite")
                .then()
                .statusCode(200)
                .body("borne", equalTo(points));
    }

    private Response bounds(Player player, String seen, String tolerance, int points) {
        return Api.as(player)
                .request()
                .header("If-Match", "\"" + seen + "\"")
                .body(Map.of("tolerance", tolerance, "appetite", points, "reason", "A quiet year"))
                .put("/api/v1/teams/" + cast.team() + "/appetite");
    }

    private Response revoke(Player player) {
        return Api.as(player).post(key, "/risks/cold-items/revocations", Map.of("reason", "It grew"));
    }

    private Response put(String part, Object body) {
        return Api.as(cast.author()).put(key, part, body);
    }

    private static String causes(String key) {
        return Database.value("select string_agg(e.cause, ' ' order by a.id) from acceptance a join acceptance_end e"
                + " on e.acceptance_id = a.id join decision d on d.id = a.decision_id where d.key = '" + key + "'");
    }

    private void appetite(int points) {
        Database.change("update team set appetite = " + points + " where slug = '" + cast.team() + "'");
    }

    private void rolesOf(Player player, String roles) {
        Database.change("update membership set roles = '{" + roles + "}' where person_id = " + player.id());
    }

    private Response accept(Player player, String decision, int days) {
        return acceptUntil(
                player,
                decision,
                LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC).plusDays(days));
    }

    private static Response acceptUntil(Player player, String decision, LocalDate lastDay) {
        return Api.as(player)
                .post(
                        decision,
                        "/risks/cold-items/acceptances",
                        Map.of("expires", lastDay.toString(), "reason", "Impressions are watched weekly"));
    }

    private Line tolerance() {
        return line(key, "risk.within-tolerance");
    }

    private Line line(String decision, String requirement) {
        return Line.of(cast.author(), decision, Gate.TRADE_OFFS, requirement);
    }
}
