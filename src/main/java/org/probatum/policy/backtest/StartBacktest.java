package org.probatum.policy.backtest;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.probatum.people.Actor;
import org.probatum.people.Governance;
import org.probatum.people.PlatformRole;
import org.probatum.people.Team;
import org.probatum.people.Teams;
import org.probatum.policy.PolicyVersion;
import org.probatum.policy.PolicyVersions;
import org.probatum.policy.Table;
import org.probatum.shared.Problem;
import org.probatum.shared.Violation;

/** Asks for a backtest; the work begins when the request has been answered. */
@ApplicationScoped
public class StartBacktest {
    /** Which decisions: all, or those since a day, or of a team. */
    public record Wish(
            @Nullable Boolean all,
            @Nullable LocalDate since,
            @Nullable String team) {}

    /** A backtest was asked for. */
    record Asked(long id, Table table, long candidate, long against, Scope scope) {}

    private final PolicyVersions versions;
    private final Teams teams;
    private final RunBacktest runBacktest;
    private final Governance governance;
    private final EntityManager database;
    private final Event<Asked> listeners;
    private final Clock clock;

    StartBacktest(
            PolicyVersions versions,
            Teams teams,
            RunBacktest runBacktest,
            Governance governance,
            EntityManager database,
            Event<Asked> listeners,
            Clock clock) {
        this.versions = versions;
        this.teams = teams;
        this.runBacktest = runBacktest;
        this.governance = governance;
        this.database = database;
        this.listeners = listeners;
        this.clock = clock;
    }

    /** The number of the backtest. */
    @Transactional
    public long start(Actor actor, Table table, int number, Wish wish) {
        if (!actor.platformRoles().contains(PlatformRole.PLATFORM_OWNER)) {
            throw Problem.forbidden("platform-owners-keep-policy", "Only platform owners try out versions of tables.");
        }
        PolicyVersion candidate = versions.of(table, number);
        PolicyVersion against = versions.inForce(table);
        Optional<Team> team = team(wish.team());
        Scope scope = new Scope(team.map(Team::id).orElse(null), since(wish.since()));
        runBacktest.requireFree();
        Instant now = clock.instant();
        long id = ((Number) database.createNativeQuery("""
                        insert into policy_backtest (id, version_id, against_id, team_id, since, asked_by, asked_at, state,
                            beat_at, total)
                        select nextval('policy_seq'), ?1, ?2, cast(?3 as bigint), cast(?4 as timestamptz), ?5, ?6, 'RUNNING',
                            now(), (select count(*) from decision d where (cast(?3 as bigint) is null or d.team_id = ?3)
                                and (cast(?4 as timestamptz) is null or d.filed_at >= ?4))
                        returning id""")
                        .setParameter(1, candidate.id())
                        .setParameter(2, against.id())
                        .setParameter(3, scope.teamId())
                        .setParameter(4, scope.since())
                        .setParameter(5, actor.id())
                        .setParameter(6, now)
                        .getSingleResult())
                .longValue();
        governance.changed(
                actor,
                "BacktestStarted",
                team.orElse(null),
                Map.of("backtest", id, "table", table, "version", candidate.number(), "against", against.number()));
        listeners.fire(new Asked(id, table, candidate.id(), against.id(), scope));
        return id;
    }

    private Optional<Team> team(@Nullable String slug) {
        if (slug == null || slug.isBlank()) {
            return Optional.empty();
        }
        return Optional.of(teams.bySlug(slug)
                .orElseThrow(() -> Problem.invalid(List.of(Violation.at(
                        "/team",
                        "there is no team \"" + slug + "\"",
                        "the short name of a team, or nothing for all")))));
    }

    private static @Nullable Instant since(@Nullable LocalDate day) {
        return day == null ? null : day.atStartOfDay(ZoneOffset.UTC).toInstant();
    }
}
