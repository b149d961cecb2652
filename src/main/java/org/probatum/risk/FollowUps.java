package org.probatum.risk;

import io.quarkus.hibernate.orm.panache.PanacheRepository;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.probatum.decision.Decision;
import org.probatum.decision.DecisionEvent;
import org.probatum.decision.Journal;
import org.probatum.people.People;

/** What is promised until a day, and the processes that wait for it. */
@ApplicationScoped
public class FollowUps implements PanacheRepository<FollowUpRow> {
    private final EscalationFlow flow;
    private final People people;
    private final Journal journal;
    private final Clock clock;

    FollowUps(EscalationFlow flow, People people, Journal journal, Clock clock) {
        this.flow = flow;
        this.people = people;
        this.journal = journal;
        this.clock = clock;
    }

    /** Everything promised about a decision, oldest first. */
    public List<FollowUpRow> of(long decisionId) {
        return list("decisionId = ?1 order by id", decisionId);
    }

    /** What is promised and not yet done. */
    public List<FollowUpRow> open(long decisionId) {
        return list("decisionId = ?1 and state = ?2 order by id", decisionId, FollowUpRow.State.OPEN);
    }

    /** Promises something from now on. */
    void start(
            Decision decision,
            FollowUpRow.Kind kind,
            String subject,
            String what,
            @Nullable Long accountable,
            LocalDate due) {
        FollowUpRow row = new FollowUpRow(decision, kind, subject, what, accountable, due, clock.instant());
        persist(row);
        flow.promised(row);
        if (kind != FollowUpRow.Kind.ACCEPTANCE) {
            journal.record(
                    decision, new DecisionEvent.FollowUpStarted(row.id(), kind.name(), what, name(accountable), due));
        }
    }

    /** It has become what it has become, and its process waits no more. */
    void end(FollowUpRow row, FollowUpRow.State how, @Nullable Long by, String why) {
        flow.over(row);
        row.end(how, by, why, clock.instant());
    }

    /** An acceptance need not be renewed any more. */
    void endAcceptance(Decision decision, String subject, String why) {
        open(decision.id()).stream()
                .filter(row -> row.kind() == FollowUpRow.Kind.ACCEPTANCE
                        && row.subject().equals(subject))
                .forEach(row -> end(row, FollowUpRow.State.ENDED, null, why));
    }

    @Nullable
    String name(@Nullable Long person) {
        return person == null ? null : people.names(List.of(person)).get(person);
    }
}
