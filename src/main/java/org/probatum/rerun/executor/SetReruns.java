package org.probatum.rerun.executor;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.probatum.people.Actor;
import org.probatum.people.Governance;
import org.probatum.people.PlatformRole;
import org.probatum.people.Team;
import org.probatum.people.TeamRole;
import org.probatum.people.Teams;
import org.probatum.rerun.Limits;
import org.probatum.shared.Problem;
import org.probatum.shared.Violation;

/** Sets where and within what limits a team's runs are run again: its lead does, or a platform owner. */
@ApplicationScoped
public class SetReruns {
    private static final int SHIFT = 20;

    private final Teams teams;
    private final RerunExecutors executors;
    private final RerunSettings settings;
    private final EntityManager database;
    private final Clock clock;
    private final Governance governance;

    SetReruns(
            Teams teams,
            RerunExecutors executors,
            RerunSettings settings,
            EntityManager database,
            Clock clock,
            Governance governance) {
        this.teams = teams;
        this.executors = executors;
        this.settings = settings;
        this.database = database;
        this.clock = clock;
        this.governance = governance;
    }

    /** What somebody wants; megabytes are 2^20 bytes. */
    public record Wanted(
            String executor,
            int minutes,
            int cpus,
            long memoryMegabytes,
            long outputMegabytes,
            int processes,
            @Nullable String queue) {
        Limits limits() {
            return new Limits(
                    Duration.ofMinutes(minutes), cpus, memoryMegabytes << SHIFT, outputMegabytes << SHIFT, processes);
        }
    }

    /** The team's terms from now on, if they are still at the version seen. */
    @Transactional
    public RerunTerms set(Actor actor, String slug, int seen, Wanted wanted) {
        Team team = teams.locked(slug)
                .filter(found -> actor.sees(found.id()))
                .orElseThrow(() -> Problem.notFound("team " + slug));
        if (!sets(actor, team.id())) {
            throw Problem.forbidden(
                    "leads-set-reruns",
                    "How the runs of " + team.name() + " are run again is set by its leads and by platform owners.");
        }
        int version = settings.of(team.id()).version();
        if (seen != version) {
            throw Problem.stale("How the runs of " + team.name() + " are run again has changed since you read it: you"
                    + " saw version " + seen + ", it is now " + version + ".");
        }
        if (!executors.names().contains(wanted.executor())) {
            throw Problem.invalid(List.of(Violation.at(
                    "/executor",
                    "there is no executor \"" + wanted.executor() + "\"",
                    "one of " + String.join(", ", executors.names()))));
        }
        RerunSetting setting = Objects.requireNonNullElseGet(
                database.find(RerunSetting.class, team.id()), () -> new RerunSetting(team.id()));
        setting.choose(wanted.executor(), wanted.limits(), queue(wanted), actor, clock.instant());
        database.persist(setting);
        database.flush();
        RerunTerms set = setting.terms();
        governance.changed(
                actor,
                "RerunTermsSet",
                team,
                Map.of("executor", set.executor(), "limits", set.limits(), "version", set.version()));
        return set;
    }

    /** May set the team's. */
    public static boolean sets(Actor actor, long teamId) {
        return actor.holds(TeamRole.LEAD, teamId) || actor.platformRoles().contains(PlatformRole.PLATFORM_OWNER);
    }

    private static @Nullable String queue(Wanted wanted) {
        return Optional.ofNullable(wanted.queue())
                .map(String::strip)
                .filter(name -> !name.isEmpty())
                .orElse(null);
    }
}
