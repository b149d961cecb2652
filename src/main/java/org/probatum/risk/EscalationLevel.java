package org.probatum.risk;

import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.probatum.people.Actor;
import org.probatum.people.PlatformRole;
import org.probatum.people.TeamRole;
import org.probatum.people.Voice;

/** Whom an escalation reaches, lowest first. Unanswered for its time, it climbs one level. */
public enum EscalationLevel {
    RISK_OWNER,
    LEAD,
    PLATFORM_OWNER;

    /** The next one up; none above the platform owner. */
    public Optional<EscalationLevel> above() {
        return this == PLATFORM_OWNER ? Optional.empty() : Optional.of(values()[ordinal() + 1]);
    }

    /** Who speaks, and the highest level they speak at. */
    public record Reach(EscalationLevel level, Voice voice) {}

    /** The voice stands at this level for the team; a person named there stands alone. Nothing across teams is delegated. */
    private boolean heldBy(Voice voice, long teamId, @Nullable Long person) {
        return switch (this) {
            case RISK_OWNER ->
                voice.holds(TeamRole.RISK_OWNER, teamId) && (person == null || person == voice.personId());
            case LEAD -> voice.holds(TeamRole.LEAD, teamId);
            case PLATFORM_OWNER ->
                voice.absent() == null && voice.actor().platformRoles().contains(PlatformRole.PLATFORM_OWNER);
        };
    }

    /**
     * The highest level at which the actor may answer what was raised at one level and has climbed to another: whom it has
     * reached may answer, whom it has not reached may not, and who was asked before may still. For themselves if they can,
     * or else for an absent person they stand in for.
     */
    public static Optional<Reach> reaching(
            Actor actor, long teamId, EscalationLevel first, EscalationLevel now, @Nullable Long person) {
        return Voice.all(actor, teamId)
                .flatMap(voice -> reaching(voice, teamId, first, now, person))
                .findFirst();
    }

    private static Stream<Reach> reaching(
            Voice voice, long teamId, EscalationLevel first, EscalationLevel now, @Nullable Long person) {
        return Stream.iterate(now.ordinal(), i -> i >= first.ordinal(), i -> i - 1)
                .map(i -> values()[i])
                .filter(level -> level.heldBy(voice, teamId, person))
                .map(level -> new Reach(level, voice))
                .limit(1);
    }
}
