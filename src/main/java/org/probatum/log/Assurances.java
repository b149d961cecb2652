package org.probatum.log;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the log says for itself at a glance. */
@ApplicationScoped
public class Assurances {
    private final LogFiles files;
    private final LogAudits audits;
    private final SequencerRounds rounds;

    Assurances(LogFiles files, LogAudits audits, SequencerRounds rounds) {
        this.files = files;
        this.audits = audits;
        this.rounds = rounds;
    }

    /**
     * How much was signed and when, whether it was found sound, and what is newest in it.
     *
     * @param head null before anything was signed
     * @param trouble why nothing is signed any more; null when nothing is wrong
     * @param newest newest first
     * @param audit the newest; null when nobody has had the log verified
     */
    public record Assurance(
            @Nullable Head head,
            @Nullable String trouble,
            List<LogFiles.Placed> newest,
            LogAudits.@Nullable Audit audit) {}

    /** The log as it stands, with at most so many of its newest leaves. */
    public Assurance now(int leaves) {
        return new Assurance(
                files.head().orElse(null),
                rounds.trouble(),
                leaves == 0 ? List.of() : files.newest(leaves),
                audits.newest(1).stream().findFirst().orElse(null));
    }
}
