package org.probatum.people;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;

/** Due dates count working days of the team's own calendar: its time zone, Saturday and Sunday free. */
public final class WorkingDays {
    private WorkingDays() {}

    /** The same time of day, so many working days later (or earlier, when negative). */
    public static Instant after(Instant start, int days, ZoneId zone) {
        ZonedDateTime day = start.atZone(zone);
        int step = days < 0 ? -1 : 1;
        for (int left = Math.abs(days); left > 0; ) {
            day = day.plusDays(step);
            if (day.getDayOfWeek() != DayOfWeek.SATURDAY && day.getDayOfWeek() != DayOfWeek.SUNDAY) {
                left--;
            }
        }
        return day.toInstant();
    }
}
