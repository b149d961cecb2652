package org.probatum.risk;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.probatum.decision.Stage;
import org.probatum.people.Actor;
import org.probatum.people.Voice;

/** An escalation as lists show it, with what was answered so far. */
public record EscalationRow(
        long id,
        EscalationKind kind,
        Crossing crossing,
        Instant raisedAt,
        EscalationLevel level,
        @Nullable String person,
        @Nullable String assigned,
        Instant dueAt,
        EscalationState state,
        @Nullable Instant endedAt,
        @Nullable String outcome,
        On on,
        List<Said> answers) {

    /** The decision it is on, and whose work that is. */
    public record On(
            String key, String title, Stage stage, long teamId, String team, String teamName, List<Long> editors) {}

    /** An answer, by whom. */
    public record Said(
            long escalation,
            String name,
            @Nullable String onBehalfOf,
            Instant at,
            Answer answer,
            String comment,
            @Nullable LocalDate until,
            @Nullable String person) {}

    /** In whose voice the actor may answer it now: their own, or that of an absent person; empty when they may not. */
    public Optional<Voice> answering(Actor actor) {
        boolean may = state.stands()
                && Voice.all(actor, on.teamId()).map(Voice::personId).noneMatch(on.editors()::contains);
        return may
                ? EscalationLevel.reaching(actor, on.teamId(), crossing.level(), level, crossing.person())
                        .map(EscalationLevel.Reach::voice)
                : Optional.empty();
    }

    /** What can be answered. */
    public List<Answer> choices() {
        return kind.answers(on.stage());
    }

    /** The answer says until when; whoever is asked to review a late gate instead has the time of the escalation. */
    public boolean asksDay(Answer answer) {
        return answer.dated() && !(answer.named() && kind == EscalationKind.OVERDUE_GATE);
    }

    /** Whom it waits for, by name where there is one. */
    public String to() {
        return level == EscalationLevel.RISK_OWNER && person != null ? person : "";
    }

    EscalationRow with(List<Said> said) {
        return new EscalationRow(
                id,
                kind,
                crossing,
                raisedAt,
                level,
                person,
                assigned,
                dueAt,
                state,
                endedAt,
                outcome,
                on,
                said.stream().filter(one -> one.escalation() == id).toList());
    }
}
