package org.probatum.risk;

import jakarta.inject.Singleton;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.probatum.decision.Decision;
import org.probatum.decision.Journal;
import org.probatum.decision.Slot;
import org.probatum.people.People;
import org.probatum.people.Person;
import org.probatum.shared.Problem;
import org.probatum.shared.Violation;

/** Asks somebody else of the team: to review the late gate, or to answer for the follow-up until another day. */
@Singleton
class ReassignEscalated implements Reply {
    private final People people;
    private final AcceptRisk acceptRisk;
    private final PromiseAnew promiseAnew;
    private final RaiseEscalation raise;
    private final TakeAnswer take;
    private final Journal journal;

    ReassignEscalated(
            People people,
            AcceptRisk acceptRisk,
            PromiseAnew promiseAnew,
            RaiseEscalation raise,
            TakeAnswer take,
            Journal journal) {
        this.people = people;
        this.acceptRisk = acceptRisk;
        this.promiseAnew = promiseAnew;
        this.raise = raise;
        this.take = take;
        this.journal = journal;
    }

    @Override
    public Set<Answer> to() {
        return Set.of(Answer.REASSIGN);
    }

    @Override
    public AnswerEscalation.Outcome give(
            EscalationLevel.Reach by, Decision decision, Escalation escalation, Given given) {
        People.Member member = requireMember(decision, given.person());
        Person person = member.person();
        if (escalation.kind() == EscalationKind.OVERDUE_GATE) {
            if (decision.barred().contains(person.id())) {
                throw refused(person.name() + " worked on the decision and may not review it", "somebody who did not");
            }
            requireSeat(decision, member);
            escalation.assign(person.id(), raise.due(decision, escalation.kind()));
            journal.record(decision, by.voice().actor(), take.taken(by, decision, escalation, given, person.id()));
            return new AnswerEscalation.Outcome.GoesOn(decision);
        }
        var until = AcceptEscalated.requireDay(given.until());
        acceptRisk.requireWithinAYear(decision, "/until", until);
        promiseAnew.until(decision, escalation, until, person.id());
        journal.record(decision, by.voice().actor(), take.settled(by, decision, escalation, given));
        return new AnswerEscalation.Outcome.Settled(decision);
    }

    /** Whoever is asked can take a seat of the gate that is open. */
    private static void requireSeat(Decision decision, People.Member member) {
        List<String> open = decision.openSeats();
        if (!open.isEmpty() && Collections.disjoint(open, member.fits())) {
            throw refused(
                    member.person().name() + " fits no seat of the gate that is open",
                    "somebody who is "
                            + open.stream().distinct().map(Slot::words).collect(Collectors.joining(" or ")));
        }
    }

    private People.Member requireMember(Decision decision, @Nullable String username) {
        if (username == null) {
            throw refused("this answer says who is asked instead", "the username of somebody in the team");
        }
        return people.membersOf(decision.teamId()).stream()
                .filter(member -> member.person().username().equals(username))
                .findFirst()
                .orElseThrow(() -> refused(
                        "nobody in the team signs in as \"" + username + "\"", "the username of somebody in the team"));
    }

    private static Problem refused(String wrong, String right) {
        return Problem.invalid(List.of(Violation.at("/person", wrong, right)));
    }
}
