package org.probatum.risk;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.probatum.decision.Decision;
import org.probatum.decision.DecisionEvent;
import org.probatum.decision.Decisions;
import org.probatum.decision.Duties;
import org.probatum.decision.Journal;
import org.probatum.decision.material.Risk;
import org.probatum.people.Actor;
import org.probatum.people.TeamRole;
import org.probatum.people.Voice;
import org.probatum.shared.Problem;
import org.probatum.shared.Violation;

/** Accepts a residual risk until a day: only by its owner, who is a risk owner of the team and had no hand in the material. */
@ApplicationScoped
public class AcceptRisk {
    private static final int AT_MOST_DAYS = 365;

    /** Until when, and why it may stand. */
    public record Terms(LocalDate expires, String reason) {}

    private final Decisions decisions;
    private final Acceptances acceptances;
    private final Ratings ratings;
    private final Escalations escalations;
    private final TakeAnswer take;
    private final Journal journal;
    private final Clock clock;

    AcceptRisk(
            Decisions decisions,
            Acceptances acceptances,
            Ratings ratings,
            Escalations escalations,
            TakeAnswer take,
            Journal journal,
            Clock clock) {
        this.decisions = decisions;
        this.acceptances = acceptances;
        this.ratings = ratings;
        this.escalations = escalations;
        this.take = take;
        this.journal = journal;
        this.clock = clock;
    }

    @Transactional
    public Decision accept(Actor actor, String key, String riskId, Terms terms) {
        Decision decision = decisions.locked(actor, key);
        Risk risk = decision.material()
                .risk(riskId)
                .orElseThrow(() -> Problem.notFound("risk \"" + riskId + "\" of " + key));
        Voice voice = voice(actor, decision, risk);
        requireOwner(voice, decision, risk);
        if (decision.stage().ended()) {
            throw Problem.conflict("already-ended", key + " has ended; nothing is left to accept.");
        }
        allow(voice, decision, risk, terms);
        decisions.flush();
        return decision;
    }

    /** Accepts by the word of somebody who may; whatever waited for that word is answered by it. */
    void allow(Voice voice, Decision decision, Risk risk, Terms terms) {
        Actor actor = voice.actor();
        String riskId = String.valueOf(risk.id());
        Rating rating = decision.keep(ratings.judgeResidual(risk)
                .orElseThrow(() -> Problem.conflict(
                        "risk-not-rated",
                        "Risk " + riskId + " does not say how likely and how grave what is left of it is.")));
        requireWithinAYear(decision, "/expires", terms.expires());
        acceptances.persist(
                new Acceptance(decision, risk, rating, voice, clock.instant(), terms.expires(), terms.reason()));
        // What waited for this word is answered before anybody hears of it: then nothing stands in the way any more.
        EscalationLevel.Reach owner = new EscalationLevel.Reach(EscalationLevel.RISK_OWNER, voice);
        List<DecisionEvent> answered = escalations.open(decision).stream()
                .filter(one -> one.subject().equals(riskId)
                        && (one.kind().ofRisk() || one.kind() == EscalationKind.ACCEPTANCE_EXPIRING))
                .map(one ->
                        take.settled(owner, decision, one, new Given(word(one), terms.reason(), terms.expires(), null)))
                .toList();
        journal.record(
                decision,
                actor,
                new DecisionEvent.RiskAccepted(
                        riskId,
                        rating.level().name(),
                        rating.points(),
                        terms.expires(),
                        terms.reason(),
                        DecisionEvent.Absent.of(voice)));
        answered.forEach(event -> journal.record(decision, actor, event));
    }

    /** Refuses a day that is not within the coming year. */
    void requireWithinAYear(Decision decision, String pointer, LocalDate day) {
        LocalDate today = LocalDate.ofInstant(clock.instant(), decision.team().zone());
        if (!day.isAfter(today) || day.isAfter(today.plusDays(AT_MOST_DAYS))) {
            throw Problem.invalid(List.of(Violation.at(
                    pointer,
                    day + " is not within the coming year",
                    "a day from " + today.plusDays(1) + " to " + today.plusDays(AT_MOST_DAYS))));
        }
    }

    private static Answer word(Escalation escalation) {
        return escalation.kind() == EscalationKind.RISK_ABOVE_TOLERANCE ? Answer.ACCEPT : Answer.RENEW;
    }

    /** The owner's own voice, or that of whoever stands in for the owner. */
    private static Voice voice(Actor actor, Decision decision, Risk risk) {
        return actor.username().equals(risk.owner())
                ? new Voice(actor, null)
                : actor.standsFor().stream()
                        .filter(absent -> absent.username().equals(risk.owner()) && absent.covers(decision.teamId()))
                        .findFirst()
                        .map(absent -> new Voice(actor, absent))
                        .orElseGet(() -> new Voice(actor, null));
    }

    /** Who accepts the risk, for themselves or for the absent owner; empty when the actor may not. */
    public static Optional<Voice> accepting(Actor actor, Decision decision, Risk risk) {
        Voice voice = voice(actor, decision, risk);
        return speaksForOwner(voice, decision, risk)
                        && Duties.exclusion(actor, voice.absent(), decision).isEmpty()
                ? Optional.of(voice)
                : Optional.empty();
    }

    private static boolean speaksForOwner(Voice voice, Decision decision, Risk risk) {
        return (voice.absent() != null || voice.actor().username().equals(risk.owner()))
                && voice.holds(TeamRole.RISK_OWNER, decision.teamId());
    }

    private static void requireOwner(Voice voice, Decision decision, Risk risk) {
        Duties.require(voice, decision, "accept its risks");
        if (!speaksForOwner(voice, decision, risk)) {
            throw Problem.forbidden(
                    "risk-owner-accepts",
                    "Only the risk's owner accepts it, and only as a risk owner of the team: here "
                            + (risk.owner() == null ? "nobody is named" : risk.owner()) + ".");
        }
    }
}
