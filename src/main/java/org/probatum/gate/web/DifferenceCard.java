package org.probatum.gate.web;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.probatum.gate.difference.Change;
import org.probatum.gate.difference.Change.Stretch;

/** Changes as a page shows them, with a sentence that says since when. */
record DifferenceCard(String title, String since, List<Line> lines) {
    /** One place that changed. */
    record Line(
            String path,
            String look,
            String mark,
            String word,
            @Nullable String before,
            @Nullable String after,
            List<Piece> pieces) {
        static Line of(Change change) {
            String look =
                    switch (change.kind()) {
                        case ADDED -> "good";
                        case REMOVED -> "bad";
                        case CHANGED -> "warn";
                    };
            String mark =
                    switch (change.kind()) {
                        case ADDED -> "+";
                        case REMOVED -> "−";
                        case CHANGED -> "≠";
                    };
            return new Line(
                    change.path(),
                    look,
                    mark,
                    change.kind().name().toLowerCase(Locale.ROOT),
                    change.before(),
                    change.after(),
                    change.marks().stream()
                            .map(m -> new Piece(m.is() == Stretch.REMOVED, m.is() == Stretch.ADDED, m.text()))
                            .toList());
        }
    }

    /** A stretch of a text that went, came or stayed. */
    record Piece(boolean removed, boolean added, String text) {}

    static DifferenceCard of(String title, String since, List<Change> changes) {
        return new DifferenceCard(title, since, changes.stream().map(Line::of).toList());
    }
}
