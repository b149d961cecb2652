package org.probatum.evidence.tracker;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A kind of tracker. Whatever it is asked is asked outside any transaction, over and over, and never answers with more or
 * later than its configuration allows. An answer is checked before it is believed.
 */
public interface TrackerReader {
    /** The kind in capital letters, as connections name it. */
    String kind();

    /** What the tracker says of itself; a fault when the service is not let in. */
    String greet(Target at) throws TrackerFault;

    /** Experiments, newest first. */
    Listing<Experiment> experiments(Target at, @Nullable String filter, @Nullable String from) throws TrackerFault;

    /** Runs of experiments, newest first, narrowed by a filter in the tracker's own language. */
    Listing<RunHead> runs(Target at, List<String> experiments, @Nullable String filter, @Nullable String from)
            throws TrackerFault;

    /** Everything about a run, its artifacts read for their digests when asked for. */
    TrackedRun run(Target at, String run, boolean hashArtifacts) throws TrackerFault;

    /** What a run's snapshot is compared with. */
    TrackerFacts facts(Target at, String run) throws TrackerFault;

    /** Tags a run; a tag that is there is replaced. */
    void tag(Target at, String run, Map<String, String> tags) throws TrackerFault;
}
