package org.probatum.rerun.executor;

import org.jspecify.annotations.Nullable;
import org.probatum.rerun.Limits;

/**
 * Where and within what limits a team's runs are run again.
 *
 * @param executor its name
 * @param queue the partition or namespace, as the executor calls it
 * @param version what {@code If-Match} carries
 * @param chosen the team has chosen it; otherwise it is what the service's configuration says for all
 */
public record RerunTerms(
        String executor, Limits limits, @Nullable String queue, int version, boolean chosen) {}
