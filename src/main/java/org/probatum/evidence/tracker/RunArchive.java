package org.probatum.evidence.tracker;

import java.util.List;
import org.probatum.shared.Problem;

/** Runs that come packed in a file instead of from a server. */
public interface RunArchive {
    /**
     * Every run in it.
     *
     * @throws Problem when it holds none, or anything that such a file does not hold
     */
    List<TrackedRun> runs(byte[] packed);
}
