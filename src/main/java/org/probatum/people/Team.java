package org.probatum.people;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import java.time.ZoneId;

/** A team: its decisions carry its prefix, its calendar sets their due dates, its tolerance and appetite bound their risks. */
@Entity
@Table(name = "team")
public class Team {
    @Id
    @GeneratedValue(generator = "people_seq")
    @SequenceGenerator(name = "people_seq", sequenceName = "people_seq", allocationSize = 50)
    Long id;

    @Column(nullable = false)
    String slug;

    @Column(nullable = false)
    String prefix;

    @Column(nullable = false)
    String name;

    @Column(nullable = false)
    String tolerance;

    @Column(nullable = false)
    int appetite;

    @Column(nullable = false)
    String zone;

    @Column(nullable = false)
    String[] weekend;

    @Column(nullable = false)
    String[] holidays;

    protected Team() {}

    public Team(String slug, String prefix, String name, String tolerance, int appetite, ZoneId zone) {
        this.slug = slug;
        this.prefix = prefix;
        this.name = name;
        this.tolerance = tolerance;
        this.appetite = appetite;
        set(Calendar.usual(zone));
    }

    /** Sets what the team may bear from now on; {@code SetAppetite} says who may and keeps what it was. */
    public void bears(String highestLevel, int points) {
        tolerance = highestLevel;
        appetite = points;
    }

    public long id() {
        return id;
    }

    public String slug() {
        return slug;
    }

    public String prefix() {
        return prefix;
    }

    public String name() {
        return name;
    }

    /** The highest level of residual risk that needs nobody's acceptance, by name: LOW, MEDIUM, HIGH or CRITICAL. */
    public String tolerance() {
        return tolerance;
    }

    /** How many points of accepted residual risk the team bears in sum. */
    public int appetite() {
        return appetite;
    }

    public ZoneId zone() {
        return ZoneId.of(zone);
    }

    /** When it works. */
    public Calendar calendar() {
        return Calendar.of(zone(), weekend, holidays);
    }

    /** Works by another calendar from now on; what is due already stays due when it is. */
    final void set(Calendar calendar) {
        zone = calendar.zone().getId();
        weekend = calendar.weekendColumn();
        holidays = calendar.holidaysColumn();
    }
}
