package org.probatum.risk.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Named;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.probatum.decision.Decisions;
import org.probatum.people.People;
import org.probatum.people.Visit;
import org.probatum.risk.EscalationLists;
import org.probatum.risk.EscalationLists.Narrowing;
import org.probatum.risk.EscalationLists.Whose;
import org.probatum.risk.EscalationRow;
import org.probatum.risk.FollowUpRow;
import org.probatum.risk.FollowUps;

/** What waits beside a decision's own process, for its page and for programs. Templates call it {@code beside}. */
@Named("beside")
@RequestScoped
public class Beside {
    private static final int MOST = 100;
    private static final Instant LAST = Instant.parse("9999-01-01T00:00:00Z");

    private final EscalationLists lists;
    private final FollowUps followUps;
    private final Decisions decisions;
    private final People people;
    private final Visit visit;

    Beside(EscalationLists lists, FollowUps followUps, Decisions decisions, People people, Visit visit) {
        this.lists = lists;
        this.followUps = followUps;
        this.decisions = decisions;
        this.people = people;
        this.visit = visit;
    }

    /** The escalations that stand on a decision. */
    public List<EscalationRow> standing(String key) {
        return lists.standing(visit.actor(), of(key), Instant.EPOCH, 0, MOST);
    }

    List<EscalationJson> escalations(String key) {
        decisions.visible(visit.actor(), key);
        return Stream.concat(standing(key).stream(), lists.ended(visit.actor(), of(key), LAST, 0, MOST).stream())
                .map(row -> EscalationJson.of(row, visit.actor()))
                .toList();
    }

    List<Promised> promised(String key) {
        return promised(decisions.visible(visit.actor(), key).id());
    }

    /** What was promised about a decision that the page has read already, oldest first. */
    public List<Promised> promised(long decisionId) {
        List<FollowUpRow> rows = followUps.of(decisionId);
        Map<Long, String> names = people.names(rows.stream()
                .map(FollowUpRow::accountableId)
                .filter(Objects::nonNull)
                .collect(Collectors.toSet()));
        return rows.stream().map(row -> Promised.of(row, names, visit.actor())).toList();
    }

    private static Narrowing of(String key) {
        return new Narrowing(Whose.ALL, null, key, null);
    }
}
