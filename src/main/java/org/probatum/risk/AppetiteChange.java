package org.probatum.risk;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import java.time.Instant;
import org.hibernate.annotations.Immutable;
import org.probatum.people.Actor;
import org.probatum.people.Team;

/** What a team may bear, changed once: from what, to what, by whom and why. */
@Entity
@Immutable
@Table(name = "appetite_change")
public class AppetiteChange {
    @Id
    @GeneratedValue(generator = "appetite_change_seq")
    @SequenceGenerator(name = "appetite_change_seq", sequenceName = "appetite_change_seq", allocationSize = 50)
    Long id;

    @Column(name = "team_id", nullable = false)
    long teamId;

    @Column(nullable = false)
    int version;

    @Column(nullable = false)
    Instant at;

    @Column(name = "changed_by", nullable = false)
    long changedBy;

    @Enumerated(EnumType.STRING)
    @Column(name = "tolerance_before", nullable = false)
    Level toleranceBefore;

    @Enumerated(EnumType.STRING)
    @Column(nullable = false)
    Level tolerance;

    @Column(name = "appetite_before", nullable = false)
    int appetiteBefore;

    @Column(nullable = false)
    int appetite;

    @Column(nullable = false)
    String reason;

    protected AppetiteChange() {}

    AppetiteChange(Team team, int version, Actor actor, Instant at, Level tolerance, int appetite, String reason) {
        this.teamId = team.id();
        this.version = version;
        this.at = at;
        this.changedBy = actor.id();
        this.toleranceBefore = Level.valueOf(team.tolerance());
        this.tolerance = tolerance;
        this.appetiteBefore = team.appetite();
        this.appetite = appetite;
        this.reason = reason;
    }
}
