package org.probatum.risk;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.interceptor.Interceptor;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.probatum.decision.Decision;
import org.probatum.decision.DecisionEvent;
import org.probatum.decision.Decisions;
import org.probatum.decision.Journal;
import org.probatum.decision.Stage;
import org.probatum.decision.Validity;
import org.probatum.evidence.EvidenceDisturbed;
import org.probatum.evidence.lineage.DisturbanceKept;
import org.probatum.evidence.lineage.Disturbances;
import org.probatum.evidence.lineage.Disturbances.Disturbance;
import org.probatum.evidence.lineage.EvidenceSettled;
import org.probatum.people.Actor;

/**
 * What disturbed evidence does: a decision under way escalates and its gate waits, a published one is questioned. Only runs
 * that are cited count, so that citing another mends it.
 */
@ApplicationScoped
class WatchEvidence {
    /** One escalation a decision, however many of its runs are disturbed. */
    static final String SUBJECT = "evidence/disturbed";

    /** After the register, before anybody asks whether the gate passes, and before the inbox. */
    private static final int BEFORE_THE_GATE = Interceptor.Priority.APPLICATION - 500;

    private static final int NAMED = 3;

    private final Decisions decisions;
    private final Disturbances disturbances;
    private final Escalations escalations;
    private final RaiseEscalation raise;
    private final EndEscalation end;
    private final QuestionPublished question;
    private final FollowUps followUps;

    WatchEvidence(
            Decisions decisions,
            Disturbances disturbances,
            Escalations escalations,
            RaiseEscalation raise,
            EndEscalation end,
            QuestionPublished question,
            FollowUps followUps) {
        this.decisions = decisions;
        this.disturbances = disturbances;
        this.escalations = escalations;
        this.raise = raise;
        this.end = end;
        this.question = question;
        this.followUps = followUps;
    }

    void disturbed(@Observes @Priority(BEFORE_THE_GATE) DisturbanceKept kept) {
        EvidenceDisturbed found = kept.found();
        Decision decision = decisions.lockedById(found.decision());
        if (decision.stage() != Stage.PUBLISHED) {
            look(decision);
            return;
        }
        List<Disturbance> standing = disturbances.standing(decision);
        boolean told = found.recall() != null
                && standing.stream()
                        .filter(one -> found.recall().equals(one.recall()))
                        .anyMatch(one -> one.run() != found.run())
                && decision.validity() == Validity.QUESTIONED;
        standing.stream()
                .filter(one -> one.run() == found.run() && one.what().equals(found.what()))
                .findFirst()
                .filter(one -> !told && !decision.validity().ended())
                .ifPresent(one -> question.question(decision, null, found.kind().name(), words(standing)));
    }

    /** A recall taken back leaves a question to be answered, which now is an easy one; at a gate it lets go. */
    void settled(@Observes @Priority(BEFORE_THE_GATE) EvidenceSettled settled) {
        if (settled.decision().stage() != Stage.PUBLISHED) {
            look(settled.decision());
        }
    }

    /** Another run cited instead, or one attached that rests on something recalled. */
    void happened(@Observes @Priority(BEFORE_THE_GATE) Journal.Recorded recorded) {
        if (recorded.event() instanceof DecisionEvent.MaterialRevised
                || recorded.event() instanceof DecisionEvent.RunAttached) {
            look(recorded.decision());
        }
    }

    /** Raises it, measures it anew or lets it go, as the decision's evidence stands now. */
    void look(Decision decision) {
        List<Disturbance> standing = disturbances.standing(decision);
        if (decision.stage() == Stage.PUBLISHED) {
            if (!standing.isEmpty() && decision.validity().holds()) {
                question.question(decision, null, standing.get(0).kind().name(), words(standing));
            }
            return;
        }
        if (decision.stage().ended()) {
            return;
        }
        Optional<Escalation> open = escalations.open(decision, EscalationKind.EVIDENCE_DISTURBED, SUBJECT);
        if (standing.isEmpty()) {
            open.ifPresent(one -> end.close(decision, one, "nothing disturbed is cited any more"));
        } else if (open.isPresent()) {
            open.get().measured(crossing(standing));
        } else {
            raise.raise(decision, EscalationKind.EVIDENCE_DISTURBED, crossing(standing));
        }
    }

    /** Lets the disturbed evidence stand until a day, after which it is looked at again. */
    void accept(Actor actor, Decision decision, LocalDate until, String reason) {
        disturbances.accept(disturbances.standing(decision), actor, until, reason);
        followUps.endAcceptance(decision, SUBJECT, "accepted anew until " + until);
        followUps.start(
                decision,
                new FollowUps.Promise(
                        FollowUpRow.Kind.ACCEPTANCE, SUBJECT, "Acceptance of disturbed evidence", actor.id(), until));
    }

    private static Crossing crossing(List<Disturbance> standing) {
        return new Crossing(
                SUBJECT,
                "Cited evidence is not what it was",
                "every run cited rests on what it rested on when it was attached",
                words(standing),
                (int) runs(standing),
                "runs",
                EscalationLevel.RISK_OWNER,
                null);
    }

    private static long runs(List<Disturbance> standing) {
        return standing.stream().map(Disturbance::run).distinct().count();
    }

    /** "recalled: linear, trees and 4 more; dataset … was recalled: …" */
    private static String words(List<Disturbance> standing) {
        List<String> names =
                standing.stream().map(Disturbance::runName).distinct().toList();
        String more = names.size() > NAMED ? " and " + (names.size() - NAMED) + " more" : "";
        String what =
                standing.stream().map(Disturbance::what).distinct().limit(NAMED).collect(Collectors.joining("; "));
        return names.stream().limit(NAMED).collect(Collectors.joining(", ")) + more + ": " + what;
    }
}
