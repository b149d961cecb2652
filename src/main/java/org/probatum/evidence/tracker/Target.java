package org.probatum.evidence.tracker;

import java.net.URI;

/** A tracker as it is reached: by what name it is cited here, where it is, and who the service is there. */
public record Target(long id, String name, String kind, URI url, Credential credential, boolean awaited) {
    /** The same for somebody who waits for the answer, which then comes soon or not at all. */
    public Target whileWaiting() {
        return new Target(id, name, kind, url, credential, true);
    }

    /** What runs of the tracker are cited by: {@code mlflow:prod/4f3c}. */
    public String reference(String run) {
        return kind.toLowerCase(java.util.Locale.ROOT) + ":" + name + "/" + run;
    }
}
