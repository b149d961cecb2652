package org.probatum.decision;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** A part of what reviewers look at. Which parts are material at a gate, so that changing them outdates a review, is policy. */
public enum MaterialPart {
    TITLE,
    PROFILE,
    SCOPE,
    OPTIONS,
    TRADE_OFFS,
    RISKS,
    ROLLOUT,
    ROLLBACK,
    FOLLOW_UPS,
    SUMMARY,
    RUNS;

    /** What policy tables and pages call it. */
    public String words() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /**
     * The parts a policy table writes as {@code profile, scope}.
     *
     * @throws IllegalArgumentException when it writes anything else, with what would be right
     */
    public static List<MaterialPart> read(String text) {
        return Arrays.stream(text.split(",", -1))
                .map(String::strip)
                .map(MaterialPart::one)
                .distinct()
                .toList();
    }

    private static MaterialPart one(String words) {
        return Arrays.stream(values())
                .filter(part -> part.words().equals(words))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("\"" + words
                        + "\" is no part of the material; there are "
                        + Arrays.stream(values()).map(MaterialPart::words).collect(Collectors.joining(", "))));
    }
}
