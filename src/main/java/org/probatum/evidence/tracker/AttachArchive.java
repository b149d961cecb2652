package org.probatum.evidence.tracker;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.List;
import org.probatum.decision.Decision;
import org.probatum.decision.Decisions;
import org.probatum.decision.Part;
import org.probatum.decision.ReviseMaterial;
import org.probatum.evidence.AttachRun;
import org.probatum.evidence.Run;
import org.probatum.evidence.Runs;
import org.probatum.evidence.manifest.Manifest;
import org.probatum.people.Actor;
import org.probatum.shared.Json;

/** Attaches the runs of an archive, all or none. What is there already is left as it is, so it can be sent again. */
@ApplicationScoped
public class AttachArchive {
    private static final int BRIEF = 8;

    private final Decisions decisions;
    private final AttachRun attachRun;
    private final Runs runs;

    AttachArchive(Decisions decisions, AttachRun attachRun, Runs runs) {
        this.decisions = decisions;
        this.attachRun = attachRun;
        this.runs = runs;
    }

    /** What became of a run: ATTACHED, KNOWN or LEFT_OUT, and what there is to say. */
    public record Outcome(String reference, String state, List<String> notes) {}

    /** Refuses whoever may not, before anything is unpacked. Called from outside any transaction. */
    @Transactional
    public void requireOpen(Actor actor, String key) {
        ReviseMaterial.requireOpen(actor, decisions.visible(actor, key), Part.RUNS);
    }

    @Transactional
    public List<Outcome> attach(Actor actor, String key, List<TrackedRun> found) {
        Decision decision = decisions.locked(actor, key);
        ReviseMaterial.requireOpen(actor, decision, Part.RUNS);
        List<Outcome> outcomes = new ArrayList<>();
        for (TrackedRun tracked : found) {
            outcomes.add(attach(actor, decision, tracked));
        }
        return outcomes;
    }

    private Outcome attach(Actor actor, Decision decision, TrackedRun tracked) {
        Manifest own = tracked.manifest();
        if (tracked.facts().wasDeleted()) {
            return new Outcome("inline:" + own.name(), "LEFT_OUT", List.of("It was deleted."));
        }
        String digest = tracked.facts().digest().substring("sha256:".length()).substring(0, BRIEF);
        for (Manifest manifest : List.of(own, own.named(own.name() + "-" + digest))) {
            Run there = runs.find("decisionId = ?1 and name = ?2", decision.id(), manifest.name())
                    .firstResult();
            if (there == null) {
                AttachRun.Attached attached =
                        attachRun.attach(actor, decision.key(), manifest, null, tracked.histories());
                return new Outcome(attached.run().reference(), "ATTACHED", tracked.notes());
            }
            if (there.digest().equals(Json.digest(manifest))) {
                return new Outcome(there.reference(), "KNOWN", List.of());
            }
        }
        return new Outcome("inline:" + own.name() + "-" + digest, "KNOWN", List.of());
    }
}
