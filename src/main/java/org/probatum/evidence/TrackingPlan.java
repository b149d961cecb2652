package org.probatum.evidence;

import java.util.ArrayList;
import java.util.List;
import org.probatum.decision.material.Category;

/** The tracking schema and logging plan of a decision: field by field, whether a run must record it, who captures it, when and where. */
public record TrackingPlan(Category category, List<Entry> entries) {
    /** One field of the run manifest. */
    public record Entry(String field, boolean required, String capturedBy, String when, String storedIn, String why) {}

    /** The plan for a category: what every run records, and what this category asks on top. */
    public static TrackingPlan of(Category category) {
        List<Entry> entries = new ArrayList<>(List.of(
                observed("code.repository", "at start", "which code to check out"),
                observed("code.commit", "at start", "which state of it"),
                observed("code.dirty", "at start", "whether anything ran that was not committed"),
                observed("invocation.command", "at start", "what to run again"),
                observed("environment.lockFileDigest", "at start", "with which libraries"),
                declared("randomness.seeds", "before training", "where randomness began"),
                observed("data.uri", "when data is read", "where to fetch the data"),
                observed("data.sha256", "when data is read", "that it is the same data"),
                declared("data.split", "when data is read", "which part was held out"),
                observed("metrics", "at evaluation", "what was measured, on what"),
                observed("artifacts.sha256", "at the end", "that the artifact decided on is the one measured")));
        entries.addAll(
                switch (category) {
                    case MODEL ->
                        List.of(
                                declared("search.space", "before tuning", "how many chances the model had"),
                                declared("search.selectionRule", "before tuning", "how one was picked"));
                    case DATA ->
                        List.of(
                                observed("data.rows", "when data is read", "how much there is"),
                                declared("data.licence", "when data is acquired", "what it may be used for"));
                    case FEATURES ->
                        List.of(
                                declared("invocation.parameters", "at start", "which features were on"),
                                observed("data.version", "when data is read", "which feature tables were read"));
                    case TRAINING ->
                        List.of(
                                declared("invocation.parameters", "at start", "the recipe"),
                                observed("hardware.accelerator", "at start", "what the recipe ran on"));
                    case EVALUATION ->
                        List.of(
                                observed("metrics.n", "at evaluation", "how many examples stand behind a number"),
                                observed("metrics.interval", "at evaluation", "how sure the number is"));
                    case SERVING ->
                        List.of(
                                observed("environment.imageDigest", "at start", "what is served"),
                                observed("hardware.cpu", "at start", "what latency was measured on"));
                });
        return new TrackingPlan(category, List.copyOf(entries));
    }

    private static Entry observed(String field, String when, String why) {
        return new Entry(field, true, "the capture tool", when, "run manifest", why);
    }

    private static Entry declared(String field, String when, String why) {
        return new Entry(field, true, "the author of the run", when, "run manifest", why);
    }
}
