package org.probatum.evidence.tracker.mlflow;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.regex.Pattern;
import org.probatum.evidence.tracker.RunArchive;
import org.probatum.evidence.tracker.TrackedRun;
import org.probatum.shared.Problem;
import org.probatum.shared.Violation;

/** The folder in which MLflow keeps experiments and runs without a server, in a zip. */
@ApplicationScoped
public class MlrunsArchive implements RunArchive {
    private static final int MOST_RUNS = 500;
    private static final Pattern RUN = Pattern.compile("(?:.*/)?[^/]+/[0-9a-zA-Z_-]{1,64}/meta\\.yaml");

    @Override
    public List<TrackedRun> runs(byte[] packed) {
        Zip zip = Zip.of(packed);
        SortedMap<String, Zip.Entry> entries = zip.entries();
        List<TrackedRun> runs = new ArrayList<>();
        for (String path : entries.keySet()) {
            String folder = path.substring(0, path.lastIndexOf('/') + 1);
            boolean ofRun = RUN.matcher(path).matches()
                    && !path.contains("/datasets/")
                    && !path.contains("/inputs/")
                    && !path.contains("/.trash/")
                    && !path.contains("/artifacts/")
                    && !path.contains("/models/");
            if (ofRun && RunFolder.isRun(zip, path)) {
                runs.add(new RunFolder(zip, folder).run());
            }
        }
        if (runs.isEmpty() || runs.size() > MOST_RUNS) {
            throw Problem.invalid(List.of(Violation.at(
                    "",
                    runs.isEmpty() ? "there is no run in it" : "there are " + runs.size() + " runs in it",
                    "an mlruns folder with <experiment>/<run>/meta.yaml, of at most " + MOST_RUNS + " runs")));
        }
        return runs;
    }
}
