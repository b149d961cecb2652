package org.probatum.gate.web;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.probatum.decision.Decision;
import org.probatum.decision.Duties;
import org.probatum.people.Actor;
import org.probatum.people.StandIn;

/**
 * How somebody may vote on a decision: for themselves, for absent people they stand in for, or not at all.
 *
 * @param barred the rule of separation of duties that bars them; empty when none does
 * @param fits what they, or else those absent people, have that a seat takes
 */
record Voices(boolean own, List<StandIn> absent, String barred, Set<String> fits) {
    /** Who may take one of the seats. */
    static Voices of(Actor actor, Decision decision, Collection<String> seats) {
        Optional<String> barred = Duties.exclusion(actor, decision);
        if (barred.isPresent()) {
            return new Voices(false, List.of(), barred.get(), Set.of());
        }
        long team = decision.teamId();
        boolean own = seats.stream().anyMatch(actor.fits(team)::contains);
        List<StandIn> absent = actor.standsFor().stream()
                .filter(person -> !decision.approved().contains(person.id()))
                .filter(person -> seats.stream().anyMatch(person.fits(team)::contains))
                .toList();
        Stream<String> fits =
                own ? actor.fits(team).stream() : absent.stream().flatMap(person -> person.fits(team).stream());
        return new Voices(own, absent, "", fits.collect(Collectors.toUnmodifiableSet()));
    }

    /** They may vote. */
    boolean any() {
        return own || !absent.isEmpty();
    }

    /** "for Ann or Ivo"; empty for somebody who votes for themselves. */
    String onBehalf() {
        return own || absent.isEmpty()
                ? ""
                : " for " + Names.either(absent.stream().map(StandIn::name).toList(), "");
    }
}
