package org.probatum.risk;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.probatum.people.Actor;
import org.probatum.people.PlatformRole;
import org.probatum.people.TeamRole;

/** Whom an escalation reaches, lowest first. Unanswered for its time, it climbs one level. */
public enum EscalationLevel {
    RISK_OWNER,
    LEAD,
    PLATFORM_OWNER;

    /** The next one up; none above the platform owner. */
    public Optional<EscalationLevel> above() {
        return this == PLATFORM_OWNER ? Optional.empty() : Optional.of(values()[ordinal() + 1]);
    }

    /** The actor stands at this level for the team; a person named there stands alone. */
    boolean heldBy(Actor actor, long teamId, @Nullable Long person) {
        return switch (this) {
            case RISK_OWNER ->
                actor.holds(TeamRole.RISK_OWNER, teamId) && (person == null || person.longValue() == actor.id());
            case LEAD -> actor.holds(TeamRole.LEAD, teamId);
            case PLATFORM_OWNER -> actor.platformRoles().contains(PlatformRole.PLATFORM_OWNER);
        };
    }

    /**
     * The highest level at which the actor may answer what was raised at one level and has climbed to another: whom it has
     * reached may answer, whom it has not reached may not, and who was asked before may still.
     */
    public static Optional<EscalationLevel> reaching(
            Actor actor, long teamId, EscalationLevel first, EscalationLevel now, @Nullable Long person) {
        for (int i = now.ordinal(); i >= first.ordinal(); i--) {
            if (values()[i].heldBy(actor, teamId, person)) {
                return Optional.of(values()[i]);
            }
        }
        return Optional.empty();
    }
}
