package org.probatum.inbox.web;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.probatum.inbox.Inbox;

/** Lines of the inbox that are due at about the same time; days and weeks are those of UTC. */
record DueGroup(String title, boolean late, List<Inbox.Line> lines) {
    static List<DueGroup> of(List<Inbox.Line> lines, Instant now) {
        LocalDate today = LocalDate.ofInstant(now, ZoneOffset.UTC);
        Instant tomorrow = start(today.plusDays(1));
        Instant nextWeek = start(today.with(TemporalAdjusters.next(DayOfWeek.MONDAY)));
        return Stream.of(
                        group("Overdue", true, lines, due -> due.isBefore(now)),
                        group("Today", false, lines, due -> !due.isBefore(now) && due.isBefore(tomorrow)),
                        group("This week", false, lines, due -> !due.isBefore(tomorrow) && due.isBefore(nextWeek)),
                        group("Later", false, lines, due -> !due.isBefore(tomorrow) && !due.isBefore(nextWeek)))
                .filter(group -> !group.lines().isEmpty())
                .toList();
    }

    private static DueGroup group(String title, boolean late, List<Inbox.Line> lines, Predicate<Instant> within) {
        return new DueGroup(
                title,
                late,
                lines.stream().filter(line -> within.test(line.dueAt())).toList());
    }

    private static Instant start(LocalDate day) {
        return day.atStartOfDay(ZoneOffset.UTC).toInstant();
    }
}
