package org.probatum.cli;

import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import java.util.regex.Pattern;
import picocli.CommandLine.TypeConversionException;

/** Durations as people write them: 45s, 10m, 2h, 1d; also PT10M. */
final class Period {
    private static final Pattern SHORT = Pattern.compile("[0-9]{1,6}[smhd]");
    private static final Duration LONGEST = Duration.ofDays(30);

    private Period() {}

    static Duration of(String text) {
        String lower = text.strip().toLowerCase(Locale.ROOT);
        if (SHORT.matcher(lower).matches()) {
            lower = lower.endsWith("d") ? "p" + lower : "pt" + lower;
        }
        try {
            Duration duration = Duration.parse(lower);
            if (!duration.isNegative() && !duration.isZero() && duration.compareTo(LONGEST) <= 0) {
                return duration;
            }
        } catch (DateTimeParseException e) {
            // said below, as of what is no time to wait
        }
        throw new TypeConversionException("'" + text + "' is no time to wait; write 45s, 10m or 2h, at most 30d");
    }

    static String words(Duration duration) {
        return duration.toString().substring(2).toLowerCase(Locale.ROOT);
    }
}
