package org.probatum.rerun.web;

import io.quarkus.qute.TemplateExtension;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Times as pages tell them. */
@TemplateExtension
final class SecondsWords {
    private SecondsWords() {}

    /** "0.42 s", "3 min 5 s", "2 h 10 min"; a dash for what is not known. */
    static String secondsWords(@Nullable Double seconds) {
        if (seconds == null) {
            return "–";
        }
        if (seconds < 60) {
            return String.format(Locale.ROOT, seconds < 10 ? "%.2f s" : "%.0f s", seconds);
        }
        long whole = Math.round(seconds);
        return whole < 3600
                ? whole / 60 + " min " + whole % 60 + " s"
                : whole / 3600 + " h " + whole % 3600 / 60 + " min";
    }
}
