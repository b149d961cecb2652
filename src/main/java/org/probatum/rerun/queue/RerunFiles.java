package org.probatum.rerun.queue;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import org.probatum.evidence.Runs;
import org.probatum.evidence.manifest.Manifest;

/** What the rounds read, each time in a transaction of its own, so that none is open while something slow is done. */
@ApplicationScoped
class RerunFiles {
    private final Runs runs;

    RerunFiles(Runs runs) {
        this.runs = runs;
    }

    /** What was recorded of a run. */
    @Transactional
    Manifest manifest(long run) {
        return runs.findById(run).manifest();
    }
}
