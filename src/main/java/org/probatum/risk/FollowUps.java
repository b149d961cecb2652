package org.probatum.risk;

import io.quarkus.hibernate.orm.panache.PanacheRepository;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.probatum.decision.Decision;
import org.probatum.decision.FollowUpEvent;
import org.probatum.decision.Journal;
import org.probatum.people.People;

/** What is promised until a day, and the processes that wait for it. */
@ApplicationScoped
public class FollowUps implements PanacheRepository<FollowUpRow> {
    /** Something promised, by whom and until when. */
    record Promise(
            FollowUpRow.Kind kind,
            String subject,
            String what,
            @Nullable Long accountable,
            LocalDate due) {}

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

    /** Promises something from now on, and waits for it. */
    void start(Decision decision, Promise promise) {
        promise(decision, List.of(promise)).forEach(flow::promised);
    }

    /** Promises what was promised when a decision was published; soon after this transaction the waits for it begin. */
    void startSoon(Decision decision, List<Promise> promises) {
        if (!promises.isEmpty()) {
            promise(decision, promises);
            flow.published(decision.id());
        }
    }

    /** Begins the waits for what was promised when a decision was published, once however often it is asked. */
    void begin(long decisionId) {
        open(decisionId).stream().filter(row -> !row.isAwaited()).forEach(flow::promised);
    }

    private List<FollowUpRow> promise(Decision decision, List<Promise> promises) {
        Map<Long, String> names = people.names(promises.stream()
                .map(Promise::accountable)
                .filter(Objects::nonNull)
                .collect(Collectors.toSet()));
        List<FollowUpRow> rows = promises.stream()
                .map(promise -> new FollowUpRow(decision, promise, clock.instant()))
                .toList();
        persist(rows);
        rows.stream()
                .filter(row -> row.kind() != FollowUpRow.Kind.ACCEPTANCE)
                .forEach(row -> journal.record(
                        decision,
                        new FollowUpEvent.FollowUpStarted(
                                row.id(),
                                row.kind().name(),
                                row.what(),
                                row.accountableId() == null ? null : names.get(row.accountableId()),
                                row.dueOn())));
        return rows;
    }

    /** It has become what it has become, and its process waits no more. */
    void end(FollowUpRow row, FollowUpRow.State how, @Nullable Long by, String why) {
        if (row.isAwaited()) {
            flow.over(row);
        }
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
