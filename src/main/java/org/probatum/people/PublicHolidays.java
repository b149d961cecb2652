package org.probatum.people;

import de.focus_shift.jollyday.core.CalendarHierarchy;
import de.focus_shift.jollyday.core.HolidayManager;
import de.focus_shift.jollyday.core.ManagerParameters;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Year;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.probatum.shared.Problem;
import org.probatum.shared.Violation;

/** The public holidays of countries and their regions, year by year (ADR 0016: by Jollyday). */
@ApplicationScoped
public class PublicHolidays {
    /** Which holidays are meant: a country by its two letters, a region of it, a year. */
    public record Wanted(String country, @Nullable String region, int year) {}

    /** The countries there are calendars for: two letters and the English name, by name. */
    public Map<String, String> countries() {
        Map<String, String> byName = new TreeMap<>();
        for (String code : HolidayManager.getSupportedCalendarCodes()) {
            if (code.length() == 2) {
                byName.put(new Locale("", code).getDisplayCountry(Locale.ENGLISH), code.toLowerCase(Locale.ROOT));
            }
        }
        return byName;
    }

    /** The holidays by day; several on one day count as one and share its name. */
    public List<KeepCalendar.Holiday> of(Wanted wanted) {
        String country = wanted.country().toLowerCase(Locale.ROOT);
        if (!countries().containsValue(country)) {
            throw Problem.invalid(List.of(Violation.at(
                    "/country",
                    "no holidays are known of \"" + wanted.country() + "\"",
                    "the two letters of a country, such as de")));
        }
        HolidayManager manager = HolidayManager.getInstance(ManagerParameters.create(country));
        String region = wanted.region() == null ? "" : wanted.region().strip().toLowerCase(Locale.ROOT);
        Map<String, CalendarHierarchy> regions = manager.getCalendarHierarchy().getChildren();
        if (!region.isEmpty() && !regions.containsKey(region)) {
            throw Problem.invalid(List.of(Violation.at(
                    "/region",
                    "no region of " + country + " is called \"" + region + "\"",
                    regions.isEmpty()
                            ? "leave it empty: the country has no regions with holidays of their own"
                            : "one of " + String.join(", ", new TreeMap<>(regions).keySet()) + ", or none")));
        }
        Map<java.time.LocalDate, String> named = new TreeMap<>();
        String[] within = region.isEmpty() ? new String[0] : new String[] {region};
        manager.getHolidays(Year.of(wanted.year()), within).stream()
                .sorted(Comparator.comparing(holiday -> holiday.getDescription(Locale.ENGLISH)))
                .forEach(holiday -> named.merge(
                        holiday.getDate(),
                        holiday.getDescription(Locale.ENGLISH),
                        (one, other) -> one.equals(other) ? one : one + ", " + other));
        return named.entrySet().stream()
                .map(day -> new KeepCalendar.Holiday(day.getKey(), day.getValue()))
                .toList();
    }
}
