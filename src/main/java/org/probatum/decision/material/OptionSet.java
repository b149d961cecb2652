package org.probatum.decision.material;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** The options weighed, the one selected and why. A difference between compared runs is named here. */
public record OptionSet(
        List<Option> options,
        @Nullable String selected,
        List<Claim> rationale,
        @Nullable String namedDifference) {
    public OptionSet {
        options = Parts.listOf(options);
        rationale = Parts.listOf(rationale);
    }
}
