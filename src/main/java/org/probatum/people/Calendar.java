package org.probatum.people;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/** When a team works: every day of its time zone but those of its weekend and its holidays, which have names. */
public record Calendar(ZoneId zone, Set<DayOfWeek> weekend, SortedMap<LocalDate, String> holidays) {
    public Calendar {
        weekend = weekend.isEmpty() ? Set.of() : Collections.unmodifiableSet(EnumSet.copyOf(weekend));
        holidays = Collections.unmodifiableSortedMap(new TreeMap<>(holidays));
        if (weekend.size() == DayOfWeek.values().length) {
            throw new IllegalArgumentException("a team works on some day of the week");
        }
    }

    /** Saturday and Sunday free, and no holidays. */
    public static Calendar usual(ZoneId zone) {
        return new Calendar(zone, EnumSet.of(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY), new TreeMap<>());
    }

    /** The team works on the day. */
    public boolean works(LocalDate day) {
        return !weekend.contains(day.getDayOfWeek()) && !holidays.containsKey(day);
    }

    static Calendar of(ZoneId zone, String[] weekend, String[] holidays) {
        Set<DayOfWeek> rests = EnumSet.noneOf(DayOfWeek.class);
        for (String day : weekend) {
            rests.add(DayOfWeek.valueOf(day));
        }
        SortedMap<LocalDate, String> named = new TreeMap<>();
        for (String line : holidays) {
            int space = line.indexOf(' ');
            named.put(LocalDate.parse(line.substring(0, space)), line.substring(space + 1));
        }
        return new Calendar(zone, rests, named);
    }

    String[] weekendColumn() {
        return weekend.stream().sorted().map(Enum::name).toArray(String[]::new);
    }

    String[] holidaysColumn() {
        return holidays.entrySet().stream().map(Calendar::line).toArray(String[]::new);
    }

    private static String line(Map.Entry<LocalDate, String> holiday) {
        return holiday.getKey() + " " + holiday.getValue();
    }
}
