package org.probatum.risk.web;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.probatum.people.Actor;
import org.probatum.risk.FollowUpRow;

/** Something promised until a day, as pages and the API show it. */
public record Promised(
        long id,
        String kind,
        String what,
        @Nullable String accountable,
        LocalDate due,
        Instant dueAt,
        String state,
        @Nullable String note,
        boolean yours) {
    static Promised of(FollowUpRow row, Map<Long, String> names, Actor actor) {
        Long accountable = row.accountableId();
        return new Promised(
                row.id(),
                row.kind().name(),
                row.what(),
                accountable == null ? null : names.get(accountable),
                row.dueOn(),
                row.dueAt(),
                row.state().name(),
                row.note(),
                row.state() == FollowUpRow.State.OPEN
                        && row.kind() != FollowUpRow.Kind.ACCEPTANCE
                        && accountable != null
                        && accountable.longValue() == actor.id());
    }
}
