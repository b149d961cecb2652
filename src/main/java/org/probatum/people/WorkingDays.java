package org.probatum.people;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZonedDateTime;

/** Due dates count working days of the team's own calendar. */
public final class WorkingDays {
    private WorkingDays() {}

    /**
     * The same time of day, so many working days later (or earlier, when negative): the day itself is not counted, whatever
     * kind of day it is, and none at all is the very moment given. A time that the clocks of that day leave out is moved
     * forward by what they left out; of one that they show twice, the first is meant.
     */
    public static Instant after(Instant start, int days, Calendar calendar) {
        if (days == 0) {
            return start;
        }
        ZonedDateTime from = start.atZone(calendar.zone());
        LocalDate day = from.toLocalDate();
        int step = days < 0 ? -1 : 1;
        for (int left = Math.abs(days); left > 0; ) {
            day = day.plusDays(step);
            if (calendar.works(day)) {
                left--;
            }
        }
        return day.atTime(from.toLocalTime()).atZone(calendar.zone()).toInstant();
    }

    /** The moment a day is over in the team's time zone: what is due on a day is late from then on. */
    public static Instant endOf(LocalDate day, Calendar calendar) {
        return day.plusDays(1).atStartOfDay(calendar.zone()).toInstant();
    }
}
