package org.probatum.boot;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.function.BiConsumer;
import org.probatum.decision.Decision;
import org.probatum.decision.Decisions;
import org.probatum.decision.Gate;
import org.probatum.decision.Part;
import org.probatum.decision.ReviseMaterial;
import org.probatum.decision.Stage;
import org.probatum.decision.material.Assumption;
import org.probatum.decision.material.Constraint;
import org.probatum.decision.material.Scope;
import org.probatum.gate.Gates;
import org.probatum.gate.GrantWaiver;
import org.probatum.gate.SubmitReview;
import org.probatum.gate.Vote;
import org.probatum.people.Actor;
import org.probatum.people.People;

/** What happens at gates besides passing them: a seat filled, a review overtaken, a rejection that waits, a waiver. */
@ApplicationScoped
class DemoGates implements DemoChapter {
    private final Decisions decisions;
    private final People people;
    private final Gates gates;
    private final SubmitReview submitReview;
    private final ReviseMaterial reviseMaterial;
    private final GrantWaiver grantWaiver;
    private final Clock clock;

    DemoGates(
            Decisions decisions,
            People people,
            Gates gates,
            SubmitReview submitReview,
            ReviseMaterial reviseMaterial,
            GrantWaiver grantWaiver,
            Clock clock) {
        this.decisions = decisions;
        this.people = people;
        this.gates = gates;
        this.submitReview = submitReview;
        this.reviseMaterial = reviseMaterial;
        this.grantWaiver = grantWaiver;
        this.clock = clock;
    }

    @Override
    public int order() {
        return 10;
    }

    @Override
    public void tell() {
        with("credit-risk", Stage.SCOPING, "dana", true, this::overtake);
        with("search-ranking", Stage.OPTIONS, "grace", true, this::reject);
        with("credit-risk", Stage.SCOPING, "omar", false, this::waive);
    }

    /** Two have to look: one did, the scope was then made sharper, and another approved what it says now. */
    private void overtake(Decision decision, DemoCast cast) {
        hoursAgo(20, () -> vote(cast.named("ivo"), decision, Vote.APPROVE, "Clear enough to begin with."));
        hoursAgo(
                12,
                () -> revise(
                        cast.named("dana"),
                        decision,
                        scope -> scope.with(new Constraint("The score stays monotone in months past due", true))));
        hoursAgo(5, () -> vote(cast.named("omar"), decision, Vote.APPROVE, "The added constraint is what I missed."));
    }

    private void reject(Decision decision, DemoCast cast) {
        hoursAgo(
                9,
                () -> vote(
                        cast.named("noor"),
                        decision,
                        Vote.REJECT,
                        "A cache hides the ranking errors that we are here to measure; it belongs after the ranker is chosen."));
    }

    private void waive(Decision decision, DemoCast cast) {
        hoursAgo(
                8,
                () -> revise(
                        cast.named("omar"),
                        decision,
                        scope -> scope.with(new Assumption("Applicants do not learn the cut-off", null))));
        hoursAgo(
                6,
                () -> grantWaiver.grant(
                        cast.named("ivo"),
                        decision.key(),
                        Gate.SCOPE,
                        new GrantWaiver.Terms(
                                "scope.assumptions",
                                null,
                                LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC)
                                        .plusDays(45),
                                "It is checked with the fraud team's next survey, which ends in six weeks.")));
    }

    private void with(String team, Stage stage, String author, boolean inReview, BiConsumer<Decision, DemoCast> act) {
        QuarkusTransaction.requiringNew()
                .call(() -> {
                    List<Decision> found = decisions.list(
                            "from Decision d join fetch d.team where d.team.slug = ?1 and d.standing.stage = ?2"
                                    + " and d.standing.inReview = ?3 and d.authorId = (select p.id from Person p where p.username = ?4)"
                                    + " order by d.id",
                            team,
                            stage,
                            inReview,
                            author);
                    return found.stream()
                            .findFirst()
                            .map(decision -> new Told(
                                    decision, DemoCast.of(decision.team(), people.membersOf(decision.teamId()))));
                })
                .ifPresent(told -> act.accept(told.decision(), told.cast()));
    }

    private record Told(Decision decision, DemoCast cast) {}

    private void vote(Actor actor, Decision decision, Vote vote, String comment) {
        Decision now = decisions.visible(actor, decision.key());
        Gate gate = java.util.Objects.requireNonNull(now.stage().gate());
        String material = gates.report(now, gate).material();
        submitReview.review(actor, decision.key(), gate, new SubmitReview.Ballot(vote, comment, material));
    }

    private void revise(Actor actor, Decision decision, java.util.function.UnaryOperator<Scope> revision) {
        int seen = decisions.visible(actor, decision.key()).version();
        reviseMaterial.revise(
                actor, decision.key(), seen, Part.SCOPE, material -> material.with(revision.apply(material.scope())));
    }

    private void hoursAgo(int hours, Runnable act) {
        Runnable inItsOwn = () -> QuarkusTransaction.requiringNew().run(act);
        if (clock instanceof DemoClock past) {
            past.at(Instant.now().minus(Duration.ofHours(hours)), inItsOwn);
        } else {
            inItsOwn.run();
        }
    }
}
