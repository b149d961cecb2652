package org.probatum.cli;

import java.util.regex.Pattern;
import picocli.CommandLine.TypeConversionException;

/** The key of a decision, such as CR-42; nothing else gets into an address. */
record DecisionKey(String text) {
    private static final Pattern FORM = Pattern.compile("[A-Z]{2,6}-[0-9]{1,9}");

    static DecisionKey of(String text) {
        if (!FORM.matcher(text).matches()) {
            throw new TypeConversionException("'" + text + "' is no key of a decision; one looks like CR-42");
        }
        return new DecisionKey(text);
    }

    /** Where programs find it. */
    String path() {
        return "/api/v1/decisions/" + text;
    }

    /** Where people find it. */
    String page() {
        return "/decisions/" + text;
    }

    @Override
    public String toString() {
        return text;
    }
}
