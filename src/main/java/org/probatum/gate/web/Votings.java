package org.probatum.gate.web;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.probatum.decision.Decision;
import org.probatum.decision.Duties;
import org.probatum.decision.Gate;
import org.probatum.decision.Policy;
import org.probatum.decision.Slot;
import org.probatum.gate.Gates;
import org.probatum.gate.Quorum;
import org.probatum.gate.Review;
import org.probatum.gate.Reviews;
import org.probatum.gate.Vote;
import org.probatum.people.Actor;
import org.probatum.people.People;
import org.probatum.people.StandIn;
import org.probatum.people.TeamRole;

/** Tells who votes at a gate, and why somebody does not. */
@ApplicationScoped
class Votings {
    private final Gates gates;
    private final Reviews reviews;
    private final Policy policy;
    private final People people;

    Votings(Gates gates, Reviews reviews, Policy policy, People people) {
        this.gates = gates;
        this.reviews = reviews;
        this.policy = policy;
        this.people = people;
    }

    /** For programs: everything is read for this alone. */
    Voting of(Actor actor, Decision decision, Gate gate) {
        Names names = new Names(people.membersOf(decision.teamId()));
        String material = gates.report(decision, gate).material();
        List<Dossier.Reviewed> given = decision.rejecting().isEmpty()
                ? List.of()
                : reviews.of(decision.id()).stream()
                        .map(signed -> new Dossier.Reviewed(signed.review(), signed.reviewer(), signed.onBehalfOf()))
                        .toList();
        return of(actor, decision, gate, material, given, names);
    }

    /** For a page that has read the rest already. */
    Voting of(Actor actor, Decision decision, Gate gate, String material, List<Dossier.Reviewed> given, Names names) {
        Policy.Terms terms = decision.terms();
        if (terms == null || decision.stage().gate() != gate) {
            List<Voting.Seat> wanted = Slot.seats(
                            policy.terms(gate, decision.tier()).slots())
                    .stream()
                    .map(takes -> new Voting.Seat(takes, null, names.fitting(takes, decision.barred())))
                    .toList();
            return new Voting(
                    false,
                    false,
                    "",
                    "This gate is not open for votes. " + stands(decision),
                    false,
                    wanted,
                    List.of(),
                    false,
                    List.of());
        }
        Quorum quorum = reviews.quorum(decision, material);
        List<Voting.Seat> seats =
                quorum.seats().stream().map(seat -> seat(seat, decision, names)).toList();
        Set<String> fits = actor.fits(decision.teamId());
        @Nullable String why = why(actor, decision, quorum, fits, seats).orElse(null);
        List<StandIn> absent = absent(actor, decision, quorum, seats);
        Set<String> taking =
                why == null || absent.isEmpty() ? fits : absent.get(0).fits(decision.teamId());
        String slot = seats.stream()
                .map(Voting.Seat::takes)
                .filter(taking::contains)
                .distinct()
                .map(Slot::words)
                .collect(Collectors.joining(" or "));
        return new Voting(
                true,
                why == null || !absent.isEmpty(),
                slot,
                why == null ? "" : why,
                decision.outdated().contains(actor.id()),
                seats,
                rejections(actor, decision, gate, given, fits),
                why == null,
                absent);
    }

    /** For whom the actor may fill a seat that is open: one human counts once, so for nobody once they have approved. */
    private static List<StandIn> absent(Actor actor, Decision decision, Quorum quorum, List<Voting.Seat> seats) {
        if (decision.approved().contains(actor.id())) {
            return List.of();
        }
        List<String> takes = seats.stream().map(Voting.Seat::takes).toList();
        return Voices.of(actor, decision, takes).absent().stream()
                .filter(person -> quorum.hasRoomFor(person.fits(decision.teamId())))
                .toList();
    }

    private Voting.Seat seat(Quorum.Seat seat, Decision decision, Names names) {
        if (seat.person() != null) {
            return new Voting.Seat(seat.takes(), names.of(seat.person(), people), List.of());
        }
        Set<Long> not = new HashSet<>(decision.barred());
        not.addAll(decision.approved());
        return new Voting.Seat(seat.takes(), null, names.fitting(seat.takes(), not));
    }

    /** Why the actor does not vote; empty when they may. */
    private static Optional<String> why(
            Actor actor, Decision decision, Quorum quorum, Set<String> fits, List<Voting.Seat> seats) {
        Optional<String> barred = Duties.exclusion(actor, decision);
        if (barred.isPresent()) {
            return Optional.of(barred.get() + " The open seats can be taken by "
                    + Names.either(able(seats), "nobody in the team yet") + ".");
        }
        if (seats.stream().noneMatch(seat -> fits.contains(seat.takes()))) {
            return Optional.of("No seat of this gate takes you: it asks for "
                    + seats.stream()
                            .map(Voting.Seat::takes)
                            .distinct()
                            .map(Slot::words)
                            .collect(Collectors.joining(", "))
                    + " of the decision's team. The open seats can be taken by "
                    + Names.either(able(seats), "nobody in the team yet") + ".");
        }
        if (decision.approved().contains(actor.id()) && !decision.rejecting().contains(actor.id())) {
            return Optional.of("You approved this material; your approval stands. If it changes, you are asked again.");
        }
        return quorum.hasRoomFor(fits) || decision.rejecting().contains(actor.id())
                ? Optional.empty()
                : Optional.of("Others fill every seat that you could take.");
    }

    private static List<String> able(List<Voting.Seat> seats) {
        return seats.stream().flatMap(seat -> seat.able().stream()).distinct().toList();
    }

    private static List<Voting.Rejection> rejections(
            Actor actor, Decision decision, Gate gate, List<Dossier.Reviewed> given, Set<String> fits) {
        boolean may = Duties.exclusion(actor, decision).isEmpty()
                && (actor.holds(TeamRole.LEAD, decision.teamId())
                        || decision.terms() != null
                                && decision.terms().slots().stream().anyMatch(slot -> fits.contains(slot.takes())));
        Set<Long> told = new HashSet<>();
        return given.stream()
                .filter(r ->
                        waits(r.review(), decision, gate) && told.add(r.review().reviewerId()))
                .map(r -> new Voting.Rejection(
                        r.review().id(),
                        r.reviewer(),
                        r.review().comment(),
                        r.review().at(),
                        may && r.review().reviewerId() != actor.id(),
                        r.review().reviewerId() == actor.id()))
                .toList();
    }

    private static boolean waits(Review review, Decision decision, Gate gate) {
        return review.vote() == Vote.REJECT
                && review.gate() == gate
                && review.round() == decision.round()
                && decision.rejecting().contains(review.reviewerId());
    }

    private static String stands(Decision decision) {
        return decision.stage().ended()
                ? decision.key() + " has ended: " + decision.stage().title().toLowerCase(Locale.ROOT) + "."
                : decision.key() + " is at " + decision.stage().title()
                        + (decision.inReview() ? ", in review there." : ", in work.");
    }
}
