package org.probatum.decision.material;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The decision in words, under the headings a published record carries.
 *
 * @param supersedes keys of the team's published decisions that it takes the place of; null for none
 */
public record Summary(
        @Nullable String context,
        @Nullable String decision,
        @Nullable String consequences,
        @Nullable List<String> supersedes) {

    /** Nothing said yet. */
    public static final Summary EMPTY = new Summary(null, null, null, null);

    /** The keys of what it takes the place of. */
    public List<String> superseded() {
        return Parts.listOf(supersedes);
    }
}
