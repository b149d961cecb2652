package org.probatum.evidence.manifest;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** How the run was started, and how it ended. A parameter is a String, a Number or a Boolean. */
public record Invocation(
        List<String> command,
        @Nullable String entryPoint,
        Map<String, Object> parameters,
        Map<String, String> environment,
        @Nullable String workingDirectory,
        @Nullable Instant started,
        @Nullable Instant ended,
        @Nullable Integer exitStatus,
        @Nullable String who,
        @Nullable String host) {
    public Invocation {
        command = Parts.listOf(command);
        parameters = Parts.mapOf(parameters);
        environment = Parts.mapOf(environment);
    }
}
