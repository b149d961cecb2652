package org.probatum.risk;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.probatum.decision.Decision;
import org.probatum.decision.Journal;
import org.probatum.people.Actor;
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
    public AnswerEscalation.Outcome give(Actor actor, Decision decision, Escalation escalation, Given given) {
        Person person = requireMember(decision, given.person());
        if (escalation.kind() == EscalationKind.OVERDUE_GATE) {
            if (decision.barred().contains(person.id())) {
                throw refused(person.name() + " worked on the decision and may not review it", "somebody who did not");
            }
            escalation.assign(person.id(), raise.due(decision, escalation.kind()));
            journal.record(decision, actor, take.taken(actor, decision, escalation, given, person.id()));
            return new AnswerEscalation.Outcome.GoesOn(decision);
        }
        var until = AcceptEscalated.requireDay(given.until());
        acceptRisk.requireWithinAYear(decision, "/until", until);
        promiseAnew.until(decision, escalation, until, person.id());
        journal.record(decision, actor, take.settled(actor, decision, escalation, given));
        return new AnswerEscalation.Outcome.Settled(decision);
    }

    private Person requireMember(Decision decision, @Nullable String username) {
        if (username == null) {
            throw refused("this answer says who is asked instead", "the username of somebody in the team");
        }
        return people.membersOf(decision.teamId()).stream()
                .map(People.Member::person)
                .filter(person -> person.username().equals(username))
                .findFirst()
                .orElseThrow(() -> refused(
                        "nobody in the team signs in as \"" + username + "\"", "the username of somebody in the team"));
    }

    private static Problem refused(String wrong, String right) {
        return Problem.invalid(List.of(Violation.at("/person", wrong, right)));
    }
}
