package org.probatum.people;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.hibernate.exception.ConstraintViolationException;
import org.hibernate.exception.GenericJDBCException;
import org.jspecify.annotations.Nullable;
import org.probatum.shared.Problem;
import org.probatum.shared.Violation;

/**
 * Lets somebody act for an absent person for a time. The absent person says so, or for them a lead of the team or a platform
 * owner, who is on record and can never name themselves.
 */
@ApplicationScoped
public class Delegate {
    /** How long one lasts at most. */
    public static final Duration LONGEST = Duration.ofDays(90);

    /**
     * What is wanted: days are the team's own, or those of UTC for all teams.
     *
     * @param from the absent person; left out, oneself
     * @param team the one team it holds in; left out, all teams the two share
     * @param starts the first day; left out, from now on
     * @param until the last day
     */
    public record Wanted(
            @Nullable String from,
            String to,
            @Nullable String team,
            @Nullable LocalDate starts,
            LocalDate until,
            String reason) {}

    private final People people;
    private final Teams teams;
    private final Delegations delegations;
    private final Clock clock;
    private final Governance governance;

    Delegate(People people, Teams teams, Delegations delegations, Clock clock, Governance governance) {
        this.people = people;
        this.teams = teams;
        this.delegations = delegations;
        this.clock = clock;
        this.governance = governance;
    }

    @Transactional
    public Delegation delegate(Actor actor, Wanted wanted) {
        Person from = person("/from", wanted.from() == null ? actor.username() : wanted.from());
        Person to = person("/to", wanted.to());
        @Nullable Team team = wanted.team() == null ? null : team(actor, wanted.team());
        requireRight(actor, from, to, team);
        requireSomethingToLend(from, to, team);
        Delegation.Span span = span(wanted, team == null ? ZoneOffset.UTC : team.zone());
        Delegation made = new Delegation(from, to, team, span, wanted.reason().strip(), clock.instant(), actor.id());
        try {
            delegations.persistAndFlush(made);
        } catch (ConstraintViolationException | GenericJDBCException refused) {
            throw refusal(String.valueOf(refused.getSQLException().getMessage()), from, to)
                    .orElseThrow(() -> refused);
        }
        governance.changed(
                actor,
                "DelegationGiven",
                team,
                Map.of(
                        "delegation", made.id(),
                        "from", from.username(),
                        "to", to.username(),
                        "startsAt", span.from(),
                        "untilAt", span.until(),
                        "reason", wanted.reason().strip()));
        return made;
    }

    /** Says it for others too: leads and platform owners do. */
    public static boolean forOthers(Actor actor) {
        return actor.platformRoles().contains(PlatformRole.PLATFORM_OWNER)
                || actor.memberships().values().stream().anyMatch(roles -> roles.contains(TeamRole.LEAD));
    }

    private static void requireRight(Actor actor, Person from, Person to, @Nullable Team team) {
        if (from.id() == to.id()) {
            throw invalid("/to", "nobody stands in for themselves", "somebody else of the team");
        }
        if (from.id() == actor.id()) {
            return;
        }
        boolean leads = team != null && actor.holds(TeamRole.LEAD, team.id());
        if (!leads && !actor.platformRoles().contains(PlatformRole.PLATFORM_OWNER)) {
            throw Problem.forbidden(
                    "absent-person-delegates",
                    "Only " + from.name() + ", a lead of the one team it is for, or a platform owner says who stands in"
                            + " for " + from.name() + ".");
        }
        if (to.id() == actor.id()) {
            throw Problem.forbidden(
                    "not-to-oneself",
                    "Nobody makes themselves somebody's delegate: " + from.name() + " can name you, or somebody else"
                            + " who may.");
        }
    }

    private void requireSomethingToLend(Person from, Person to, @Nullable Team team) {
        Map<Long, Set<TeamRole>> lends = rolesOf(from, team);
        Set<Long> shared = rolesOf(to, team).keySet();
        String where = team == null ? "a team they share" : team.name();
        if (lends.keySet().stream().noneMatch(shared::contains)) {
            throw invalid("/to", to.name() + " and " + from.name() + " are not both in " + where, "somebody who is");
        }
        boolean decides = lends.entrySet().stream()
                .anyMatch(seat -> shared.contains(seat.getKey())
                        && seat.getValue().stream().anyMatch(role -> role != TeamRole.MEMBER));
        if (!decides && from.competences().isEmpty()) {
            throw Problem.conflict(
                    "nothing-to-delegate",
                    from.name() + " decides nothing in " + where + ": what can be delegated is reviewing, publishing,"
                            + " owning risks, leading and judging trade-offs, never filing or editing.");
        }
    }

    private Map<Long, Set<TeamRole>> rolesOf(Person person, @Nullable Team team) {
        return people.seatsOf(person.id()).stream()
                .filter(seat -> team == null || seat.teamId == team.id())
                .collect(Collectors.toMap(seat -> seat.teamId, Membership::roles));
    }

    private Delegation.Span span(Wanted wanted, ZoneId zone) {
        Instant now = clock.instant();
        LocalDate today = LocalDate.ofInstant(now, zone);
        LocalDate starts = wanted.starts() == null ? today : wanted.starts();
        if (starts.isBefore(today) || starts.isAfter(today.plusYears(1))) {
            throw invalid("/starts", starts + " is not within the coming year", "today (" + today + ") or later");
        }
        Instant from = starts.equals(today) ? now : starts.atStartOfDay(zone).toInstant();
        LocalDate last = LocalDate.ofInstant(from.plus(LONGEST), zone).minusDays(1);
        if (wanted.until().isBefore(starts) || wanted.until().isAfter(last)) {
            throw invalid(
                    "/until",
                    wanted.until() + " is " + (wanted.until().isBefore(starts) ? "before it starts" : "too far off"),
                    "a day from " + starts + " to " + last + ": at most " + LONGEST.toDays() + " days");
        }
        return new Delegation.Span(
                from, wanted.until().plusDays(1).atStartOfDay(zone).toInstant());
    }

    private static java.util.Optional<Problem> refusal(String said, Person from, Person to) {
        if (said.contains("delegation-overlaps")) {
            return java.util.Optional.of(Problem.conflict(
                    "delegation-overlaps",
                    from.name()
                            + " has a delegate for a part of that time already: end that delegation first, or choose"
                            + " other days or another team."));
        }
        if (said.contains("delegation-chain")) {
            return java.util.Optional.of(Problem.conflict(
                    "delegation-chain",
                    "What was delegated is not passed on: in that time " + from.name() + " stands in for somebody, or "
                            + to.name() + " is away. Choose somebody else, or end the other delegation first."));
        }
        return java.util.Optional.empty();
    }

    private Person person(String field, String username) {
        return people.byUsername(username)
                .orElseThrow(() -> invalid(field, "nobody is called \"" + username + "\"", "the username of somebody"));
    }

    private Team team(Actor actor, String slug) {
        return teams.bySlug(slug)
                .filter(team -> actor.sees(team.id()))
                .orElseThrow(() -> invalid("/team", "no team is called \"" + slug + "\"", "one of your teams"));
    }

    private static Problem invalid(String field, String wrong, String right) {
        return Problem.invalid(List.of(Violation.at(field, wrong, right)));
    }
}
