package org.probatum.risk.web;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.probatum.people.Actor;
import org.probatum.risk.Answer;
import org.probatum.risk.EscalationRow;

/** An escalation as the API shows it. */
record EscalationJson(
        long id,
        String decision,
        String team,
        String kind,
        String title,
        String threshold,
        String measured,
        int excess,
        String unit,
        Instant since,
        String level,
        @Nullable String person,
        Instant due,
        String state,
        boolean blocks,
        @Nullable String outcome,
        boolean yours,
        List<Answer> choices,
        List<Said> answers) {

    /** An answer given. */
    record Said(
            String by,
            @Nullable String onBehalfOf,
            Instant at,
            Answer answer,
            String comment,
            @Nullable LocalDate until,
            @Nullable String person) {}

    static EscalationJson of(EscalationRow row, Actor actor) {
        boolean yours = row.answering(actor).isPresent();
        return new EscalationJson(
                row.id(),
                row.on().key(),
                row.on().team(),
                row.kind().name(),
                row.crossing().title(),
                row.crossing().threshold(),
                row.crossing().measured(),
                row.crossing().excess(),
                row.crossing().unit(),
                row.raisedAt(),
                row.level().name(),
                row.to().isEmpty() ? null : row.to(),
                row.dueAt(),
                row.state().name(),
                row.kind().blocks() && row.state().stands(),
                row.outcome(),
                yours,
                yours ? row.choices() : List.of(),
                row.answers().stream()
                        .map(s -> new Said(
                                s.name(), s.onBehalfOf(), s.at(), s.answer(), s.comment(), s.until(), s.person()))
                        .toList());
    }
}
