package org.probatum.decision.material;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** One way to go, with the runs that show what it does. */
public record Option(
        String id,
        boolean statusQuo,
        @Nullable String title,
        @Nullable String description,
        List<String> runs) {
    public Option {
        runs = Parts.listOf(runs);
    }

    /** The same option with other runs to show for it. */
    public Option citing(List<String> cited) {
        return new Option(id, statusQuo, title, description, cited);
    }
}
