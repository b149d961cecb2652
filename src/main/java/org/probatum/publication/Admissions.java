package org.probatum.publication;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.probatum.decision.Validity;

/**
 * The deploy gate. The word of the decision that was published last, of those that cover the artifact and reach the
 * environment, is what counts: an older one that still holds does not admit what a newer one no longer stands for.
 */
@ApplicationScoped
public class Admissions {
    /** The one environment that a decision without impact on production does not reach. */
    private static final String PRODUCTION = "production";

    /** Impact that was never said is taken for the gravest, as everywhere. */
    private static final String NEWEST = """
            select r.decision_id as id, r.key, r.digest, d.validity,
                   ?2 <> 'production' or coalesce(d.production_impact, 'DIRECT') <> 'NONE' as reaches,
                   d.superseded_by as successor
            from record_subject s
                join record r on r.decision_id = s.decision_id join decision d on d.id = r.decision_id
            where s.digest = ?1 order by reaches desc, r.published_at desc, r.decision_id desc limit 1
            """;

    /**
     * The last acceptance of each risk and the last waiver of each requirement that held when the decision was published. One that
     * was replaced, or whose risk was rewritten, is no condition any more; one that was revoked has ended.
     */
    private static final String TERMS = """
            with published as (
                select r.decision_id, t.zone, r.published_at, (r.published_at at time zone t.zone)::date as day
                from record r join team t on t.id = r.team_id where r.decision_id = newest.id),
            accepted as (
                select distinct on (a.risk_id) a.risk_id, a.level, a.expires_on, e.cause, e.at, p.zone, p.day, p.published_at
                from published p join acceptance a on a.decision_id = p.decision_id
                    left join acceptance_end e on e.acceptance_id = a.id
                order by a.risk_id, a.id desc),
            waived as (
                select distinct on (w.gate, w.requirement, w.item) w.requirement, w.item, w.expires_on, p.zone, p.day
                from published p join waiver w on w.decision_id = p.decision_id
                order by w.gate, w.requirement, w.item, w.expires_on desc)
            select 'Risk ' || risk_id || ' is accepted at level ' || level as words,
                   least((expires_on + 1)::timestamp at time zone zone, case when cause = 'REVOKED' then at end) as until
            from accepted
            where expires_on >= day and (cause is null or cause = 'DECISION_ENDED' or cause = 'REVOKED' and at >= published_at)
            union all
            select requirement || coalesce(' for ' || item, '') || ' is waived', (expires_on + 1)::timestamp at time zone zone
            from waived where expires_on >= day
            """;

    /** All in one round trip: the first columns are the same in each row, and the last two are a term's, or null. */
    private static final String ASKED = "select newest.*, term.words, term.until from (" + NEWEST
            + ") newest left join lateral (" + TERMS + ") term on true order by term.until, term.words";

    private static final int TERM = 6;

    private final EntityManager database;
    private final Clock clock;

    Admissions(EntityManager database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    private record Covering(
            String key,
            String digest,
            Validity validity,
            boolean reaches,
            @Nullable String successor) {

        /** "CR-3 is superseded by CR-9." */
        String words() {
            String how = validity.title().toLowerCase(Locale.ROOT);
            return key + " is " + how + (successor == null ? "." : " by " + successor + ".");
        }
    }

    private record Term(String words, Instant until) {
        String condition() {
            return words + " until " + until;
        }
    }

    /**
     * Whether an artifact may be deployed now.
     *
     * @param subject its digest, {@code sha256:} and 64 hexadecimal digits
     */
    public Admission of(String subject, String environment) {
        List<Object[]> rows = asked(subject, environment);
        if (rows.isEmpty()) {
            return Admission.uncovered(subject, environment, "No published decision covers " + subject + ".");
        }
        Covering covering = covering(rows.get(0));
        if (!covering.reaches()) {
            return Admission.uncovered(
                    subject,
                    environment,
                    covering.key() + " covers it, and says of itself that it does not touch " + PRODUCTION + ".");
        }
        List<Term> terms = rows.stream()
                .filter(row -> row[TERM] != null)
                .map(Admissions::term)
                .toList();
        List<String> reasons = reasons(covering, terms);
        return new Admission(
                subject,
                environment,
                reasons.isEmpty(),
                reasons,
                covering.key(),
                covering.digest(),
                terms.stream().map(Term::condition).toList(),
                terms.stream().map(Term::until).findFirst().orElse(null));
    }

    private List<String> reasons(Covering covering, List<Term> terms) {
        List<String> reasons = new ArrayList<>();
        if (!covering.validity().holds()) {
            reasons.add(covering.words());
        }
        Instant now = clock.instant();
        terms.stream()
                .filter(term -> !now.isBefore(term.until()))
                .forEach(
                        term -> reasons.add(covering.key() + " has expired: " + term.condition() + ", and not since."));
        return reasons;
    }

    @SuppressWarnings("unchecked")
    private List<Object[]> asked(String subject, String environment) {
        return database.createNativeQuery(ASKED)
                .setParameter(1, subject)
                .setParameter(2, environment)
                .getResultList();
    }

    private static Covering covering(Object[] row) {
        return new Covering(
                (String) row[1], (String) row[2], Validity.valueOf((String) row[3]), (Boolean) row[4], (String) row[5]);
    }

    private static Term term(Object[] row) {
        return new Term((String) row[TERM], (Instant) row[TERM + 1]);
    }
}
