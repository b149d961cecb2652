package org.probatum.evidence.tracker;

import java.util.List;

/** A version of a registered model that came from a run, and the aliases that pointed to it when it was asked. */
public record ModelVersion(String name, String version, String stage, List<String> aliases) {
    public ModelVersion {
        aliases = List.copyOf(aliases);
    }
}
