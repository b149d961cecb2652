package org.probatum.support;

import static org.hamcrest.Matchers.equalTo;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.probatum.decision.Gate;

/** Every page there is, with something on it. */
public final class Gallery {
    private final Cast cast;
    private final Verdicting verdicting;
    private final List<Picture> pictures = new ArrayList<>();

    /**
     * One page.
     *
     * @param who looks at it; null for somebody who has not signed in
     */
    public record Picture(@Nullable Player who, String path) {
        @Override
        public String toString() {
            return path + " for " + (who == null ? "nobody" : who.username());
        }
    }

    private Gallery(Cast cast, Verdicting verdicting) {
        this.cast = cast;
        this.verdicting = verdicting;
    }

    /** Takes decisions to every place a page is about, and lists the pages. */
    public static List<Picture> of(Cast cast, Verdicting verdicting) {
        Gallery gallery = new Gallery(cast, verdicting);
        gallery.hang(null, "/sign-in");
        gallery.frames();
        gallery.work();
        gallery.comparisons();
        gallery.deviations();
        gallery.reviews();
        gallery.endings();
        gallery.evidence();
        gallery.trackers();
        return List.copyOf(gallery.pictures);
    }

    private void frames() {
        Player author = cast.author();
        Stream.of(
                        "/",
                        "/decisions",
                        "/decisions?stage=SCOPING",
                        "/decisions?stage=WITHDRAWN&q=nothing",
                        "/decisions/new",
                        "/log?q=nothing",
                        "/account",
                        "/account/away",
                        "/notifications",
                        "/notifications/preferences",
                        "/dead-letters",
                        "/team",
                        "/decisions/ZZ-1",
                        "/nowhere")
                .forEach(path -> hang(author, path));
        hang(cast.colleague(), "/");
        hang(cast.auditor(), "/");
        hang(cast.auditor(), "/log/integrity");
        hang(author, "/log/integrity");
        hang(cast.auditor(), "/log/changes");
        hang(cast.administrator(), "/team");
        Candidate candidate = Candidate.of(cast);
        hang(author, "/policies");
        hang(cast.administrator(), "/policies/requirement-policy");
        hang(cast.administrator(), "/policies/risk-rating/versions/" + candidate.number());
        hang(author, "/policies/backtests/" + candidate.backtest());
        hang(cast.author(), "/webhooks/" + cast.team());
        hang(cast.owner(), "/webhooks/" + cast.team());
    }

    private void work() {
        String begun = Api.as(cast.author()).filed(Drafts.start(cast));
        String underway = Road.at(cast, Gate.TRADE_OFFS, risky());
        for (String key : List.of(begun, underway)) {
            hang(cast.author(), "/decisions/" + key);
            Stream.of(
                            "profile",
                            "scope",
                            "options",
                            "trade-offs",
                            "risks",
                            "rollout",
                            "runs",
                            "tracking-plan",
                            "cited-runs",
                            "follow-ups",
                            "summary")
                    .forEach(part -> hang(cast.author(), "/decisions/" + key + "/edit/" + part));
        }
        hang(cast.owner(), "/decisions/" + underway);
        Api.as(cast.owner())
                .post(
                        underway,
                        "/risks/cold-items/acceptances",
                        Map.of(
                                "expires",
                                LocalDate.now(ZoneOffset.UTC).plusDays(60).toString(),
                                "reason",
                                "Watched"))
                .then()
                .statusCode(201);
        for (String path : List.of(
                "/risks",
                "/risks?q=nothing",
                "/risks/" + underway + "/cold-items",
                "/risks/" + underway + "/drift",
                "/team/" + cast.team() + "/appetite")) {
            hang(cast.owner(), path);
        }
        hang(cast.author(), "/team/" + cast.team() + "/appetite");
        hang(cast.author(), "/team/" + cast.team() + "/calendar");
        hang(cast.author(), "/team/" + cast.team() + "/reruns");
        hang(cast.administrator(), "/team/" + cast.team() + "/reruns");
        hang(cast.administrator(), "/team/" + cast.team() + "/calendar");
        String grave = Road.at(cast, Gate.TRADE_OFFS, risky());
        hang(cast.owner(), "/escalations");
        hang(cast.author(), "/escalations?whose=all");
        int escalation = Api.as(cast.owner()).get(grave, "/escalations").path("[0].id");
        hang(cast.owner(), "/escalations/" + escalation);
        hang(cast.author(), "/escalations/" + escalation);
        hang(cast.second(), "/decisions/" + underway + "/edit/trade-offs");
    }

    /** Comparisons: one with histories, one with too few runs, one that has to be named. */
    private void comparisons() {
        String clear = Road.at(cast, Gate.OPTIONS);
        Database.change(
                "insert into metric_history (run_id, metric, dataset, split, steps, \"values\") select r.id, 'auc',"
                        + " 'clicks-2026q1', 'test', '{1,2,3,4,5}', '{0.6,0.7,NaN,0.78,0.8}' from run r join decision d"
                        + " on d.id = r.decision_id where d.key = '" + clear + "'");
        hang(cast.author(), "/decisions/" + clear + "/comparisons/auc-test");
        hang(cast.auditor(), "/decisions/" + clear + "/comparisons/auc-test");
        String apart = Api.as(cast.author()).filed(Drafts.decision(cast));
        hang(cast.author(), "/decisions/" + apart + "/comparisons/auc-test");
        for (ObjectNode run : Drafts.runs().subList(2, 5)) {
            if (run.get("name").asText().startsWith("trees")) {
                ((ObjectNode) run.at("/data/0")).put("sha256", "sha256:" + "0123456789abcdef".repeat(4));
            }
            Api.as(cast.author()).post(apart, "/runs", run).then().statusCode(201);
        }
        hang(cast.author(), "/decisions/" + apart + "/comparisons/auc-test");
        hang(cast.author(), "/decisions/" + apart);
        hang(cast.author(), "/decisions/" + apart + "/edit/options");
    }

    /** A decision whose criteria were changed after their seal, in every state that a deviation can be in. */
    private void deviations() {
        hang(null, "/schemas");
        String key = Road.at(cast, Gate.OPTIONS);
        ObjectNode bare = Drafts.run("bare", 0.8);
        bare.remove(List.of("code", "search", "randomness"));
        Api.as(cast.author()).post(key, "/runs", bare).then().statusCode(201);
        Deviating.approved(cast, key, 0.02);
        Deviating.explained(cast, key, 0.03);
        hang(cast.author(), "/decisions/" + key);
        hang(cast.author(), "/decisions/" + key + "/deviations");
        hang(cast.owner(), "/decisions/" + key + "/deviations");
        hang(cast.author(), "/decisions/" + key + "/deviations/new");
        hang(cast.auditor(), "/decisions/" + key + "/deviations/new");
        hang(cast.author(), "/decisions/" + key + "/plan");
        hang(cast.reviewer(), "/decisions/" + key + "/runs/trees");
        hang(cast.author(), "/decisions/" + key + "/runs/bare");
    }

    private void reviews() {
        for (Gate gate : Gate.values()) {
            String key = Road.inReview(cast, gate);
            hang(cast.reviewer(), "/decisions/" + key);
            hang(cast.reviewer(), "/decisions/" + key + "/gates/" + gate.slug());
            hang(cast.author(), "/decisions/" + key + "/gates/" + gate.slug());
        }
        hang(cast.reviewer(), "/");
        String rerun = Road.at(cast, Gate.VERIFICATION);
        hang(cast.author(), "/decisions/" + rerun + "/reruns");
        hang(cast.author(), "/decisions/" + rerun + "/reruns/" + Ended.rerun(rerun));
        changed();
    }

    /** A gate whose reviewer is asked again, by somebody who stands in for another as well. */
    private void changed() {
        String key = Road.inReview(cast, Gate.SCOPE);
        Api.as(cast.reviewer()).vote(key, Gate.SCOPE, "REQUEST_CHANGES").then().statusCode(201);
        ObjectNode scope = (ObjectNode) Drafts.decision(cast).get("scope");
        ((ObjectNode) scope.at("/outcomes/0"))
                .put("target", 0.83)
                .put("statement", "Order items well enough that most find it");
        Api.as(cast.author()).put(key, "/scope", scope).then().statusCode(200);
        Api.as(cast.author()).submit(key).then().statusCode(201);
        Away.delegated(cast.second(), cast.reviewer());
        hang(cast.reviewer(), "/decisions/" + key + "/gates/scope");
        hang(cast.reviewer(), "/decisions/" + key + "/history");
        hang(
                cast.reviewer(),
                "/decisions/" + key + "/history/"
                        + Database.value(
                                "select max(before_seq) from superseded_material m join decision d on d.id = m.decision_id"
                                        + " where d.key = '" + key + "'"));
        hang(cast.reviewer(), "/account/away");
        hang(cast.reviewer(), "/team");
    }

    private void endings() {
        String published = Road.published(cast);
        String rejected = Road.inReview(cast, Gate.SCOPE);
        Road.reject(cast, rejected, Gate.SCOPE);
        String declined = Api.as(cast.author()).filed(Drafts.start(cast).put("subject", "DATABASE_ADMINISTRATION"));
        String withdrawn = Api.as(cast.author()).filed(Drafts.start(cast));
        Api.as(cast.author())
                .post(withdrawn, "/withdrawal", Map.of("reason", "No longer asked for"))
                .then()
                .statusCode(200);
        for (String key : List.of(published, rejected, declined, withdrawn)) {
            hang(cast.author(), "/decisions/" + key);
        }
        hang(cast.author(), "/decisions/" + published + "/history");
        hang(cast.stranger(), "/log");
        hang(cast.stranger(), "/log/" + published);
        hang(cast.stranger(), "/log/" + rerun());
        superseded(published);
    }

    /** What was published and what took its place. */
    private void superseded(String older) {
        ObjectNode decision = Drafts.decision(cast);
        ((ObjectNode) decision.get("summary")).putArray("supersedes").add(older);
        String newer = Road.at(cast, Gate.PUBLICATION, decision);
        Road.pass(cast, newer, Gate.PUBLICATION);
        hang(cast.author(), "/log/" + older);
        hang(cast.author(), "/log/" + newer);
        hang(cast.author(), "/decisions/" + older);
    }

    /** Where runs come from, and what has to be logged of them. */
    private void trackers() {
        String key = Road.at(cast, Gate.OPTIONS);
        hang(cast.author(), "/decisions/" + key + "/checklist");
        int tracker = Api.as(cast.owner())
                .request()
                .body(Map.of("name", "lab", "url", "https://mlflow.example.org", "auth", "NONE"))
                .post("/api/v1/trackers/" + cast.team())
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        hang(cast.author(), "/decisions/" + key + "/import");
        hang(cast.owner(), "/team/" + cast.team() + "/trackers");
        hang(cast.owner(), "/team/" + cast.team() + "/trackers/" + tracker);
    }

    /** Published with verdicts, some of which later ones took the place of. */
    private String rerun() {
        String key = Road.at(cast, Gate.PUBLICATION);
        verdicting.measured(key, Map.of("trees", 0.7));
        verdicting.reproduced(key);
        Road.pass(cast, key, Gate.PUBLICATION);
        return key;
    }

    /** What decisions rest on, one thing of it recalled and a decision questioned for it. */
    private void evidence() {
        Evidence evidence = Evidence.fresh();
        String key = evidence.published(cast);
        hang(cast.owner(), "/lineage?of=" + evidence.commit());
        Api.as(cast.owner())
                .request()
                .body(Map.of(
                        "kind", "DATASET", "value", evidence.dataset(), "reason", "It leaks", "remedy", "Run anew"))
                .post("/api/v1/recalls")
                .then()
                .statusCode(201);
        Eventually.holds(() -> Api.as(cast.author()).get(key, "").then().body("validity", equalTo("QUESTIONED")));
        hang(cast.owner(), "/lineage?of=" + evidence.dataset());
        hang(cast.author(), "/lineage?of=clicks-2026q1");
        hang(cast.author(), "/lineage?of=nothing-is-called-so");
        hang(cast.author(), "/lineage");
        hang(cast.author(), "/decisions/" + key + "/lineage");
        hang(cast.author(), "/decisions/" + key);
        hang(cast.stranger(), "/log/" + key);
    }

    private ObjectNode risky() {
        ObjectNode risky = Drafts.decision(cast);
        Drafts.first(risky, "risks").put("residualLikelihood", "LIKELY").put("residualImpact", "MAJOR");
        return risky;
    }

    private void hang(@Nullable Player who, String path) {
        pictures.add(new Picture(who, path));
    }
}
