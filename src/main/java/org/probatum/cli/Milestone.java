package org.probatum.cli;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import picocli.CommandLine.TypeConversionException;

/** The stages on the way to publication, in order, as the service names them. */
enum Milestone {
    INTAKE("Intake"),
    SCOPING("Scope"),
    OPTIONS("Options"),
    TRADE_OFFS("Trade-offs"),
    VERIFICATION("Verification"),
    PUBLICATION("Publication"),
    PUBLISHED("Published");

    private final String title;

    Milestone(String title) {
        this.title = title;
    }

    String title() {
        return title;
    }

    /** The stage of that name; empty for the ways of ending otherwise. */
    static Optional<Milestone> named(String stage) {
        return Arrays.stream(values()).filter(one -> one.name().equals(stage)).findFirst();
    }

    /** As people write it on a command line. */
    static Milestone of(String text) {
        String asked = text.toUpperCase(Locale.ROOT).replace('-', '_');
        return named(asked)
                .orElseThrow(() -> new TypeConversionException(
                        "'" + text + "' is no stage; there are " + String.join(", ", written())));
    }

    private static List<String> written() {
        return Arrays.stream(values())
                .map(one -> one.name().toLowerCase(Locale.ROOT).replace('_', '-'))
                .toList();
    }
}
