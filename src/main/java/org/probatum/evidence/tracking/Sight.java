package org.probatum.evidence.tracking;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.probatum.evidence.manifest.Provenance;

/** How a field of a manifest came to be known: by the nearest place around it that its provenance names. */
public enum Sight {
    /** A tool saw it for itself. */
    OBSERVED,
    /** A person said so. */
    DECLARED,
    /** The manifest does not tell; counts as declared. */
    UNSAID;

    /** The provenance of the field at a pointer; where both lists name the same place, it is only declared. */
    public static Sight of(@Nullable Provenance provenance, String pointer) {
        if (provenance == null) {
            return UNSAID;
        }
        int seen = nearest(provenance.observed(), pointer);
        int said = nearest(provenance.declared(), pointer);
        if (seen < 0 && said < 0) {
            return UNSAID;
        }
        return seen > said ? OBSERVED : DECLARED;
    }

    /** In a word. */
    public String words() {
        return this == UNSAID ? "not said" : name().toLowerCase(Locale.ROOT);
    }

    private static int nearest(List<String> places, String pointer) {
        return places.stream()
                .filter(place -> pointer.equals(place) || pointer.startsWith(place + "/"))
                .mapToInt(String::length)
                .max()
                .orElse(-1);
    }
}
