package org.probatum.decision;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.probatum.decision.material.Dimension;
import org.probatum.decision.material.Parts;
import org.probatum.decision.material.TradeOff;
import org.probatum.people.Actor;
import org.probatum.people.Competence;
import org.probatum.people.TeamRole;
import org.probatum.people.Voice;
import org.probatum.shared.Problem;

/** Says how an option fares on a dimension. Whoever had a hand in the material proposes; whoever is competent and had none decides. */
@ApplicationScoped
public class AssessTradeOff {
    /** What is said: a rating from 1 (poor) to 4 (good), why, and on what evidence. */
    public record Assessment(
            @Nullable Integer rating,
            @Nullable String reason,
            @Nullable List<String> evidence) {}

    /** An assessment of one option on one dimension. */
    public record Cell(String option, Dimension dimension, Assessment said) {}

    private final Decisions decisions;
    private final Journal journal;
    private final Clock clock;

    AssessTradeOff(Decisions decisions, Journal journal, Clock clock) {
        this.decisions = decisions;
        this.journal = journal;
        this.clock = clock;
    }

    /** Several assessments at once, all of them or none, if the decision is still at the version seen. */
    @Transactional
    public Decision assessAll(Actor actor, String key, int seen, List<Cell> cells) {
        Decision decision = decisions.locked(actor, key);
        decision.requireVersion(seen);
        for (Cell cell : cells) {
            assess(actor, key, cell.option(), cell.dimension(), cell.said());
        }
        return decision;
    }

    @Transactional
    public Decision assess(Actor actor, String key, String option, Dimension dimension, Assessment said) {
        Decision decision = decisions.locked(actor, key);
        boolean independent = Duties.exclusion(actor, decision).isEmpty();
        Voice voice = independent ? voice(actor, decision, dimension) : new Voice(actor, null);
        requireRight(voice, decision, dimension, independent);
        if (decision.material().choice().options().stream().noneMatch(o -> o.id().equals(option))) {
            throw Problem.notFound("option \"" + option + "\" of " + key);
        }
        Optional<TradeOff> standing = decision.material().tradeOffs().stream()
                .filter(t -> t.isOf(option, dimension))
                .findFirst();
        if (!independent && standing.map(TradeOff::competent).orElse(false)) {
            throw Problem.forbidden(
                    "separation-of-duties",
                    "A competent reviewer has assessed this; whoever worked on the material cannot replace that.");
        }
        TradeOff assessment = new TradeOff(
                option,
                dimension,
                said.rating(),
                said.reason(),
                Parts.listOf(said.evidence()),
                actor.username(),
                independent,
                voice.forUsername());
        decision.replace(decision.material().with(assessment), clock.instant());
        journal.record(
                decision,
                actor,
                new DecisionEvent.TradeOffAssessed(option, dimension, said.rating(), DecisionEvent.Absent.of(voice)));
        decisions.flush();
        return decision;
    }

    /** Whose competence is used: one's own where it does, else that of an absent person one may speak for here. */
    public static Voice voice(Actor actor, Decision decision, Dimension dimension) {
        Competence needed = Competence.valueOf(dimension.name());
        Voice own = new Voice(actor, null);
        if (own.isCompetent(needed, decision.teamId())) {
            return own;
        }
        return actor.standsFor().stream()
                .filter(absent -> absent.isCompetent(needed, decision.teamId()))
                .filter(absent -> Duties.exclusion(actor, absent, decision).isEmpty())
                .findFirst()
                .map(absent -> new Voice(actor, absent))
                .orElse(own);
    }

    private static void requireRight(Voice voice, Decision decision, Dimension dimension, boolean independent) {
        if (!independent) {
            if (!voice.actor().holds(TeamRole.MEMBER, decision.teamId())) {
                Duties.require(voice, decision, "assess it");
            }
            ReviseMaterial.requireOpen(voice.actor(), decision, Part.TRADE_OFFS);
            return;
        }
        Competence needed = Competence.valueOf(dimension.name());
        if (!voice.isCompetent(needed, decision.teamId())) {
            throw Problem.forbidden(
                    "competence-needed",
                    "Assessing " + dimension.name().toLowerCase(Locale.ROOT)
                            + " takes somebody in the team with that competence.");
        }
        if (decision.stage() != Stage.TRADE_OFFS) {
            throw Problem.conflict(
                    "part-closed",
                    decision.key() + " is at " + decision.stage().title()
                            + ": reviewers assess trade-offs once the options gate has passed and until the trade-offs gate does.");
        }
    }
}
