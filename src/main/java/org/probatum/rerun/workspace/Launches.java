package org.probatum.rerun.workspace;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.probatum.evidence.manifest.Invocation;
import org.probatum.evidence.manifest.Manifest;
import org.probatum.evidence.manifest.Randomness;
import org.probatum.rerun.Launch;
import org.probatum.rerun.Limits;
import org.probatum.rerun.Workspace;

/** The recorded command, as an executor is given it. */
final class Launches {
    private static final String OURS = "PROBATUM_";

    private Launches() {}

    static Launch of(Manifest manifest, String name, Workspace workspace, Limits limits, @Nullable String queue) {
        Invocation invocation = Objects.requireNonNull(manifest.invocation());
        return new Launch(
                name,
                workspace,
                invocation.command(),
                directory(invocation),
                environment(invocation, manifest.randomness()),
                limits,
                manifest.environment() == null ? null : manifest.environment().imageDigest(),
                queue);
    }

    static String directory(Invocation invocation) {
        return Folders.plain(Objects.requireNonNullElse(invocation.workingDirectory(), ""));
    }

    /** What was recorded, but for the contract's own names, which were another run's. */
    private static Map<String, String> environment(Invocation invocation, @Nullable Randomness randomness) {
        Map<String, String> environment = new LinkedHashMap<>(invocation.environment());
        environment.keySet().removeIf(name -> name.startsWith(OURS));
        if (randomness != null && !randomness.seeds().isEmpty()) {
            // One seed for all libraries is the rule; where they differ, the first recorded stands for them.
            environment.put(
                    OURS + "SEED", randomness.seeds().values().iterator().next().toString());
        }
        return environment;
    }
}
