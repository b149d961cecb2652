package org.probatum.log;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.util.List;

/**
 * What came of holding the whole log against what was signed.
 *
 * @param leaves how many were looked at
 * @param signed the size of the newest checkpoint
 * @param checkpoints how many checkpoints the leaves were held against
 * @param outside how many of those were remembered outside the database
 * @param findings what does not fit, the first of it; empty when everything does
 */
public record AuditReport(long leaves, long signed, int checkpoints, int outside, List<Finding> findings) {
    public AuditReport {
        findings = List.copyOf(findings);
    }

    /** Everything fits. */
    @JsonIgnore
    public boolean isSound() {
        return findings.isEmpty();
    }

    /**
     * Something that does not fit.
     *
     * @param leaf the index of the leaf it is about; of an event that is no leaf, -1
     * @param words what is wrong, as a sentence
     */
    public record Finding(long leaf, String words) {}
}
