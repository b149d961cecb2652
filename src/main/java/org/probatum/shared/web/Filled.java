package org.probatum.shared.web;

import jakarta.ws.rs.core.MultivaluedMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.probatum.shared.Problem;
import org.probatum.shared.Violation;

/** A form as it was filled in, and why it was refused: shown again, nothing typed is lost. */
public record Filled(Map<String, List<String>> values, String why, List<Violation> violations) {
    /** A form nobody has touched. */
    public static final Filled BLANK = new Filled(Map.of(), "", List.of());

    public static Filled refused(MultivaluedMap<String, String> form, Problem problem) {
        return new Filled(new HashMap<>(form), Words.sentence(problem.detail()), problem.violations());
    }

    public boolean isRefused() {
        return !why.isEmpty();
    }

    /** What was typed into a field; empty when nothing was. */
    public String value(String field) {
        List<String> typed = values.getOrDefault(field, List.of());
        return typed.isEmpty() ? "" : typed.get(typed.size() - 1);
    }

    /** The box or option was chosen. */
    public boolean chosen(String field, String option) {
        return values.getOrDefault(field, List.of()).contains(option);
    }

    /** What is wrong with a field and what would be right; empty when it is fine. */
    public String wrong(String field) {
        return violations.stream()
                .filter(v -> v.pointer().equals(field) || v.pointer().startsWith(field + "/"))
                .map(v -> v.wrong() + "; right would be " + v.right())
                .findFirst()
                .orElse("");
    }
}
