package org.probatum.risk.web;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.probatum.people.Actor;
import org.probatum.people.PlatformRole;
import org.probatum.people.Team;
import org.probatum.people.TeamRole;
import org.probatum.risk.Appetite;
import org.probatum.risk.AppetiteChanges;

/** What a team bears and may bear, half a year back and half a year ahead, as its page shows it and programs read it. */
record AppetiteView(
        String team,
        String slug,
        String tolerance,
        int appetite,
        int version,
        int borne,
        @Nullable Excess excess,
        List<Moment> moments,
        List<AppetiteChanges.Entry> changes) {
    static final Duration SIDE = Duration.ofDays(180);

    /** By how much, since when, and by which acceptance; without one, the appetite was lowered. */
    record Excess(int points, Instant since, @Nullable Given crossing) {}

    /** An acceptance, in short. */
    record Given(
            long acceptance,
            String decision,
            String risk,
            String title,
            int points,
            String accepter,
            LocalDate lastDay,
            @Nullable String why) {
        static Given of(Appetite.Span span) {
            return new Given(
                    span.acceptance(),
                    span.decision(),
                    span.risk(),
                    span.title(),
                    span.points(),
                    span.accepter(),
                    span.lastDay(),
                    span.cause() == null ? null : span.cause().words());
        }
    }

    /** The sum and the appetite from a moment on, and what began and ended then. */
    record Moment(
            Instant at, LocalDate day, int borne, int appetite, boolean coming, List<Given> began, List<Given> ended) {
        public boolean isOver() {
            return borne > appetite;
        }

        static Moment of(Appetite.Step step, Instant now, ZoneId zone) {
            return new Moment(
                    step.at(),
                    LocalDate.ofInstant(step.at(), zone),
                    step.borne(),
                    step.limit(),
                    step.at().isAfter(now),
                    step.began().stream().map(Given::of).toList(),
                    step.ended().stream().map(Given::of).toList());
        }
    }

    static AppetiteView of(Team team, Appetite appetite, List<AppetiteChanges.Entry> changes, Instant now) {
        return new AppetiteView(
                team.name(),
                team.slug(),
                team.tolerance(),
                team.appetite(),
                changes.size(),
                appetite.borne(now),
                appetite.breach(now)
                        .map(breach -> new Excess(
                                breach.excess(),
                                breach.since(),
                                breach.crossing() == null ? null : Given.of(breach.crossing())))
                        .orElse(null),
                appetite.steps(now.minus(SIDE), now.plus(SIDE)).stream()
                        .map(step -> Moment.of(step, now, team.zone()))
                        .toList(),
                changes);
    }

    /** Points left until the appetite is reached; negative beyond. */
    public int left() {
        return appetite - borne;
    }

    /** Whether somebody may raise and lower the bounds, only lower them, or neither. */
    enum Reach {
        ANY,
        LOWER,
        NONE;

        static Reach of(Actor actor, Team team) {
            boolean owner = actor.platformRoles().contains(PlatformRole.PLATFORM_OWNER);
            if (owner && !actor.belongsTo(team.id())) {
                return ANY;
            }
            return owner || actor.holds(TeamRole.LEAD, team.id()) ? LOWER : NONE;
        }
    }
}
