package org.probatum.rerun;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One command to be run in a workspace that is laid out. The name is the rerun's own and never used again: an executor
 * that is asked twice to start it starts it once.
 *
 * @param directory where the command starts, relative to the workspace's code; empty for the code itself
 * @param environment the recorded variables and the seed, and nothing else; the executor adds where data, output and
 *     parameters are ({@code PROBATUM_DATA_DIR}, {@code PROBATUM_OUT_DIR}, {@code PROBATUM_PARAMS}) as the command sees them
 * @param image the digest of the container image, for executors that run images
 * @param queue the partition or namespace, as the executor calls it
 */
public record Launch(
        String name,
        Workspace workspace,
        List<String> command,
        String directory,
        Map<String, String> environment,
        Limits limits,
        @Nullable String image,
        @Nullable String queue) {
    public Launch {
        command = List.copyOf(command);
        environment = Map.copyOf(environment);
    }
}
