package org.probatum.evidence.tracker;

import java.util.List;
import org.probatum.evidence.Series;
import org.probatum.evidence.manifest.Manifest;

/**
 * A run read whole from a tracker.
 *
 * @param facts what the tracker said, for the snapshot
 * @param manifest what that means in the service's own words, each field observed or declared
 * @param models versions of registered models that came from it
 * @param notes what was left out, and why
 */
public record TrackedRun(
        TrackerFacts facts, Manifest manifest, List<Series> histories, List<ModelVersion> models, List<String> notes) {}
