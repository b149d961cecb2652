package org.probatum.risk.web;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.probatum.decision.Decision;
import org.probatum.decision.Decisions;
import org.probatum.decision.material.Risk;
import org.probatum.people.Actor;
import org.probatum.people.People;
import org.probatum.people.Team;
import org.probatum.risk.Acceptance;
import org.probatum.risk.Acceptances;
import org.probatum.risk.Level;
import org.probatum.risk.Rating;
import org.probatum.risk.Ratings;
import org.probatum.shared.Problem;

/** Opens one risk for its page. */
@ApplicationScoped
class RiskSheets {
    private final Decisions decisions;
    private final Acceptances acceptances;
    private final People people;
    private final Ratings ratings;
    private final Clock clock;

    RiskSheets(Decisions decisions, Acceptances acceptances, People people, Ratings ratings, Clock clock) {
        this.decisions = decisions;
        this.acceptances = acceptances;
        this.people = people;
        this.ratings = ratings;
        this.clock = clock;
    }

    /** An acceptance that was given, newest first, and what became of it. */
    record Given(Acceptance acceptance, String giver, boolean holds, boolean expired) {}

    /** A risk as its page shows it; above says that what is left is above the team's tolerance. */
    record Sheet(
            String key,
            String decision,
            Team team,
            boolean ended,
            Risk risk,
            @Nullable Rating inherent,
            @Nullable Rating residual,
            @Nullable String owner,
            boolean above,
            List<Given> given,
            boolean mine) {
        /** The acceptance that holds. */
        public @Nullable Given standing() {
            return given.stream().filter(Given::holds).findFirst().orElse(null);
        }
    }

    Sheet open(Actor actor, String key, String id) {
        Decision decision = decisions.visible(actor, key);
        Risk risk = decision.material().risk(id).orElseThrow(() -> Problem.notFound("risk \"" + id + "\" of " + key));
        LocalDate today = LocalDate.ofInstant(clock.instant(), decision.team().zone());
        List<Acceptance> all = acceptances.of(decision.id()).stream()
                .filter(a -> a.riskId().equals(id))
                .toList();
        Map<Long, String> names =
                people.names(all.stream().map(Acceptance::acceptedBy).distinct().toList());
        List<Given> given = new ArrayList<>(all.stream()
                .map(a -> new Given(
                        a,
                        names.getOrDefault(a.acceptedBy(), "somebody"),
                        a.covers(decision, risk, today),
                        a.end() == null && today.isAfter(a.expiresOn())))
                .toList());
        Collections.reverse(given);
        @Nullable Rating residual = ratings.residual(risk).orElse(null);
        return new Sheet(
                key,
                decision.profile().title(),
                decision.team(),
                decision.stage().ended(),
                risk,
                ratings.inherent(risk).orElse(null),
                residual,
                owner(risk),
                residual != null
                        && residual.level()
                                        .compareTo(Level.valueOf(decision.team().tolerance()))
                                > 0,
                given,
                given.stream().anyMatch(g -> g.holds() && g.acceptance().acceptedBy() == actor.id()));
    }

    private @Nullable String owner(Risk risk) {
        return Stream.ofNullable(risk.owner())
                .map(username ->
                        people.byUsername(username).map(person -> person.name()).orElse(username))
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }
}
