package org.probatum.risk.web;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.probatum.risk.Appetite;

/** Draws what a team has borne and will bear as a step line against its appetite. Looks come from the classes in risk.css. */
final class AppetitePlot {
    private static final int WIDTH = 860;
    private static final int HEIGHT = 320;
    private static final int LEFT = 44;
    private static final int RIGHT = 16;
    private static final int TOP = 34;
    private static final int BOTTOM = 34;
    private static final int GRID = 4;
    private static final DateTimeFormatter MONTH = DateTimeFormatter.ofPattern("MMM yyyy", Locale.ENGLISH);

    private final StringBuilder svg = new StringBuilder();
    private final Instant from;
    private final Instant to;
    private final Instant now;
    private final ZoneId zone;
    private final int top;

    private AppetitePlot(Window window, int top) {
        this.from = window.from();
        this.to = window.to();
        this.now = window.now();
        this.zone = window.zone();
        this.top = top;
    }

    /** What is drawn of time, and where its days begin. */
    record Window(Instant from, Instant now, Instant to, ZoneId zone) {}

    /** The picture; the breach, when there is one, is marked where it began. */
    static String svg(Window window, List<Appetite.Step> steps, Appetite.@Nullable Breach breach) {
        int most = steps.stream()
                .mapToInt(step -> Math.max(step.borne(), step.limit()))
                .max()
                .orElse(1);
        AppetitePlot plot = new AppetitePlot(window, round(most * 6 / 5 + 1));
        return plot.drawn(steps, breach);
    }

    private String drawn(List<Appetite.Step> steps, Appetite.@Nullable Breach breach) {
        put("<svg xmlns=\"http://www.w3.org/2000/svg\" class=\"plot\" role=\"img\" viewBox=\"0 0 ", WIDTH, " ", HEIGHT);
        put("\" aria-labelledby=\"plot-title\"><title id=\"plot-title\">Accepted residual risk of the team in points,");
        put(" from ", day(from), " to ", day(to), "; the table below has the same</title>\n");
        grid();
        for (int i = 0; i < steps.size(); i++) {
            area(steps.get(i), i + 1 < steps.size() ? steps.get(i + 1).at() : to);
        }
        put("<path class=\"limit\" d=\"", line(steps, Appetite.Step::limit, from, to), "\"/>\n");
        put("<path class=\"borne\" d=\"", line(steps, Appetite.Step::borne, from, now), "\"/>\n");
        put("<path class=\"borne coming\" d=\"", line(steps, Appetite.Step::borne, now, to), "\"/>\n");
        put("<line class=\"now\" x1=\"", x(now), "\" x2=\"", x(now), "\" y1=\"", TOP - 8, "\" y2=\"", HEIGHT - BOTTOM);
        put(
                "\"/><text class=\"now-name\" text-anchor=\"middle\" x=\"",
                x(now),
                "\" y=\"",
                TOP - 14,
                "\">today</text>\n");
        int limit = steps.get(steps.size() - 1).limit();
        put(
                "<text class=\"limit-name\" text-anchor=\"end\" x=\"",
                WIDTH - RIGHT,
                "\" y=\"",
                y(limit) - 6,
                "\">appetite ");
        put(limit, "</text>\n");
        if (breach != null) {
            mark(steps, breach);
        }
        return svg.append("</svg>").toString();
    }

    private void grid() {
        for (int i = 0; i <= GRID; i++) {
            int points = top * i / GRID;
            put("<line class=\"grid\" x1=\"", LEFT, "\" x2=\"", WIDTH - RIGHT, "\" y1=\"", y(points), "\" y2=\"");
            put(y(points), "\"/><text text-anchor=\"end\" x=\"", LEFT - 8, "\" y=\"", y(points) + 4, "\">", points);
            put("</text>\n");
        }
        LocalDate month = LocalDate.ofInstant(from, zone).plusMonths(1).withDayOfMonth(1);
        while (month.atStartOfDay(zone).toInstant().isBefore(to)) {
            int x = x(month.atStartOfDay(zone).toInstant());
            put("<line class=\"grid\" x1=\"", x, "\" x2=\"", x, "\" y1=\"", HEIGHT - BOTTOM, "\" y2=\"");
            put(HEIGHT - BOTTOM + 6, "\"/>");
            if (x < WIDTH - RIGHT - 40) {
                put("<text x=\"", x, "\" y=\"", HEIGHT - BOTTOM + 20, "\">", MONTH.format(month), "</text>\n");
            }
            month = month.plusMonths(2);
        }
    }

    private void area(Appetite.Step step, Instant until) {
        int x = x(step.at());
        int width = x(until) - x;
        int floor = y(Math.min(step.borne(), step.limit()));
        put("<rect class=\"under\" x=\"", x, "\" y=\"", floor, "\" width=\"", width, "\" height=\"");
        put(HEIGHT - BOTTOM - floor, "\"/>");
        if (step.isOver()) {
            put("<rect class=\"over\" x=\"", x, "\" y=\"", y(step.borne()), "\" width=\"", width, "\" height=\"");
            put(floor - y(step.borne()), "\"/>");
        }
        put("\n");
    }

    private String line(
            List<Appetite.Step> steps,
            java.util.function.ToIntFunction<Appetite.Step> height,
            Instant first,
            Instant last) {
        StringBuilder path = new StringBuilder();
        for (Appetite.Step step : steps) {
            if (!step.at().isAfter(first)) {
                path.setLength(0);
                path.append("M").append(x(first)).append(' ').append(y(height.applyAsInt(step)));
            } else if (!step.at().isAfter(last)) {
                path.append(" H").append(x(step.at())).append(" V").append(y(height.applyAsInt(step)));
            }
        }
        return path.append(" H").append(x(last)).toString();
    }

    private void mark(List<Appetite.Step> steps, Appetite.Breach breach) {
        Instant at = breach.since().isBefore(from) ? from : breach.since();
        int sum = steps.stream()
                .filter(step -> !step.at().isAfter(at))
                .reduce((earlier, later) -> later)
                .map(Appetite.Step::borne)
                .orElse(breach.sum());
        Appetite.@Nullable Span span = breach.crossing();
        String name = span == null ? "appetite lowered" : span.decision() + " " + span.risk() + ", +" + span.points();
        boolean late = x(at) > LEFT + WIDTH / 4;
        put("<circle class=\"crossing\" cx=\"", x(at), "\" cy=\"", y(sum), "\" r=\"6\"/><text class=\"crossing-name\"");
        put(" text-anchor=\"", late ? "end" : "start", "\" x=\"", x(at) + (late ? -12 : 12), "\" y=\"", y(sum) - 9);
        put("\">", escaped(name), "</text>\n");
    }

    private int x(Instant at) {
        long whole = Duration.between(from, to).toSeconds();
        long part = Math.max(0, Math.min(whole, Duration.between(from, at).toSeconds()));
        return (int) (LEFT + (WIDTH - LEFT - RIGHT) * part / whole);
    }

    private int y(int points) {
        return HEIGHT - BOTTOM - (HEIGHT - TOP - BOTTOM) * points / top;
    }

    private String day(Instant at) {
        return LocalDate.ofInstant(at, zone).toString();
    }

    private void put(Object... parts) {
        for (Object part : parts) {
            svg.append(part);
        }
    }

    private static int round(int points) {
        int step = points <= 40 ? GRID : points <= 200 ? 5 * GRID : 25 * GRID;
        return (points + step - 1) / step * step;
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
