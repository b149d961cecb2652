package org.probatum.risk;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.interceptor.Interceptor;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.probatum.decision.Decision;
import org.probatum.decision.DecisionEvent;
import org.probatum.decision.Journal;
import org.probatum.decision.Stage;
import org.probatum.decision.StageChanged;
import org.probatum.decision.ValidityEvent;
import org.probatum.decision.material.Risk;
import org.probatum.shared.Json;

/**
 * Keeps the register true to a decision's risks, and ends the acceptances that no longer cover them, in the transaction that
 * made it so. One statement, which derives everything anew: whatever was missed is put right by the next.
 */
@ApplicationScoped
public class KeepRegister {
    /** Which acceptances still count is asked by whoever hears of the same event later. */
    private static final int FIRST = Interceptor.Priority.APPLICATION - 1_000;

    /** What a closed decision's acceptances end of is its end; else whatever stands in the way of each. */
    private static final String KEEP = """
            with given as (
                select * from jsonb_to_recordset(cast(:rows as jsonb)) as g(risk text, title text, inherent int,
                    residual int, "inherentPoints" int, points int, owner text, due date, verification text, digest text)
            ), open as (
                select a.* from acceptance a where a.decision_id = :decision
                    and not exists (select from acceptance_end e where e.acceptance_id = a.id)
            ), standing as (
                select distinct on (o.risk_id) o.* from open o
                join given g on g.risk = o.risk_id and g.digest = o.risk_digest
                where not (array[o.accepted_by, o.for_id] && cast(:hands as bigint[])) and not :closed
                order by o.risk_id, o.id desc
            ), ended as (
                insert into acceptance_end (acceptance_id, at, cause)
                select o.id, coalesce(s.accepted_at, :now), case when :closed then 'DECISION_ENDED'
                        when array[o.accepted_by, o.for_id] && cast(:hands as bigint[]) then 'WORKED_ON'
                        when s.risk_digest = o.risk_digest then 'REPLACED' else 'REWRITTEN' end
                from open o left join standing s on s.risk_id = o.risk_id
                where s.id is distinct from o.id
            ), gone as (
                delete from risk_row r where r.decision_id = :decision
                    and not exists (select from given g where g.risk = r.risk_id)
            )
            insert into risk_row as r (decision_id, team_id, risk_id, title, inherent_cell, residual_cell,
                inherent_points, points, owner, due, verification, digest, accepted_until, lapsed, closed)
            select :decision, :team, g.risk, g.title, g.inherent, g.residual, g."inherentPoints", g.points, g.owner,
                g.due, g.verification, g.digest, s.expires_on, s.id is null and exists (select from acceptance a
                    where a.decision_id = :decision and a.risk_id = g.risk), :closed
            from given g left join standing s on s.risk_id = g.risk
            on conflict (decision_id, risk_id) do update set title = excluded.title,
                inherent_cell = excluded.inherent_cell, residual_cell = excluded.residual_cell,
                inherent_points = excluded.inherent_points, points = excluded.points, owner = excluded.owner,
                due = excluded.due, verification = excluded.verification, digest = excluded.digest,
                accepted_until = excluded.accepted_until, lapsed = excluded.lapsed, closed = excluded.closed
            where (r.digest, r.points, r.inherent_points, r.accepted_until, r.lapsed, r.closed) is distinct from
                (excluded.digest, excluded.points, excluded.inherent_points, excluded.accepted_until,
                excluded.lapsed, excluded.closed)
            """;

    /** A risk as the statement reads it. */
    record Row(
            String risk,
            String title,
            @Nullable Integer inherent,
            @Nullable Integer residual,
            int inherentPoints,
            int points,
            @Nullable String owner,
            @Nullable LocalDate due,
            @Nullable String verification,
            String digest) {}

    private final EntityManager database;
    private final Ratings ratings;
    private final Clock clock;

    KeepRegister(EntityManager database, Ratings ratings, Clock clock) {
        this.database = database;
        this.ratings = ratings;
        this.clock = clock;
    }

    /** Approvals, submissions and assessments change no risk and cost nothing here. */
    void happened(@Observes @Priority(FIRST) Journal.Recorded recorded) {
        DecisionEvent event = recorded.event();
        Decision decision = recorded.decision();
        boolean filed = event instanceof DecisionEvent.Filed
                && !decision.material().risks().isEmpty();
        if (filed
                || event instanceof DecisionEvent.MaterialRevised
                || event instanceof DecisionEvent.CriteriaDeviated
                || event instanceof DecisionEvent.RunAttached
                || event instanceof DecisionEvent.ComparisonFiled
                || event instanceof DecisionEvent.RiskAccepted
                || event instanceof ValidityEvent.Revoked
                || event instanceof ValidityEvent.Superseded
                || event instanceof DecisionEvent.AcceptanceRevoked) {
            keep(decision);
        }
    }

    /** A decision that comes to nothing takes its risks with it; what is published lives on with them. */
    void moved(@Observes @Priority(FIRST) StageChanged change) {
        if (isClosed(change.decision())) {
            keep(change.decision());
        }
    }

    /** Writes the decision's risks into the register as they read now. */
    public void keep(Decision decision) {
        database.createNativeQuery(KEEP)
                .setParameter("rows", Json.write(rows(decision)))
                .setParameter("decision", decision.id())
                .setParameter("team", decision.teamId())
                .setParameter("hands", decision.barred().toArray(Long[]::new))
                .setParameter("closed", isClosed(decision))
                .setParameter("now", clock.instant())
                .executeUpdate();
    }

    private static boolean isClosed(Decision decision) {
        return decision.stage().ended()
                && (decision.stage() != Stage.PUBLISHED || decision.validity().ended());
    }

    private List<Row> rows(Decision decision) {
        return decision.material().risks().stream().map(this::row).toList();
    }

    private Row row(Risk risk) {
        Cell inherent = Cell.of(risk.likelihood(), risk.impact());
        Cell residual = Cell.of(risk.residualLikelihood(), risk.residualImpact());
        return new Row(
                String.valueOf(risk.id()),
                risk.title() == null ? "A risk without a title" : risk.title(),
                inherent == null ? null : inherent.number(),
                residual == null ? null : residual.number(),
                ratings.inherent(risk).map(Rating::points).orElse(0),
                ratings.residual(risk).map(Rating::points).orElse(0),
                risk.owner(),
                risk.due(),
                risk.verification(),
                Json.digest(risk));
    }
}
